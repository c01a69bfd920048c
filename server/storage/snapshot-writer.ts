/**
 * Writes a snapshot: a small one in one row, a large one in chunks, each in a small transaction of its own, so that what
 * people write meanwhile never waits for a whole board. A snapshot counts once its row is marked complete, in the last
 * transaction; then what it makes needless goes, in small steps as well. Knows rows and no Yjs.
 */
import { setImmediate as afterWaitingInput } from 'node:timers/promises';
import type { StoredSnapshot } from '../sync/ports.ts';
import { chunkChecksum, snapshotChecksum } from './checksums.ts';
import { type Database, inTransaction, type Statement } from './database.ts';
import { LargeRecords } from './large-records.ts';

/** Up to this a snapshot is one row: one write, and one read when the board is opened. */
const CHUNK_BYTES = 256 * 1024;
/** Records deleted in one transaction. */
const RECORDS_AT_ONCE = 500;
const CHUNKS_AT_ONCE = 4;

const NOTHING = new Uint8Array();

export class SnapshotWriter {
  readonly #database: Database;
  readonly #insertRow: Statement;
  readonly #insertChunk: Statement;
  readonly #complete: Statement;

  constructor(database: Database) {
    this.#database = database;
    this.#insertRow = database.prepare(
      `INSERT INTO document_snapshots
         (document, through_seq, bytes, checksum, complete, chunks, entries, state_vector, deletes)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    this.#insertChunk = database.prepare('INSERT INTO snapshot_chunks VALUES (?, ?, ?, ?, ?)');
    this.#complete = database.prepare(
      'UPDATE document_snapshots SET complete = 1 WHERE document = ? AND through_seq = ? AND complete = 0',
    );
  }

  /** False when the board was removed meanwhile, or when `stopped` says so: then nothing counts that was written. */
  async write(document: number, through: number, snapshot: StoredSnapshot, stopped: () => boolean): Promise<boolean> {
    this.#dropUnfinishedOf(document);
    const written =
      snapshot.bytes.length <= CHUNK_BYTES
        ? this.#insert(document, through, 0, snapshot)
        : await this.#writeChunks(document, through, snapshot, stopped);
    if (!written) return false;
    await this.#sweep(document, stopped);
    return true;
  }

  /** What a crash left behind of snapshots that were being written. */
  dropUnfinished(): void {
    const unfinished = this.#database.prepare('SELECT document FROM document_snapshots WHERE complete = 0').all();
    for (const { document } of unfinished) this.#dropUnfinishedOf(Number(document));
  }

  #isThere(document: number): boolean {
    return this.#database.prepare('SELECT 1 FROM documents WHERE id = ?').get(document) !== undefined;
  }

  async #writeChunks(document: number, through: number, snapshot: StoredSnapshot, stopped: () => boolean) {
    const chunks = Math.ceil(snapshot.bytes.length / CHUNK_BYTES);
    if (!this.#insert(document, through, chunks, snapshot)) return false;
    for (let chunk = 0; chunk < chunks; chunk += 1) {
      if (stopped() || !this.#isThere(document)) return false;
      const bytes = snapshot.bytes.subarray(chunk * CHUNK_BYTES, (chunk + 1) * CHUNK_BYTES);
      const checksum = chunkChecksum(document, through, chunk, bytes);
      inTransaction(this.#database, () => this.#insertChunk.run(document, through, chunk, bytes, checksum));
      await afterWaitingInput();
    }
    return Number(this.#complete.run(document, through).changes) === 1;
  }

  /** The row of a snapshot, with all of it or to be followed by its chunks. False when the board is gone. */
  #insert(document: number, through: number, chunks: number, snapshot: StoredSnapshot): boolean {
    const { entries, stateVector, deletes } = snapshot;
    const inRow = chunks === 0 ? snapshot.bytes : NOTHING;
    const checksum = snapshotChecksum(document, through, { chunks, entries, stateVector, deletes }, inRow);
    const complete = Number(chunks === 0);
    return inTransaction(this.#database, () => {
      if (!this.#isThere(document)) return false;
      this.#insertRow.run(document, through, inRow, checksum, complete, chunks, entries, stateVector, deletes);
      return true;
    });
  }

  #dropUnfinishedOf(document: number): void {
    const of = 'FROM document_snapshots WHERE document = ? AND complete = 0';
    inTransaction(this.#database, () => {
      this.#database
        .prepare(`DELETE FROM snapshot_chunks WHERE document = ? AND through_seq IN (SELECT through_seq ${of})`)
        .run(document, document);
      this.#database.prepare(`DELETE ${of}`).run(document);
    });
  }

  /** Everything before the snapshot before the newest. Stopping in the middle is safe: the next sweep goes on. */
  async #sweep(document: number, stopped: () => boolean): Promise<void> {
    const kept = this.#database
      .prepare(
        `SELECT through_seq FROM document_snapshots WHERE document = ? AND complete = 1
         ORDER BY through_seq DESC LIMIT 1 OFFSET 1`,
      )
      .get(document);
    if (kept === undefined) return;
    const before = Number(kept.through_seq);
    this.#database
      .prepare('DELETE FROM document_snapshots WHERE document = ? AND through_seq < ?')
      .run(document, before);
    const chunks = this.#database.prepare(
      `DELETE FROM snapshot_chunks WHERE document = ?1 AND (through_seq, chunk) IN
         (SELECT through_seq, chunk FROM snapshot_chunks WHERE document = ?1 AND through_seq < ?2 LIMIT ${CHUNKS_AT_ONCE})`,
    );
    const records = this.#database.prepare(
      `DELETE FROM document_records WHERE document = ?1 AND seq IN
         (SELECT seq FROM document_records WHERE document = ?1 AND seq <= ?2 ORDER BY seq LIMIT ${RECORDS_AT_ONCE})`,
    );
    const large = new LargeRecords(this.#database);
    const steps = [
      () => Number(chunks.run(document, before).changes) > 0,
      () => Number(records.run(document, before).changes) > 0,
      () => large.dropSome(document, before),
    ];
    for (const step of steps) while (!stopped() && step()) await afterWaitingInput();
  }
}
