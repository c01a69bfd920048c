/**
 * The minutes of a call (acta) as Markdown, of what was shared with the whole cohort and of nothing else: whoever gathers
 * the source keeps to that. Pure; knows no board.
 */
import type { Progress } from '../board/progress.ts';
import { dayInWords } from '../days.ts';
import type { Language } from '../language.ts';
import { LAYER_IDS, type LayerId } from '../template/kinds.ts';
import { areaTitle } from '../template/texts.ts';
import { joined, plain, section, table } from './markdown.ts';
import { MINUTES_WORDS, PROGRESS_WORDS } from './words.ts';

/** Names of facilitation, and those of each organisation. */
export interface PeopleByPlace {
  readonly facilitation: readonly string[];
  readonly organisations: readonly { readonly name: string; readonly people: readonly string[] }[];
}
export interface MinutesSource extends PeopleByPlace {
  readonly cohort: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly session: number;
  /** From the beginning to the end of the call; null while it is on. */
  readonly minutes: number | null;
  /** Who has a seat and was not there; null where nobody knows, and then the others are all who have one. */
  readonly absent: PeopleByPlace | null;
  /** With the minutes the agenda planned. */
  readonly phases: readonly { readonly title: string; readonly minutes: number }[];
  readonly themes: readonly MinutesTheme[];
  /** Notes of the group iceberg with dots, most first; empty while dots are hidden. */
  readonly dots: readonly { readonly note: string; readonly dots: number }[];
  readonly issues: readonly { readonly organisation: string; readonly title: string }[];
  readonly sentences: readonly { readonly organisation: string; readonly text: string }[];
  readonly commitments: readonly MinutesCommitment[];
  /** Signed as on the wall: with the organisation, never with a name. */
  readonly words: readonly { readonly organisation: string; readonly text: string }[];
}
export interface MinutesTheme {
  /** Empty for notes without a theme. */
  readonly title: string;
  /** What its notes say. */
  readonly layers: Readonly<Record<LayerId, readonly string[]>>;
  readonly dots: number;
}
export interface MinutesCommitment {
  readonly organisation: string;
  readonly what: string;
  readonly who: string;
  /** What support it asks for, or empty. */
  readonly support: string;
  /** `YYYY-MM-DD`, or empty. */
  readonly when: string;
  readonly session: number;
  readonly done: Progress;
}

/** Sections without anything in them are left out. `withNotes`: what notes say, by theme and with dots, not only how many there are. */
export function minutesOf(source: MinutesSource, language: Language, withNotes = true): string {
  const w = MINUTES_WORDS[language];
  const sections = [
    head(source, language),
    section(source.absent ? w.people : w.seats, people(source, language)),
    section(w.absent, source.absent ? people(withAnybody(source.absent), language) : []),
    section(
      w.phases,
      source.phases.map(({ title, minutes }) => `- ${plain(title)}: ${minutes} min`),
    ),
    section(w.themes, themes(source.themes, language)),
    ...(withNotes ? source.themes.map((theme) => notesOf(theme, language)) : []),
    section(w.dots, withNotes ? source.dots.map(({ note, dots }) => `- ${plain(note)} (${dots})`) : []),
    section(
      w.issues,
      source.issues.map((one) => `- **${plain(one.organisation)}:** ${plain(one.title)}`),
    ),
    section(
      w.sentences,
      source.sentences.map((one) => `- **${plain(one.organisation)}:** ${plain(one.text)}`),
    ),
    section(w.commitments, commitments(source.commitments, language)),
    section(
      w.words,
      source.words.map((one) => `- ${plain(one.text)}${signature(one)}`),
    ),
  ];
  return joined(sections);
}

/** Minutes that are kept, without what notes with dots say: up to 0.4.8 they had it. Nobody can write a heading (`plain`). */
export function withoutDottedNotes(minutes: string): string {
  const titles = Object.values(MINUTES_WORDS).map(({ dots }) => `## ${dots}`);
  const sections = minutes.split(/\n\n(?=## )/).filter((one) => !titles.includes(one.split('\n', 1)[0] ?? ''));
  return `${sections.join('\n\n').trimEnd()}\n`;
}

function head({ cohort, date, session, minutes }: MinutesSource, language: Language): string {
  const w = MINUTES_WORDS[language];
  const lasted = minutes === null ? [] : [`${w.lasted}: ${minutes} min`];
  const when = dayInWords(date, language);
  return [`# ${w.title}: ${plain(cohort)}`, '', [`${w.session} ${session}`, when, ...lasted].join(' · ')].join('\n');
}

const withAnybody = ({ facilitation, organisations }: PeopleByPlace): PeopleByPlace => ({
  facilitation,
  organisations: organisations.filter(({ people }) => people.length > 0),
});

function people({ facilitation, organisations }: PeopleByPlace, language: Language): string[] {
  const w = MINUTES_WORDS[language];
  const list = (names: readonly string[]): string => (names.length === 0 ? '—' : names.map(plain).join(', '));
  return [
    ...(facilitation.length === 0 ? [] : [`- **${w.facilitation}:** ${list(facilitation)}`]),
    ...organisations.map((one) => `- **${plain(one.name)}:** ${list(one.people)}`),
  ];
}

function themes(all: readonly MinutesTheme[], language: Language): string[] {
  if (all.length === 0) return [];
  const w = MINUTES_WORDS[language];
  const withDots = all.some(({ dots }) => dots > 0);
  const titles = [w.theme, ...LAYER_IDS.map((layer) => areaTitle(layer, language)), w.total];
  const rows = all.map(({ title, layers, dots }) => [
    title === '' ? w.loose : title,
    ...LAYER_IDS.map((layer) => String(layers[layer].length)),
    String(LAYER_IDS.reduce((sum, layer) => sum + layers[layer].length, 0)),
    ...(withDots ? [String(dots)] : []),
  ]);
  return table(withDots ? [...titles, w.dots] : titles, rows);
}

/** What its notes say, layer by layer, under its title. */
function notesOf({ title, layers }: MinutesTheme, language: Language): string {
  const lines = LAYER_IDS.flatMap((layer) =>
    layers[layer].map((text) => `- **${areaTitle(layer, language)}:** ${plain(text)}`),
  );
  const name = title === '' ? MINUTES_WORDS[language].loose : plain(title);
  return lines.length === 0 ? '' : [`### ${name}`, '', ...lines].join('\n');
}

function commitments(all: readonly MinutesCommitment[], language: Language): string[] {
  const read = all.map((one) => ({ ...one, when: dayInWords(one.when, language) }));
  return all.length === 0 ? [] : table(commitmentTitles(language), commitmentRows(read, language));
}

export const commitmentTitles = (language: Language): readonly string[] => {
  const w = MINUTES_WORDS[language];
  return [w.organisation, w.what, w.who, w.when, w.support, w.session, w.state];
};
/** Days as they are in the source: a spreadsheet knows `YYYY-MM-DD` for a day. */
export const commitmentRows = (all: readonly MinutesCommitment[], language: Language): string[][] =>
  all.map(({ organisation, what, who, support, when, session, done }) => [
    organisation,
    what,
    who,
    when,
    support,
    String(session),
    PROGRESS_WORDS[language][done],
  ]);

const signature = ({ organisation }: MinutesSource['words'][number]): string =>
  organisation === '' ? '' : ` — ${plain(organisation)}`;
