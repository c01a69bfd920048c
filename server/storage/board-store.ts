/**
 * Keeps boards in SQLite: per board a snapshot and the updates after it, each with a checksum. Knows no room and does
 * not look into an update.
 *
 * The snapshot before the newest is kept with the updates between the two, so that one damaged record, even a snapshot,
 * never costs more than itself.
 */
import { crc32 } from 'node:zlib';
import type { BoardId } from '../../shared/ids.ts';
import type { BoardStorage, Log, StoredBoard, StoredUpdate } from '../sync/ports.ts';
import { type Database, inTransaction, type Statement } from './database.ts';

const TABLES = `
  CREATE TABLE IF NOT EXISTS documents (
    id INTEGER PRIMARY KEY,
    board TEXT NOT NULL UNIQUE
  ) STRICT;
  CREATE TABLE IF NOT EXISTS document_records (
    document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    seq INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    checksum INTEGER NOT NULL,
    PRIMARY KEY (document, seq)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS document_snapshots (
    document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    through_seq INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    checksum INTEGER NOT NULL,
    PRIMARY KEY (document, through_seq)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS damaged_records (
    board TEXT NOT NULL,
    kind TEXT NOT NULL,
    seq INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    checksum INTEGER NOT NULL,
    PRIMARY KEY (board, kind, seq)
  ) STRICT;
`;

/** The document and the number after the last one it ever used, damaged records included. */
const FIND = `
  SELECT id, 1 + max(
    (SELECT coalesce(max(seq), -1) FROM document_records WHERE document = documents.id),
    (SELECT coalesce(max(through_seq), -1) FROM document_snapshots WHERE document = documents.id),
    (SELECT coalesce(max(seq), -1) FROM damaged_records WHERE damaged_records.board = documents.board)
  ) AS next_seq FROM documents WHERE board = ?
`;

/** Where the next record of a board goes. */
interface Place {
  readonly id: number;
  readonly nextSeq: number;
}

type RecordKind = 'update' | 'snapshot';
interface StoredRecord {
  readonly kind: RecordKind;
  readonly seq: number;
  readonly bytes: Uint8Array;
  readonly sound: boolean;
}

/** `database` stays the caller's: closing the store does not close it. */
export const createBoardStore = (database: Database, log: Log): BoardStorage => new BoardStore(database, log);

class BoardStore implements BoardStorage {
  readonly #database: Database;
  readonly #log: Log;
  readonly #find: Statement;
  readonly #insertDocument: Statement;
  readonly #insertRecord: Statement;
  /** Where each board's next record goes, as far as committed: an append then touches one page, not two. */
  readonly #places = new Map<BoardId, Place>();

