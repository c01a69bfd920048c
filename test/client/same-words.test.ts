/** One thing has one word: on the boards, in the panel and in the guide. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { textIn } from '../../client/i18n/text.ts';
import { agendaOf, minutesOf, presetTitle } from '../../shared/cohort/agenda.ts';
import { LANGUAGES } from '../../shared/language.ts';

const guide = readFileSync(fileURLToPath(new URL('../../docs/guia-de-facilitacion.md', import.meta.url)), 'utf8');

it.each(LANGUAGES)('a round is called so on the boards and in the panel (%s)', (language) => {
  expect(textIn(language, 'peers.round.turn', { turn: 1, count: 3 })).toBe(
    textIn(language, 'panel.round', { number: 1, count: 3 }),
  );
});

it('the guide names the button that sends a gift as it is called', () => {
  expect(guide).toContain(`escriben y tocan *${textIn('es', 'peers.gift.send')}*`);
});

it('says of one group what is right of many', () => {
  expect(textIn('es', 'panel.groupsDone', { done: 0, total: 1 })).toBe('Grupos que terminaron: 0 de 1');
});

it('names the short agenda by the time it fits in, beside the minutes its phases take', () => {
  expect(minutesOf(agendaOf('express'))).toBe(82);
  expect(LANGUAGES.map((language) => presetTitle('express', language))).toEqual([
    'Solo iceberg (cabe en 90 min)',
    'Iceberg only (fits in 90 min)',
  ]);
});
