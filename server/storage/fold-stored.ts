/** Folds what a database holds of one board. Reads only, so it may run on a connection and in a process of its own. */

import type { StoredSnapshot } from '../sync/ports.ts';
import { BoardReader } from './board-rows.ts';
import type { Database } from './database.ts';
import { fold } from './fold.ts';

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

/** Rejects with a DamagedBoard when a row is unsound: whoever reads the board next names it and sets it aside. */
export function foldStored(reader: BoardReader, { document, through }: FoldRequest): FoldedBoard {
  const { snapshot, records, damaged, gap } = reader.read(document, through);
  if (damaged.length > 0 || gap) throw new Error('a record of this board is damaged');
  if (records.length === 0) return { snapshot: null, records: 0, unreadable: [] };
  const updates = records.map(({ update }) => update);
  const folded = fold(snapshot?.bytes ?? null, updates);
  const unreadable = folded.unreadable.map((i) => records[i]?.seq ?? -1);
  return { snapshot: folded.snapshot, records: records.length, unreadable };
}

/** Folding on the caller's own connection, at once. */
export function foldHere(database: Database): Fold {
  let reader: BoardReader | null = null;
  return async (request) => {
    reader ??= new BoardReader(database);
    return foldStored(reader, request);
  };
}
