/**
 * Writes the rows of boards: a new board, updates, what is damaged set aside. Every call belongs inside a transaction of
 * the caller. Does not look into an update and knows nothing of snapshots but that removing a board takes them along.
 */
import { randomInt } from 'node:crypto';
import type { BoardId } from '../../shared/ids.ts';
import type { StoredUpdate } from '../sync/ports.ts';
import { BoardEnds } from './board-ends.ts';
import type { BoardRows } from './board-rows.ts';
import { documentChecksum, recordChecksum } from './checksums.ts';
import type { Database, Statement } from './database.ts';
import { IN_ROW_BYTES, LargeRecords } from './large-records.ts';
import { LostRecords } from './lost-records.ts';

/** Where the next record of a board goes. */
export interface Place {
  readonly id: number;
  readonly nextSeq: number;
}

class UnknownBoard extends Error {}
export const isUnknownBoard = (error: unknown): boolean => error instanceof UnknownBoard;

/** The document, and the last numbers there are of it. The checksum has the row itself read, not its index alone. */
const find = (documents: string): string => `
  SELECT id, checksum,
    (SELECT coalesce(max(seq), -1) FROM document_records WHERE document = documents.id) AS record,
    (SELECT coalesce(max(through_seq), -1) FROM document_snapshots WHERE document = documents.id) AS snapshot,
    (SELECT coalesce(max(seq), -1) FROM damaged_records WHERE damaged_records.board = documents.board) AS damaged
  FROM ${documents} WHERE board = ?
`;

/** Numbers are never used twice, so that the rows of a removed board are never taken for those of another. */
const MOST_DOCUMENTS = 2 ** 47;
/** Enough to need new pages of the file, not only a place in one that is there. */
const PROBE_BYTES = 32 * 1024;
const NOTHING = new Uint8Array();
/** Places kept in memory; above it all are looked up again. */
const PLACES = 10_000;

export class BoardWriter {
  readonly #database: Database;
  readonly #find: Statement;
  /** Where the index was damaged: for boards it does not have. */
  readonly #findInRows: Statement;
  readonly #insertDocument: Statement;
  readonly #insertRecord: Statement;
  readonly #ends: BoardEnds;
  readonly #large: LargeRecords;
  /**
   * Where each board's next record goes, as far as committed: an append then touches one page, not two. Whoever removes a
   * board does so over another connection; a place of one that is gone has no document, and SQLite refuses the record.
   */
  readonly #places = new Map<BoardId, Place>();

  constructor(database: Database) {
    this.#database = database;
    this.#find = database.prepare(find('documents'));
    this.#findInRows = database.prepare(find('documents NOT INDEXED'));
    this.#insertDocument = database.prepare('INSERT INTO documents (id, board, checksum) VALUES (?, ?, ?)');
    this.#insertRecord = database.prepare(
      'INSERT INTO document_records (document, seq, bytes, checksum, takes_back) VALUES (?, ?, ?, ?, ?)',
    );
    this.#ends = new BoardEnds(database);
    this.#large = new LargeRecords(database);
  }

  /** As it is in the file now. */
  find(board: BoardId): Place | null {
    const row = this.#find.get(board) ?? this.#findInRows.get(board);
    if (row === undefined) return null;
    const id = Number(row.id);
    // A damaged record may have any number; they only count where nothing better is known.
    const end = this.#ends.of(id) ?? Number(row.damaged);
    return { id, nextSeq: 1 + Math.max(end, Number(row.record), Number(row.snapshot)) };
  }

  /** To be called once the transaction is committed. */
  remember(board: BoardId, place: Place): void {
    if (this.#places.size >= PLACES) this.#places.clear();
    this.#places.set(board, place);
  }

  forget(board: BoardId): void {
    this.#places.delete(board);
  }

  create(board: BoardId, first: Uint8Array): void {
    const id = randomInt(1, MOST_DOCUMENTS);
    this.#insertDocument.run(id, board, documentChecksum(id, board));
    this.#insert({ id, nextSeq: 0 }, [{ update: first, takesBack: false }]);
  }

  /** Returns the place after the last update. */
  append(board: BoardId, updates: readonly StoredUpdate[]): Place {
    const place = this.#places.get(board) ?? this.find(board);
    if (place === null) throw new UnknownBoard('no such board to append to');
    return this.#insert(place, updates);
  }

  /**
   * Keeps the damaged originals out of the way, and what is missing in mind: the next reading names neither again. Keeps
   * nothing of a board that was removed since it was read.
   */
  setAside(board: BoardId, { id, nextSeq }: Place, { damaged, missing, endKnown }: BoardRows): void {
    if (this.find(board)?.id !== id) return;
    const keep = this.#database.prepare('INSERT OR REPLACE INTO damaged_records VALUES (?, ?, ?, ?, ?)');
    const dropRecord = this.#database.prepare('DELETE FROM document_records WHERE document = ? AND seq = ?');
    const dropSnapshot = this.#database.prepare(
      'DELETE FROM document_snapshots WHERE document = ? AND through_seq = ?',
    );
    const dropChunks = this.#database.prepare('DELETE FROM snapshot_chunks WHERE document = ? AND through_seq = ?');
    for (const { kind, seq, bytes, checksum } of damaged) {
      keep.run(board, kind, seq, bytes, checksum);
      if (kind === 'update') {
        dropRecord.run(id, seq);
        this.#large.drop(id, seq);
      } else {
        dropSnapshot.run(id, seq);
        dropChunks.run(id, seq);
      }
    }
    new LostRecords(this.#database).keep(board, missing);
    if (!endKnown) this.#ends.set(id, nextSeq - 1);
  }

  /** With everything of it; the rows of its document go with the document. */
  remove(board: BoardId): void {
    this.#database.prepare('DELETE FROM documents WHERE board = ?').run(board);
    this.#database.prepare('DELETE FROM damaged_records WHERE board = ?').run(board);
  }

  probe(): void {
    this.#database.prepare('INSERT OR REPLACE INTO probes VALUES (1, randomblob(?))').run(PROBE_BYTES);
    this.#database.exec('DELETE FROM probes');
  }

  #insert({ id, nextSeq }: Place, updates: ReadonlyArray<Pick<StoredUpdate, 'update' | 'takesBack'>>): Place {
    updates.forEach(({ update, takesBack }, i) => {
      const seq = nextSeq + i;
      const isLarge = update.length > IN_ROW_BYTES;
      const checksum = recordChecksum(id, seq, update, takesBack);
      this.#insertRecord.run(id, seq, isLarge ? NOTHING : update, checksum, Number(takesBack));
      if (isLarge) this.#large.keep(id, seq, update);
    });
    const after = nextSeq + updates.length;
    this.#ends.set(id, after - 1);
    return { id, nextSeq: after };
  }
}
