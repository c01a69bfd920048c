/**
 * A board kept in this browser's IndexedDB: every change is there at once, and with it how much of it the server is
 * known to have. Knows no connection.
 */
import { IndexeddbPersistence } from 'y-indexeddb';
import * as Y from 'yjs';
import { shelfName } from './shelf-name.ts';

export interface Shelf {
  /** The origin of changes that come from this device. */
  readonly origin: unknown;
  /** Resolves when what was kept is in the document, or cannot be had. Never rejects. */
  readonly ready: Promise<{ readonly found: boolean; readonly unsent: boolean }>;
  /** The server has everything that is in the document now. */
  markSaved(): void;
  /** Removes what this device keeps. The document in memory stays as it is. May be called twice. */
  forget(): void;
  close(): void;
}

const PATIENCE_MS = 3000;
const SAVED = 'saved';

/** The board as this device keeps it for this seat. */
export function openShelf(doc: Y.Doc, board: string, person: string): Shelf {
  if (typeof indexedDB === 'undefined') return noShelf;
  const kept = new IndexeddbPersistence(shelfName(board, person), doc);
  const content = kept.whenSynced.then(async () => {
    const saved: unknown = await kept.get(SAVED);
    const found = doc.store.clients.size > 0;
    return { found, unsent: found && isBeyond(doc, saved) };
  });
  // Firefox refuses IndexedDB in private windows; some browsers hang: both mean going on without.
  const missing = { found: false, unsent: false };
  const late = new Promise<typeof missing>((resolve) => setTimeout(resolve, PATIENCE_MS, missing));
  return {
    origin: kept,
    ready: Promise.race([content, late]).catch(() => missing),
    markSaved() {
      if (kept.db) void kept.set(SAVED, Y.encodeStateVector(doc).slice().buffer).catch(() => undefined);
    },
    forget: () => void kept.clearData().catch(() => undefined),
    close: () => void kept.destroy().catch(() => undefined),
  };
}

const noShelf: Shelf = {
  origin: null,
  ready: Promise.resolve({ found: false, unsent: false }),
  markSaved: () => undefined,
  forget: () => undefined,
  close: () => undefined,
};

/** Whether the document holds anything a kept state vector does not cover. */
function isBeyond(doc: Y.Doc, saved: unknown): boolean {
  const known = saved instanceof ArrayBuffer ? Y.decodeStateVector(new Uint8Array(saved)) : new Map<number, number>();
  for (const client of doc.store.clients.keys()) {
    if (Y.getState(doc.store, client) > (known.get(client) ?? 0)) return true;
  }
  return false;
}
