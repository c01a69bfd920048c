/** The first page of an organisation's report: numbers, the starred note, the issue, the sentence and what the team will do. */
import { dayInWords } from '../days.ts';
import type { Language } from '../language.ts';
import { sectionTexts } from '../template/feedback.ts';
import { statementTexts } from '../template/texts.ts';
import { escaped, tag } from './html.ts';
import type { OrganisationSource } from './organisation.ts';
import { layerCounts, lines, noteItem } from './organisation-notes.ts';
import type { Say } from './organisation-words.ts';

export function synthesis(source: OrganisationSource, language: Language, say: Say): string {
  const { iceberg, personal, feedback, statement } = source;
  const part = (title: string, body: string): string => (body === '' ? '' : tag('h3', escaped(title)) + body);
  const counted = (title: string, notes: OrganisationSource['iceberg']): string =>
    part(title, notes.length === 0 ? '' : layerCounts(notes, language, say));
  const starred = iceberg.filter(({ star }) => star).map((note) => tag('li', noteItem(note, language, say)));
  const written = (text: string): string => (text === '' ? '' : tag('p', lines(text), 'sentence'));
  return [
    counted(say('iceberg'), iceberg),
    personal === null ? '' : counted(say('personal', { person: personal.person }), personal.notes),
    part(say('starred'), starred.length === 0 ? '' : tag('ul', starred.join('\n'))),
    part(sectionTexts('issue', language).title, written(feedback.issue)),
    part(statementTexts(language).title, written(statement)),
    part(say('commitments'), promises(source, language, say)),
  ]
    .filter((one) => one !== '')
    .join('\n');
}

/** Of this call, each in a line. */
function promises({ commitments, session }: OrganisationSource, language: Language, say: Say): string {
  const items = commitments
    .filter((one) => one.session === session)
    .map(({ what, who, when }) => {
      const day = when === '' ? say('noDay') : dayInWords(when, language);
      return tag('li', lines([what, who, day].filter((one) => one.trim() !== '').join(' · ')));
    });
  return items.length === 0 ? '' : tag('ul', items.join('\n'));
}
