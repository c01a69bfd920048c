/**
 * The number of each board's last record, on a page apart from the records and written in the same transaction: what is
 * gone from the end of a board leaves no hole, and only this tells. Knows no record.
 */
import { endChecksum } from './checksums.ts';
import { isCorruption } from './damaged.ts';
import type { Database, Statement } from './database.ts';

export class BoardEnds {
  readonly #read: Statement;
  readonly #write: Statement;
  /** Those whose end is on a broken page. They keep none, so that their records can be stored all the same. */
  readonly #unreachable = new Set<number>();

  constructor(database: Database) {
    this.#read = database.prepare('SELECT seq, checksum FROM document_ends WHERE document = ?');
    this.#write = database.prepare(
      `INSERT INTO document_ends (document, seq, checksum) VALUES (?, ?, ?)
       ON CONFLICT (document) DO UPDATE SET seq = excluded.seq, checksum = excluded.checksum`,
    );
  }

  /** -1 for a board without a record; null when it is not known: the row is gone, or cannot be trusted. */
  of(document: number): number | null {
    // Not again: inside a transaction, one that has met a broken page writes nothing more.
    if (this.#unreachable.has(document)) return null;
    try {
      const row = this.#read.get(document);
      const seq = Number(row?.seq);
      return row !== undefined && row.checksum === endChecksum(document, seq) ? seq : null;
    } catch (error) {
      if (!isCorruption(error)) throw error;
      this.#unreachable.add(document);
      return null;
    }
  }

  /** Tries them once more: it may have been the disk, which did not answer. */
  tryAgain(): void {
    this.#unreachable.clear();
  }

  /** Belongs inside the transaction that writes the records. Where it hits a broken page it throws once, never again. */
  set(document: number, seq: number): void {
    if (this.#unreachable.has(document)) return;
    try {
      this.#write.run(document, seq, endChecksum(document, seq));
    } catch (error) {
      if (isCorruption(error)) this.#unreachable.add(document);
      throw error;
    }
  }
}
