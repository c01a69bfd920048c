/**
 * The summary of a cohort for whoever pays for it: numbers of what was shared with the whole cohort, and of nothing else. No
 * name, no word of a note, nothing told of one organisation. As Markdown; pure, knows no board.
 */
import type { Progress } from '../board/progress.ts';
import { dayInWords } from '../days.ts';
import type { Language } from '../language.ts';
import { LAYER_IDS, type LayerId, TAG_IDS, type TagId } from '../template/kinds.ts';
import { areaTitle, tagLabel } from '../template/texts.ts';
import { joined, plain, section, table } from './markdown.ts';
import { PROGRESS_WORDS, SUMMARY_WORDS } from './words.ts';

/** Notes of a layer by tag; `none` has none. */
export type TagCounts = Readonly<Record<TagId | 'none', number>>;

export interface SummarySource {
  readonly cohort: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly session: number;
  /** Who was at the call of `session`; null where nobody knows, and before one. */
  readonly there: { readonly organisations: number; readonly people: number } | null;
  /** With a seat. People of organisations, not facilitation. */
  readonly seats: { readonly organisations: number; readonly people: number };
  readonly layers: Readonly<Record<LayerId, TagCounts>>;
  readonly themes: readonly SummaryTheme[];
  /** Organisations that told an issue, and that published a sentence. */
  readonly issues: number;
  readonly sentences: number;
  /** Lines that were published as alliances. */
  readonly alliances: number;
  /** By call, the first one first. */
  readonly commitments: readonly SummaryCommitments[];
}
export interface SummaryTheme {
  /** Empty for notes without a theme. */
  readonly title: string;
  /** Whose name is on at least one of its notes. */
  readonly organisations: number;
  readonly layers: Readonly<Record<LayerId, number>>;
}
export interface SummaryCommitments {
  readonly session: number;
  readonly made: Readonly<Record<Progress, number>>;
  /** Of them, those that ask for support. */
  readonly support: number;
}

/** One or two organisations can be told by their theme: they are said as fewer than this. */
const FEW = 3;

/** Sections without anything in them are left out. */
export function summaryOf(source: SummarySource, language: Language): string {
  const w = SUMMARY_WORDS[language];
  const when = [`${w.session} ${source.session}`, dayInWords(source.date, language)];
  return joined([
    `# ${w.title}: ${plain(source.cohort)}`,
    when.filter((part) => part !== '').join(' · '),
    w.intro,
    section(w.people, people(source, language)),
    section(w.layers, layers(source.layers, language)),
    section(w.themes, themes(source.themes, language)),
    source.themes.some(isFew) ? w.few : '',
    section(w.told, told(source, language)),
    section(w.commitments, commitments(source.commitments, language)),
  ]);
}

const isFew = ({ organisations }: SummaryTheme): boolean => organisations > 0 && organisations < FEW;

function people({ there, seats }: SummarySource, language: Language): string[] {
  const w = SUMMARY_WORDS[language];
  const line = (word: string, now: number | undefined, all: number): string =>
    `- **${word}:** ${now === undefined ? all : `${now} ${w.of} ${all}`}`;
  return [
    line(w.organisations, there?.organisations, seats.organisations),
    line(w.persons, there?.people, seats.people),
  ];
}

function layers(all: SummarySource['layers'], language: Language): string[] {
  const w = SUMMARY_WORDS[language];
  const kinds = [...TAG_IDS, 'none'] as const;
  const countsOf = (counts: TagCounts): number[] => kinds.map((kind) => counts[kind]);
  const row = (name: string, counts: readonly number[]): string[] => [name, ...counts.map(String), String(sum(counts))];
  const rows = LAYER_IDS.map((layer) => row(areaTitle(layer, language), countsOf(all[layer])));
  const totals = kinds.map((kind) => sum(LAYER_IDS.map((layer) => all[layer][kind])));
  if (sum(totals) === 0) return [];
  const titles = [w.layer, ...TAG_IDS.map((tag) => tagLabel(tag, language)), w.untagged, w.total];
  return table(titles, [...rows, row(w.total, totals)]);
}

function themes(all: readonly SummaryTheme[], language: Language): string[] {
  if (all.length === 0) return [];
  const w = SUMMARY_WORDS[language];
  const titles = [w.theme, w.organisations, ...LAYER_IDS.map((layer) => areaTitle(layer, language)), w.total];
  const rows = all.map((theme) => {
    const counts = LAYER_IDS.map((layer) => theme.layers[layer]);
    const organisations = isFew(theme) ? w.fewerThan : String(theme.organisations);
    return [theme.title === '' ? w.loose : theme.title, organisations, ...counts.map(String), String(sum(counts))];
  });
  return table(titles, rows);
}

function told({ issues, sentences, alliances }: SummarySource, language: Language): string[] {
  const w = SUMMARY_WORDS[language];
  const lines: [string, number][] = [
    [w.issues, issues],
    [w.sentences, sentences],
    [w.alliances, alliances],
  ];
  return lines.filter(([, count]) => count > 0).map(([word, count]) => `- **${word}:** ${count}`);
}

function commitments(all: readonly SummaryCommitments[], language: Language): string[] {
  if (all.length === 0) return [];
  const w = SUMMARY_WORDS[language];
  const { done, underway, dropped } = PROGRESS_WORDS[language];
  const titles = [w.session, w.made, done, underway, dropped, w.open, w.support];
  const rows = all.map(({ session, made, support }) =>
    [session, sum(Object.values(made)), made.done, made.underway, made.dropped, made.open, support].map(String),
  );
  return table(titles, rows);
}

const sum = (counts: readonly number[]): number => counts.reduce((all, one) => all + one, 0);
