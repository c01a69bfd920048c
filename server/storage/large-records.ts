/**
 * The bytes of large records, in a table of their own. To find a row of `document_records` SQLite compares whole rows
 * wherever one does not fit its page, so one large record would cost everybody who writes or opens a board near it.
 * Knows no checksum: the row of the record has it. Every write belongs inside a transaction of the caller.
 */
import type { Database, Statement } from './database.ts';

/** With its other columns such a row still fits the 1,002 bytes that SQLite keeps of a key on a page of 4 KB. */
export const IN_ROW_BYTES = 900;
/** Deleted in one step: one may be as large as a board. */
const AT_ONCE = 4;

export class LargeRecords {
  readonly #read: Statement;
  readonly #write: Statement;
  readonly #drop: Statement;
  readonly #dropSome: Statement;

  constructor(database: Database) {
    const place = 'WHERE document = ? AND seq = ?';
    this.#read = database.prepare(`SELECT bytes FROM large_records ${place}`);
    this.#write = database.prepare('INSERT OR REPLACE INTO large_records VALUES (?, ?, ?)');
    this.#drop = database.prepare(`DELETE FROM large_records ${place}`);
    this.#dropSome = database.prepare(
      `DELETE FROM large_records WHERE document = ?1 AND seq IN
         (SELECT seq FROM large_records WHERE document = ?1 AND seq <= ?2 ORDER BY seq LIMIT ${AT_ONCE})`,
    );
  }

  /** Undefined when there are none; throws where the page is broken. */
  of(document: number, seq: number): unknown {
    return this.#read.get(document, seq)?.bytes;
  }

  keep(document: number, seq: number, bytes: Uint8Array): void {
    this.#write.run(document, seq, bytes);
  }

  drop(document: number, seq: number): void {
    this.#drop.run(document, seq);
  }

  /** Some of those up to `through`; false when there were none. */
  dropSome(document: number, through: number): boolean {
    return Number(this.#dropSome.run(document, through).changes) > 0;
  }
}
