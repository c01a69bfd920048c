/**
 * The last large changes of a board, kept in the board itself, so that anybody who may write can take one of them back,
 * also after a reload and after others went on working. What a change looks like on its way is in bulk-record.ts, how it
 * is taken back in bulk-undo.ts. Knows no view and nobody's rights.
 */
import * as Y from 'yjs';
import { type BulkRecord, parseBulk, RECORD_SIZE } from './bulk-record.ts';
import { bulkOf } from './document.ts';

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
