/**
 * What notes of a community of practice are usually about, and the words that tell it: a list for community organisations
 * in Puerto Rico, in Spanish with the usual English beside it. Written for this project. Knows no note.
 *
 * A term is one word or several in a row, folded (note-words.ts); `*` stands for any ending, `#` for any number. Strong
 * terms say the topic by themselves, usual ones together with another.
 */
import type { Language } from '../language.ts';
import topics from './sector-words.json' with { type: 'json' };

export interface SectorTopic {
  readonly id: string;
  readonly title: Readonly<Record<Language, string>>;
  readonly strong: readonly string[];
  readonly usual: readonly string[];
}

/** A line of the list holds several terms. */
const termsIn = (lines: readonly string[]): readonly string[] => lines.flatMap((line) => line.split(', '));

export const SECTOR_TOPICS: readonly SectorTopic[] = topics.map(({ id, title, strong, usual }) => ({
  id,
  title,
  strong: termsIn(strong),
  usual: termsIn(usual),
}));
