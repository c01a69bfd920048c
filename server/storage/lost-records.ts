/**
 * The records of a board that are known to be lost, kept in the table of damaged ones, so that each is named once: a
 * damaged record under its number, those of which nothing is left as a run. Every write belongs inside a transaction of
 * the caller. Knows no record that is there.
 */
import { lostChecksum } from './checksums.ts';
import { bytesOf, unlessCorrupt } from './damaged.ts';
import type { Database, Statement } from './database.ts';
import type { Run } from './missing.ts';

const KIND = 'lost';

export class LostRecords {
  readonly #read: Statement;
  readonly #keep: Statement;

  constructor(database: Database) {
    this.#read = database.prepare(
      `SELECT board, kind, seq, CASE kind WHEN '${KIND}' THEN bytes END AS last, checksum FROM damaged_records
       WHERE board = (SELECT board FROM documents WHERE id = ?) AND kind IN ('update', '${KIND}')`,
    );
    this.#keep = database.prepare('INSERT OR REPLACE INTO damaged_records VALUES (?, ?, ?, ?, ?)');
  }

  of(document: number): Run[] {
    const rows = unlessCorrupt(() => this.#read.all(document)) ?? [];
    return rows.flatMap(({ board, kind, seq, last: bytes, checksum }) => {
      const first = Number(seq);
      const last = kind === KIND ? Number(Buffer.from(bytesOf(bytes)).toString()) : first;
      const sound = kind !== KIND || checksum === lostChecksum(String(board), first, last);
      return sound ? [{ first, last }] : [];
    });
  }

  keep(board: string, runs: readonly Run[]): void {
    for (const { first, last } of runs)
      this.#keep.run(board, KIND, first, Buffer.from(String(last)), lostChecksum(board, first, last));
  }
}
