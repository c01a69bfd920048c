/**
 * Proposals for grouping loose notes: into a theme that is there, or a new one. What a theme is about is learnt from its
 * title and its notes; the rest is the list of the sector. Nothing is applied here, and what is unsure stays loose.
 */
import type { Theme } from '../board/themes.ts';
import type { NoteId, ThemeId } from '../ids.ts';
import type { Language } from '../language.ts';
import { stemsOf } from './note-words.ts';
import { repeatedNotes } from './repeated.ts';
import { SECTOR_TOPICS, type SectorTopic } from './sector-words.ts';
import { topicMatchers, topicOf, topicScores } from './topics.ts';

/** What is read of a note. `theme` is the one it is in now. */
export interface Groupable {
  readonly id: NoteId;
  readonly text: string;
  readonly theme: ThemeId | null;
}

export interface ThemeProposal {
  /** Of the topic or the theme; the same as long as the same is proposed. */
  readonly key: string;
  /** The theme these notes would join, or null for a new one. */
  readonly into: ThemeId | null;
  readonly title: string;
  readonly notes: readonly NoteId[];
}

/** A theme of one note is made by whoever wants it, not proposed. */
const LEAST_NEW = 2;

/** The largest first; none for an empty board. */
export function suggestThemes(
  notes: readonly Groupable[],
  themes: readonly Pick<Theme, 'id' | 'title'>[],
  language: Language,
): ThemeProposal[] {
  const inside = new Map(themes.map(({ id }) => [id, notes.filter((note) => note.theme === id)]));
  const sector = topicMatchers(SECTOR_TOPICS);
  const claimed = new Map(themes.map(({ id, title }) => [id, subjectOf(title, inside.get(id) ?? [], sector)]));
  const learnt = themes.map(({ id, title }) => learntTopic(id, title, inside, claimed.get(id) ?? null));
  const free = SECTOR_TOPICS.filter(({ id }) => ![...claimed.values()].includes(id));
  const matchers = topicMatchers([...learnt, ...free]);
  const loose = notes.filter(({ theme }) => theme === null);
  const topics = topicsOf(loose, matchers);
  const proposed = Map.groupBy(
    loose.map(({ id }) => id).filter((id) => topics.has(id)),
    (id) => topics.get(id),
  );
  return [
    ...learnt.map((topic) => ({ ...topic, into: topic.id as ThemeId })),
    ...free.map((t) => ({ ...t, into: null })),
  ]
    .map(({ id, into, title }) => ({ key: id, into, title: title[language], notes: proposed.get(id) ?? [] }))
    .filter(({ into, notes }) => notes.length >= (into === null ? LEAST_NEW : 1))
    .sort((a, b) => b.notes.length - a.notes.length);
}

type Matchers = ReturnType<typeof topicMatchers>;

/** What notes are about; one that only repeats another is about the same. */
function topicsOf(notes: readonly Groupable[], matchers: Matchers): ReadonlyMap<NoteId, string> {
  const topics = new Map<NoteId, string>();
  for (const { id, text } of notes) {
    const topic = topicOf(text, matchers);
    if (topic !== null) topics.set(id, topic);
  }
  for (const { notes: pair } of repeatedNotes(notes)) {
    const [one, other] = pair;
    const topic = topics.get(one) ?? topics.get(other);
    if (topic !== undefined) for (const id of pair) topics.set(id, topic);
  }
  return topics;
}

/** The topic of the sector a theme is about: what its title says, else what most of its notes say. */
function subjectOf(title: string, notes: readonly Groupable[], sector: Matchers): string | null {
  const titled = SECTOR_TOPICS.find((topic) => Object.values(topic.title).includes(title.trim()));
  if (titled) return titled.id;
  const said = topicOf(title, sector);
  if (said !== null) return said;
  const counts = new Map<string, number>();
  for (const { text } of notes) {
    const topic = topicScores(text, sector)[0]?.topic;
    if (topic !== undefined) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most && most[1] >= 2 && most[1] * 2 > notes.length ? most[0] : null;
}

/** A theme as a topic: the words of its title and those its notes share and no other theme has, with the sector's own. */
function learntTopic(
  id: ThemeId,
  title: string,
  inside: ReadonlyMap<ThemeId, readonly Groupable[]>,
  subject: string | null,
): SectorTopic {
  const elsewhere = new Set(
    [...inside].flatMap(([theme, notes]) => (theme === id ? [] : notes.flatMap(({ text }) => [...stemsOf(text)]))),
  );
  const own = new Map<string, number>();
  for (const { text } of inside.get(id) ?? [])
    for (const stem of stemsOf(text)) own.set(stem, (own.get(stem) ?? 0) + 1);
  const shared = [...own].flatMap(([stem, times]) => (times >= 2 && !elsewhere.has(stem) ? [termOf(stem)] : []));
  const sector = SECTOR_TOPICS.find((topic) => topic.id === subject);
  return {
    id,
    title: { es: title, en: title },
    strong: [...new Set([...[...stemsOf(title)].map(termOf), ...(sector?.strong ?? [])])],
    usual: [...new Set([...shared, ...(sector?.usual ?? [])])],
  };
}

/** A root stands for all its endings; what is too short to be one, for itself. */
const termOf = (stem: string): string => (stem.length >= 3 && !/\d/u.test(stem) ? `${stem}*` : stem);
