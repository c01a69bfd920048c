/** Folds what a database holds of one board. Reads only, so it may run on a connection and in a process of its own. */

import type { StoredSnapshot } from '../sync/ports.ts';
import { BoardReader, type BoardRows } from './board-rows.ts';
import type { Database } from './database.ts';
import { fold, readsInTime } from './fold.ts';

/** Which board, and up to which of its records. */
export interface FoldRequest {
  readonly document: number;
  readonly through: number;
}

export interface FoldedBoard {
  /** Null when there is nothing to fold, when something is damaged, or when a record builds on a lost one. */
  readonly snapshot: StoredSnapshot | null;
  /** How many records after the previous snapshot went into it. */
  readonly records: number;
  /** The numbers of the records Yjs could not read. */
  readonly unreadable: readonly number[];
}

export type Fold = (request: FoldRequest) => Promise<FoldedBoard>;

/**
 * Throws when a row is unsound or missing (whoever reads the board next names it and sets it aside), and when the snapshot
 * would be worse than the records.
 */
export function foldRows({ snapshot, records, damaged, gap, missing }: BoardRows): FoldedBoard {
  if (damaged.length > 0 || gap) throw new Error('a record of this board is damaged');
  if (records.length === 0) return { snapshot: null, records: 0, unreadable: [] };
  if (missing.length > 0) throw new Error('a record of this board is missing');
  const updates = records.map(({ update }) => update);
  const folded = fold(snapshot?.bytes ?? null, updates);
  if (folded.snapshot !== null && !readsInTime(folded.snapshot.bytes))
    throw new Error('the snapshot would take too long to read');
  const unreadable = folded.unreadable.map((i) => records[i]?.seq ?? -1);
  return { snapshot: folded.snapshot, records: records.length, unreadable };
}

/** Folding on the caller's own connection, at once. */
export function foldHere(database: Database): Fold {
  let reader: BoardReader | null = null;
  return async ({ document, through }) => {
    reader ??= new BoardReader(database);
    return foldRows(reader.read(document, through));
  };
}
