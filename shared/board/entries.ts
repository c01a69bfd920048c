/**
 * Entries of a page: a map each, with shared texts and plain values, as gifts, commitments and words are. What they have
 * in common: their texts, reading plain values that may be anything, and a deletion that typing overtakes. Knows no kind.
 */
import * as Y from 'yjs';
import { LONGEST_TEXT } from './note.ts';
import { textSum } from './text-sum.ts';

/** The shared text of an entry under a key, or null when the wire brought something else. */
export function entryText(entry: unknown, key: string): Y.Text | null {
  const text = entry instanceof Y.Map ? entry.get(key) : null;
  return text instanceof Y.Text && text.length <= LONGEST_TEXT ? text : null;
}

/** What the text says, empty when it is none. */
export const entryWords = (entry: unknown, key: string): string => entryText(entry, key)?.toString() ?? '';

/** The sum of several texts: another one when a letter of any of them is another. */
export const entrySum = (entry: unknown, keys: readonly string[]): string =>
  textSum(keys.map((key) => entryWords(entry, key)).join('\n'));

/** As of notes: a deletion remembers the texts it deleted, and no longer holds once somebody typed in one of them. */
export function isGone(entry: Y.Map<unknown>, keys: readonly string[]): boolean {
  const mark = entry.get('deleted');
  return typeof mark === 'object' && mark !== null && 'sum' in mark && mark.sum === entrySum(entry, keys);
}

export const markGone = (entry: Y.Map<unknown>, keys: readonly string[], at: number): void => {
  entry.set('deleted', { at, sum: entrySum(entry, keys) });
};

export const finiteOf = (value: unknown, otherwise: number): number =>
  typeof value === 'number' && Number.isFinite(value) ? value : otherwise;
export const orNull = <T>(value: unknown, is: (x: unknown) => x is T): T | null => (is(value) ? value : null);
