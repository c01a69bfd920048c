/** Taking a large change back: a value returns only where it still is what the change made of it. Knows nobody's rights. */
import * as Y from 'yjs';
import { isThemeId, type ThemeId } from '../ids.ts';
import { type BulkRecord, contentSum, type KeyedValue, valueSum } from './bulk-record.ts';
import { metaOf, notesOf, themesOf, type Writer, write } from './document.ts';
import { isDeleted, noteText } from './note.ts';
import { textSum } from './text-sum.ts';

export interface BulkOutcome {
  /** Notes of which something came back. */
  readonly restored: number;
  /** Notes that stay as somebody left them since. */
  readonly kept: number;
}

/** How many notes of a change are still as it left them: 0 when there is nothing to take back. */
export function standing(doc: Y.Doc, record: BulkRecord): number {
  let count = 0;
  for (const [id, change] of Object.entries(record.notes)) {
    const note = notesOf(doc).get(id);
    if (!(note instanceof Y.Map)) continue;
    if (typeof change === 'string' ? isUntouched(note, change) : heldKeys(note, change).length > 0) count += 1;
  }
  return count;
}

/** Takes a change back in one transaction of the writer. What was changed since, by whomever, stays. */
export function undoBulk(w: Writer, record: BulkRecord, now: number): BulkOutcome {
  let restored = 0;
  let kept = 0;
  write(w, () => {
    for (const [id, change] of Object.entries(record.notes)) {
      const note = notesOf(w.doc).get(id);
      const isBack = note instanceof Y.Map && restore(note, change, now);
      if (isBack) restored += 1;
      else kept += 1;
    }
    restoreColumns(w.doc, record);
    for (const theme of record.themes) dropIfEmpty(w.doc, theme);
  });
  return { restored, kept };
}

function restore(note: Y.Map<unknown>, change: BulkRecord['notes'][string], now: number): boolean {
  if (typeof change === 'string') {
    if (!isUntouched(note, change)) return false;
    note.set('deleted', { at: now, sum: textSum(noteText(note)?.toString() ?? '') });
    return true;
  }
  const keys = heldKeys(note, change);
  for (const [key, [before]] of keys) {
    if (before === null) note.delete(key);
    else note.set(key, before);
  }
  return keys.length > 0;
}

/** A note the change made, and nobody touched since. */
const isUntouched = (note: Y.Map<unknown>, sum: string): boolean => !isDeleted(note) && contentSum(note) === sum;

/** The values of a note that still are what the change made of them. A note somebody else deleted since has none. */
function heldKeys(note: Y.Map<unknown>, change: Readonly<Record<string, KeyedValue>>): [string, KeyedValue][] {
  const held = Object.entries(change).filter(([key, [, after]]) => valueSum(note.get(key)) === after);
  return isDeleted(note) && !held.some(([key]) => key === 'deleted') ? [] : held;
}

function restoreColumns(doc: Y.Doc, { columns }: BulkRecord): void {
  if (columns && valueSum(metaOf(doc).get('columns')) === columns[1]) metaOf(doc).set('columns', columns[0]);
}

/** A theme the change made goes when no note is in it any more. */
function dropIfEmpty(doc: Y.Doc, theme: ThemeId): void {
  const map = themesOf(doc).get(theme);
  if (!isThemeId(theme) || !(map instanceof Y.Map) || map.get('deleted') === true) return;
  for (const note of notesOf(doc).values())
    if (note instanceof Y.Map && !isDeleted(note) && note.get('theme') === theme) return;
  map.set('deleted', true);
}