  constructor(database: Database, log: Log) {
    this.#database = database;
    this.#log = log;
    database.exec(TABLES);
    this.#find = database.prepare(FIND);
    this.#insertDocument = database.prepare('INSERT INTO documents (board) VALUES (?)');
    this.#insertRecord = database.prepare(
      'INSERT INTO document_records (document, seq, bytes, checksum) VALUES (?, ?, ?, ?)',
    );
  }

  async create(board: BoardId, first: Uint8Array): Promise<void> {
    inTransaction(this.#database, () => {
      this.#insertDocument.run(board);
      this.#appendTo(board, [first]);
    });
    this.#places.delete(board);
  }

  async append(batch: ReadonlyArray<StoredUpdate>): Promise<void> {
    const byBoard = Map.groupBy(batch, ({ board }) => board);
    const places = inTransaction(this.#database, () =>
      [...byBoard].map(([board, updates]) => {
        const place = this.#appendTo(
          board,
          updates.map(({ update }) => update),
        );
        return { board, place };
      }),
    );
    for (const { board, place } of places) this.#places.set(board, place);
  }

  async load(board: BoardId): Promise<StoredBoard | null> {
    const document = this.#document(board);
    if (document === null) return null;
    const snapshots = this.#snapshots(document.id);
    const newest = snapshots.find(({ sound }) => sound) ?? null;
    const records = this.#records(document.id, newest?.seq ?? -1);
    const damaged = [...snapshots, ...records].filter(({ sound }) => !sound);
    if (damaged.length > 0) this.#setAside(board, document.id, damaged);
    return {
      snapshot: newest?.bytes ?? null,
      updates: records.filter(({ sound }) => sound).map(({ bytes }) => bytes),
    };
  }

  async compact(board: BoardId, snapshot: Uint8Array): Promise<void> {
    inTransaction(this.#database, () => {
      const document = this.#document(board);
      if (document === null) throw new Error('no such board to compact');
      const through = document.nextSeq - 1;
      const kept = this.#snapshots(document.id).find(({ sound, seq }) => sound && seq !== through)?.seq ?? -1;
      this.#database
        .prepare(
          'INSERT OR REPLACE INTO document_snapshots (document, through_seq, bytes, checksum) VALUES (?, ?, ?, ?)',
        )
        .run(document.id, through, snapshot, checksum('snapshot', document.id, through, snapshot));
      this.#database
        .prepare('DELETE FROM document_snapshots WHERE document = ? AND through_seq NOT IN (?, ?)')
        .run(document.id, kept, through);
      this.#database.prepare('DELETE FROM document_records WHERE document = ? AND seq <= ?').run(document.id, kept);
    });
  }

  async remove(board: BoardId): Promise<void> {
    this.#places.delete(board);
    inTransaction(this.#database, () => {
      this.#database.prepare('DELETE FROM documents WHERE board = ?').run(board);
      this.#database.prepare('DELETE FROM damaged_records WHERE board = ?').run(board);
    });
  }

  async close(): Promise<void> {
    // Nothing is held beside the caller's handle.
  }

  #document(board: BoardId): Place | null {
    const known = this.#places.get(board);
    if (known !== undefined) return known;
    const row = this.#find.get(board);
    return row === undefined ? null : { id: Number(row.id), nextSeq: Number(row.next_seq) };
  }

  /** Returns the place after the last update; it counts once the transaction is committed. */
  #appendTo(board: BoardId, updates: readonly Uint8Array[]): Place {
    const document = this.#document(board);
    if (document === null) throw new Error('no such board to append to');
    const { id, nextSeq } = document;
    updates.forEach((update, i) => {
      this.#insertRecord.run(id, nextSeq + i, update, checksum('update', id, nextSeq + i, update));
    });
    return { id, nextSeq: nextSeq + updates.length };
  }

  /** Newest first. */
  #snapshots(document: number): StoredRecord[] {
    return this.#database
      .prepare(
        'SELECT through_seq AS seq, bytes, checksum FROM document_snapshots WHERE document = ? ORDER BY seq DESC',
      )
      .all(document)
      .map((row) => readRecord('snapshot', document, row));
  }

  /** Oldest first. */
  #records(document: number, after: number): StoredRecord[] {
    return this.#database
      .prepare('SELECT seq, bytes, checksum FROM document_records WHERE document = ? AND seq > ? ORDER BY seq')
      .all(document, after)
      .map((row) => readRecord('update', document, row));
  }

  /** Keeps the damaged original out of the way and names it. */
  #setAside(board: BoardId, document: number, damaged: readonly StoredRecord[]): void {
    for (const { kind, seq } of damaged) this.#log('damaged-record', { board, kind, seq });
    const move = (table: string, column: string, kind: RecordKind, seq: number): void => {
      this.#database
        .prepare(
          `INSERT OR REPLACE INTO damaged_records (board, kind, seq, bytes, checksum)
           SELECT ?, ?, ${column}, bytes, checksum FROM ${table} WHERE document = ? AND ${column} = ?`,
        )
        .run(board, kind, document, seq);
      this.#database.prepare(`DELETE FROM ${table} WHERE document = ? AND ${column} = ?`).run(document, seq);
    };
    try {
      inTransaction(this.#database, () => {
        for (const { kind, seq } of damaged) {
          if (kind === 'update') move('document_records', 'seq', kind, seq);
          else move('document_snapshots', 'through_seq', kind, seq);
        }
      });
    } catch (error) {
      // A disk that cannot be written now: the original stays where it is and is left out all the same.
      this.#log('damaged-record-not-moved', { board, why: error instanceof Error ? error.message : 'unknown' });
    }
  }
}

/** Over the place as well, so that a record that strayed is noticed. */
function checksum(kind: RecordKind, document: number, seq: number, bytes: Uint8Array): number {
  return crc32(bytes, crc32(`${kind}:${document}:${seq}`));
}

function readRecord(kind: RecordKind, document: number, row: Readonly<Record<string, unknown>>): StoredRecord {
  const seq = Number(row.seq);
  const { bytes } = row;
  if (!(bytes instanceof Uint8Array)) return { kind, seq, bytes: new Uint8Array(), sound: false };
  return { kind, seq, bytes, sound: checksum(kind, document, seq, bytes) === row.checksum };
}
