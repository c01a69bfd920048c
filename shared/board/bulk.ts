/**
 * The last large changes of a board, kept in the board itself, so that anybody who may write can take one of them back,
 * also after a reload and after others went on working. A value comes back only where it still is what the change made of
 * it. What a change looks like on its way is in bulk-record.ts. Knows no view and nobody's rights.
 */
import * as Y from 'yjs';
import { isThemeId, type ThemeId } from '../ids.ts';
import { type BulkRecord, contentSum, type KeyedValue, parseBulk, RECORD_SIZE, valueSum } from './bulk-record.ts';
import { bulkOf, metaOf, notesOf, themesOf, type Writer, write } from './document.ts';
import { isDeleted, noteText } from './note.ts';
import { textSum } from './text-sum.ts';

/** So many are offered. */
export const KEPT_BULKS = 5;
/** Characters of JSON of all of them together. */
const ALL_RECORDS = 1_000_000;

export interface Bulk {
  readonly slot: string;
  readonly record: BulkRecord;
}

/** The last large changes, the newest first. */
export function readBulks(doc: Y.Doc): Bulk[] {
  return stored(doc).slice(0, KEPT_BULKS);
}

function stored(doc: Y.Doc): Bulk[] {
  const found: Bulk[] = [];
  for (const [slot, value] of bulkOf(doc)) {
    const record = parseBulk(value);
    if (record) found.push({ slot, record });
  }
  return found.sort((a, b) => b.record.at - a.record.at || (a.slot < b.slot ? -1 : 1));
}

/**
 * Writes a change down; `again` is the slot of the same change when it went on. Gives back the slot, or null when it is
 * too large to keep. Each has a slot of its own, so that people who record at the same instant all keep theirs; the next
 * who records takes away what nobody is offered any more.
 */
export function keepBulk(doc: Y.Doc, origin: unknown, record: BulkRecord, again: string | null): string | null {
  const json = JSON.stringify(record);
  if (json.length > RECORD_SIZE) return null;
  const slot = again ?? `${doc.clientID}.${Y.getState(doc.store, doc.clientID)}`;
  const others = stored(doc).filter((bulk) => bulk.slot !== slot);
  const newest = others[0]?.record.at ?? 0;
  doc.transact(() => {
    let room = ALL_RECORDS - json.length;
    const kept = new Set([slot]);
    for (const bulk of others.slice(0, KEPT_BULKS - 1)) {
      room -= JSON.stringify(bulk.record).length;
      if (room >= 0) kept.add(bulk.slot);
    }
    for (const old of bulkOf(doc).keys()) if (!kept.has(old)) bulkOf(doc).delete(old);
    const plain: BulkRecord = JSON.parse(json);
    // Clocks of devices differ: what was written last is the last.
    bulkOf(doc).set(slot, { ...plain, at: Math.max(record.at, newest + 1) });
  }, origin);
  return slot;
}

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
