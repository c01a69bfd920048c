/**
 * Folds the records of a board into one snapshot, and says what a reader of a snapshot must know without opening it.
 * Knows Yjs and time: no table, no disk, no thread.
 */
import * as Y from 'yjs';
import type { StoredSnapshot } from '../sync/ports.ts';
import { usedMs, within } from '../within.ts';

export interface Folded {
  /** Null when something waits for a record that is lost: folding would hide that it does. */
  readonly snapshot: StoredSnapshot | null;
  /** Which of the updates Yjs could not read, by their place in the list. They are in no snapshot. */
  readonly unreadable: readonly number[];
}

/** Never throws on what somebody wrote: an update Yjs cannot read is left out and named. */
export function fold(snapshot: Uint8Array | null, updates: readonly Uint8Array[]): Folded {
  const doc = new Y.Doc({ gc: true });
  const unreadable: number[] = [];
  try {
    // One transaction: what Yjs does at the end of each is done once.
    doc.transact(() => {
      if (snapshot !== null) Y.applyUpdate(doc, snapshot);
      updates.forEach((update, i) => {
        try {
          Y.applyUpdate(doc, update);
        } catch {
          // Bytes that are no update, whatever Yjs calls it.
          unreadable.push(i);
        }
      });
    });
    const waits = doc.store.pendingStructs !== null || doc.store.pendingDs !== null;
    return { snapshot: waits ? null : stateOf(doc), unreadable };
  } finally {
    doc.destroy();
  }
}

/** Processor time in ms and in ms a byte, several times what honest boards take; and how much more a busy computer may need. */
const MOST_MS = 1_000;
const MOST_MS_A_BYTE = 0.0003;
const PATIENCE = 5;

/**
 * Whether whoever reads a snapshot is done in good time. Its parts are in another order than they came in: who knows that
 * order can write what was quickly applied and is slowly read.
 */
export function readsInTime(bytes: Uint8Array): boolean {
  const most = MOST_MS + bytes.length * MOST_MS_A_BYTE;
  const doc = new Y.Doc({ gc: true });
  const before = usedMs();
  return within(PATIENCE * most, () => Y.applyUpdate(doc, bytes)) !== null && usedMs() - before <= most;
}

/** What a snapshot stored without its head is about. Throws when Yjs cannot read it. */
export function describe(bytes: Uint8Array): StoredSnapshot {
  const doc = new Y.Doc({ gc: true });
  try {
    Y.applyUpdate(doc, bytes);
    return { ...stateOf(doc), bytes };
  } finally {
    doc.destroy();
  }
}

function stateOf(doc: Y.Doc): StoredSnapshot {
  const stateVector = Y.encodeStateVector(doc);
  let entries = 0;
  for (const root of doc.share.values()) entries += root._map.size;
  return {
    bytes: Y.encodeStateAsUpdate(doc),
    stateVector,
    // Everything after what is already known: no struct, and all that is deleted.
    deletes: Y.encodeStateAsUpdate(doc, stateVector),
    entries,
  };
}
