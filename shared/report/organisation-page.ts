/**
 * The report of one organisation as a page: first what matters on one page of paper, then all its own boards say. Private
 * notes are in it, because it is the team's own. Pure; knows no board and no right.
 */
import { dayInWords, momentInWords } from '../days.ts';
import type { Language } from '../language.ts';
import { themeTexts } from '../template/texts.ts';
import { escaped, reportPage, tag } from './html.ts';
import type { OrganisationSource } from './organisation.ts';
import { commitmentList, feedbackPart } from './organisation-feedback.ts';
import { growthPart } from './organisation-growth.ts';
import { icebergNotes, themeNotes, valueNotes } from './organisation-notes.ts';
import { synthesis } from './organisation-synthesis.ts';
import { type Say, sayIn } from './organisation-words.ts';

const STYLE = `
html { background: #fff; color-scheme: light; }
body { overflow-wrap: break-word; }
.text { white-space: pre-line; }
.hint { margin: 0 0 1.5rem; border: 2px dashed #0b5c8c; border-radius: 0.5rem; padding: 0.75rem 1rem; }
.kind { margin: 0; font-weight: 600; letter-spacing: 0.02em; }
.facts { margin: 0.25rem 0 0.75rem; }
.readers { border-left: 4px solid #102a43; margin: 0 0 0.75rem; padding-left: 0.75rem; }
.soft { margin: 0.25rem 0 0.5rem; font-size: 0.875rem; }
.sentence { margin: 0.25rem 0; }
.mark { display: inline-block; border: 1px solid #486581; border-radius: 0.75rem; padding: 0 0.5rem; font-size: 0.8125rem; }
.answer { margin: 0.25rem 0 0; }
.counts { display: grid; grid-template-columns: 8rem minmax(0, 1fr); gap: 1rem; align-items: center; margin: 0.5rem 0; }
.ice { width: 100%; height: auto; break-inside: avoid; }
li { margin: 0.25rem 0; }
p { orphans: 3; widows: 3; }
@media (max-width: 40rem) { .counts { grid-template-columns: minmax(0, 1fr); } .counts th, .counts td { padding: 0.25rem; font-size: 0.75rem; } .ice { max-width: 10rem; } }
@media print {
  .hint { display: none; }
  .first { break-after: page; font-size: 10pt; line-height: 1.35; }
  .first h2 { margin-top: 1rem; }
  .first h3 { margin-top: 0.75rem; }
  .ice { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
}
`;

/** A part of the report; without anything in it only its name is told, at the end. */
interface Part {
  readonly title: string;
  readonly body: string;
  /** With the cover on a page of paper of its own. */
  readonly isFirst?: boolean;
}

export function organisationPage(source: OrganisationSource, language: Language): string {
  const say = sayIn(language);
  const parts = partsOf(source, language, say);
  const written = parts.filter(({ body }) => body !== '');
  const body = [
    tag('p', escaped(say('pdf')), 'hint'),
    cover(source, language, say),
    written.length === 0 ? tag('p', escaped(say('empty', { org: source.organisation }))) : '',
    ...written.map(sectionOf),
    sectionOf({ title: say('how'), body: howMade(source, parts, language, say) }),
  ].filter((part) => part !== '');
  const title = `${say('title', { org: source.organisation })} · ${source.cohort}`;
  return reportPage({ title, language, body: body.join('\n'), style: STYLE });
}

function partsOf(source: OrganisationSource, language: Language, say: Say): Part[] {
  const { growth, personal, feedback, commitments, session } = source;
  const { untitled } = themeTexts(language);
  const themes = source.themes.map((one) => ({ ...one, title: one.title === '' ? untitled : one.title }));
  return [
    { title: say('synthesis'), body: synthesis(source, language, say), isFirst: true },
    ...(growth === null ? [] : [{ title: say('growth'), body: growthPart(growth, language, say) }]),
    { title: say('iceberg'), body: icebergNotes(source.iceberg, language, say) },
    ...(personal === null
      ? []
      : [{ title: say('personal', { person: personal.person }), body: icebergNotes(personal.notes, language, say) }]),
    { title: say('themes'), body: themeNotes(themes, language, say) },
    { title: say('value'), body: valueNotes(source, language, say) },
    { title: say('feedback'), body: feedbackPart(feedback, language, say) },
    { title: say('commitments'), body: commitmentList(commitments, session, language, say) },
  ];
}

const sectionOf = ({ title, body, isFirst = false }: Part): string =>
  tag('section', `${tag('h2', escaped(title))}\n${body}`, isFirst ? 'first' : '');

function cover(source: OrganisationSource, language: Language, say: Say): string {
  const { cohort, organisation, session, date, personal } = source;
  const facts = [cohort, say('session', { session }), dayInWords(date, language)];
  const readers = [
    say('readers', { org: organisation }),
    ...(personal && personal.notes.length > 0 ? [say('readersPersonal', { person: personal.person })] : []),
  ];
  return tag(
    'header',
    [
      tag('p', escaped(say('kind')), 'kind'),
      tag('h1', escaped(organisation)),
      tag('p', escaped(facts.filter((one) => one !== '').join(' · ')), 'facts'),
      tag('p', escaped(readers.join(' ')), 'readers'),
    ].join('\n'),
  );
}

function howMade(source: OrganisationSource, parts: readonly Part[], language: Language, say: Say): string {
  const { organisation: org, madeAt, phases, boardPerPerson, growth } = source;
  const blank = parts.slice(1).filter(({ body }) => body === '');
  const planned = phases.map(({ title, minutes }) => say('minutes', { title, minutes })).join(', ');
  const told = [
    say('made', { when: momentInWords(madeAt, language) }),
    ...(planned === '' ? [] : [say('agenda', { phases: planned })]),
    ...(blank.length === 0 ? [] : [say('nothing', { parts: blank.map(({ title }) => title).join(', ') })]),
    ...(growth === null ? [say('noGrowth', { org })] : []),
    ...(boardPerPerson ? [say('perPerson')] : []),
    say('without'),
    say('tool'),
  ];
  return told.map((one) => tag('p', escaped(one))).join('\n');
}
