/**
 * Keeps boards in SQLite: per board a snapshot and the updates after it, each with a checksum. Knows no room and does
 * not look into an update; folding is done elsewhere, on what is stored.
 *
 * The snapshot before the newest is kept with the updates between the two, so that one damaged record, even a snapshot,
 * never costs more than itself.
 */
import type { BoardId } from '../../shared/ids.ts';
import type { BoardStorage, Compacted, Log, StoredBoard, StoredUpdate } from '../sync/ports.ts';
import { BoardReader, type BoardRows } from './board-rows.ts';
import { createBoardTables } from './board-tables.ts';
import { BoardWriter, isUnknownBoard, type Place } from './board-writer.ts';
import { isCorruption } from './damaged.ts';
import { checkReadable, type Database, inTransaction } from './database.ts';
import { type Fold, foldHere } from './fold-stored.ts';
import { countOf } from './missing.ts';
import { SnapshotWriter } from './snapshot-writer.ts';

export interface BoardStoreOptions {
  readonly database: Database;
  readonly log: Log;
  /** Where folding is done; here, at once, unless somebody else does it. */
  readonly fold?: Fold;
}

/** `database` stays the caller's: closing the store does not close it. */
export const createBoardStore = (options: BoardStoreOptions): BoardStorage => new BoardStore(options);

/** Where each reads something else, the board is not given out. */
const MOST_READINGS = 4;

class BoardStore implements BoardStorage {
  readonly #database: Database;
  readonly #log: Log;
  readonly #fold: Fold;
  readonly #reader: BoardReader;
  readonly #writer: BoardWriter;
  readonly #snapshots: SnapshotWriter;
  /** One board after the other. */
  #compacting: Promise<unknown> = Promise.resolve();
  #closed = false;

  constructor({ database, log, fold }: BoardStoreOptions) {
    this.#database = database;
    this.#log = log;
    this.#fold = fold ?? foldHere(database);
    createBoardTables(database);
    this.#reader = new BoardReader(database);
    this.#writer = new BoardWriter(database);
    this.#snapshots = new SnapshotWriter(database);
    this.#snapshots.dropUnfinished();
  }

  async append(batch: ReadonlyArray<StoredUpdate>): Promise<ReadonlySet<BoardId>> {
    const boards = [...Map.groupBy(batch, ({ board }) => board)];
    try {
      this.#appendTogether(boards);
      return new Set();
    } catch (error) {
      if (!isTroubleOfOne(error)) throw error;
    }
    // Each on its own: the trouble of one costs nobody else.
    const failed = new Set<BoardId>();
    for (const [board, updates] of boards) {
      const trouble = this.#appendAlone(board, updates);
      if (trouble === null) continue;
      this.#writer.forget(board);
      failed.add(board);
      this.#log('append-refused', { board, why: messageOf(trouble) });
    }
    return failed;
  }

  async load(board: BoardId): Promise<StoredBoard | null> {
    const place = this.#writer.find(board);
    if (place === null) return null;
    const rows = await this.#read(place.id);
    const { snapshot, records } = rows;
    this.#name(board, rows);
    if (!isWhole(rows)) this.#setAside(board, place, rows);
    return {
      snapshot,
      updates: records.map(({ update }) => update),
      takesBack: records.some(({ takesBack }) => takesBack),
    };
  }

  compact(board: BoardId): Promise<Compacted | null> {
    const own = this.#compacting.then(() => this.#compact(board));
    this.#compacting = own.catch(() => undefined);
    return own;
  }

  async probe(): Promise<void> {
    inTransaction(this.#database, () => this.#writer.probe());
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#compacting;
  }

  /** Nothing is damaged or missing only because the disk did not answer: what is, is so twice. Else it throws. */
  async #read(document: number): Promise<BoardRows> {
    let rows = this.#reader.read(document);
    for (let reading = 0; reading < MOST_READINGS; reading += 1) {
      if (isWhole(rows)) return rows;
      const before = damageIn(rows);
      await checkReadable(this.#database);
      rows = this.#reader.read(document);
      if (damageIn(rows) === before) return rows;
    }
    throw new Error('the disk gives something else each time');
  }

  #name(board: BoardId, { damaged, gap, missing, endKnown }: BoardRows): void {
    for (const { kind, seq } of damaged) this.#log('damaged-record', { board, kind, seq });
    if (gap) this.#log('records-unreachable', { board });
    if (missing.length > 0)
      this.#log('records-lost', { board, records: countOf(missing), first: missing[0]?.first ?? 0 });
    if (!endKnown) this.#log('end-unknown', { board });
  }

  #setAside(board: BoardId, place: Place, rows: BoardRows): void {
    try {
      inTransaction(this.#database, () => this.#writer.setAside(board, place, rows));
    } catch (error) {
      // A disk that cannot be written now: the original stays where it is and is left out all the same.
      this.#log('damaged-record-not-moved', { board, why: messageOf(error) });
    }
  }

  #appendTogether(boards: ReadonlyArray<readonly [BoardId, readonly StoredUpdate[]]>): void {
    const places = inTransaction(this.#database, () =>
      boards.map(([board, updates]) => [board, this.#writer.append(board, updates)] as const),
    );
    for (const [board, place] of places) this.#writer.remember(board, place);
  }

  /** Twice where the file is broken: the second time without what can be done without. Returns what is wrong, or null. */
  #appendAlone(board: BoardId, updates: readonly StoredUpdate[], isSecond = false): unknown {
    try {
      this.#appendTogether([[board, updates]]);
      return null;
    } catch (error) {
      if (!isTroubleOfOne(error)) throw error;
      return isCorruption(error) && !isSecond ? this.#appendAlone(board, updates, true) : error;
    }
  }

  async #compact(board: BoardId): Promise<Compacted | null> {
    const place = this.#closed ? null : this.#writer.find(board);
    if (place === null) return null;
    const { id, nextSeq } = place;
    const folded = await this.#fold({ document: id, through: nextSeq - 1 });
    if (folded.unreadable.length > 0) {
      this.#log('records-unreadable', { board, records: folded.unreadable.length, first: folded.unreadable[0] ?? 0 });
    }
    const { snapshot } = folded;
    if (snapshot === null) return null;
    const stored = await this.#snapshots.write(id, nextSeq - 1, snapshot, () => this.#closed);
    return stored ? { snapshot, records: folded.records } : null;
  }
}

const isWhole = ({ damaged, missing, endKnown }: BoardRows): boolean =>
  damaged.length === 0 && missing.length === 0 && endKnown;

const damageIn = ({ damaged, gap, missing, endKnown }: BoardRows): string =>
  JSON.stringify([damaged.map(({ kind, seq }) => [kind, seq]), gap, missing, endKnown]);

const SQLITE_CONSTRAINT = 19;
const isConstraint = (error: unknown): boolean =>
  error instanceof Error && 'errcode' in error && (Number(error.errcode) & 0xff) === SQLITE_CONSTRAINT;

const isTroubleOfOne = (error: unknown): boolean => isUnknownBoard(error) || isCorruption(error) || isConstraint(error);

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : 'unknown');
