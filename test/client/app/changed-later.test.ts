/** What the page of a new cohort says can be changed later is what can be. */
import { expect, it } from 'vitest';
import { changeCohortRequest, createCohortRequest, nameOrganisationRequest } from '../../../shared/api.ts';
import { textIn } from '../../kit/pages/words.ts';

/** As the page says it. The agenda has a page of its own. */
const WORDS: Readonly<Record<string, readonly [es: string, en: string]>> = {
  name: ['el nombre', 'the name'],
  date: ['la fecha', 'date'],
  time: ['la hora', 'time'],
  organisations: ['añadir organizaciones', 'add organizations'],
  agenda: ['la agenda', 'agenda'],
  language: ['El idioma', 'The language'],
  boardPer: ['por persona', 'per person'],
};

it('names everything that is chosen, and last of all what stays', () => {
  const chosen = Object.keys(createCohortRequest.entries);
  expect(Object.keys(nameOrganisationRequest.entries)).toEqual(['name']);
  const changed = new Set([...Object.keys(changeCohortRequest.entries), 'organisations', 'agenda']);
  for (const [at, language] of (['es', 'en'] as const).entries()) {
    const lead = textIn(language, 'pages.create.lead');
    const stays = lead.search(/El idioma|The language/);
    for (const part of chosen) {
      const word = WORDS[part]?.[at] ?? part;
      expect(lead, part).toContain(word);
      expect(lead.indexOf(word) < stays, part).toBe(changed.has(part));
    }
  }
});
