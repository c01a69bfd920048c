/**
 * Reads the rows of one board: its newest sound snapshot and the records after it, each checked by its checksum and all
 * of them counted. What cannot be read costs itself, never its neighbours. Writes nothing, knows no board by name.
 */
import { BoardEnds } from './board-ends.ts';
import { recordChecksum } from './checksums.ts';
import { bytesOf, type DamagedRow, isCorruption, type Row, unlessCorrupt } from './damaged.ts';
import type { Database, Statement } from './database.ts';
import { LargeRecords } from './large-records.ts';
import { LostRecords } from './lost-records.ts';
import { missingRuns, type Run } from './missing.ts';
import { Slab } from './slab.ts';
import { SnapshotReader, type SoundSnapshot } from './snapshot-reader.ts';

export interface SoundRecord {
  readonly seq: number;
  readonly update: Uint8Array;
  readonly takesBack: boolean;
}

/** Everything that is readable of a board, and what is not. */
export interface BoardRows {
  readonly snapshot: SoundSnapshot | null;
  readonly records: readonly SoundRecord[];
  readonly damaged: readonly DamagedRow[];
  /** Part of the table could not be read at all. */
  readonly gap: boolean;
  /** Records that should be there and are not, those that are known to be lost left out. */
  readonly missing: readonly Run[];
  /** False when nothing tells whether records are missing from the end. */
  readonly endKnown: boolean;
}

const NOTHING = new Uint8Array();

/** Statements are prepared once for a connection. */
export class BoardReader {
  readonly #snapshots: SnapshotReader;
  readonly #ends: BoardEnds;
  readonly #lost: LostRecords;
  readonly #large: LargeRecords;
  readonly #records: Statement;
  readonly #record: Statement;
  readonly #keys: { readonly up: Statement; readonly down: Statement };

  constructor(database: Database) {
    this.#snapshots = new SnapshotReader(database);
    this.#ends = new BoardEnds(database);
    this.#lost = new LostRecords(database);
    this.#large = new LargeRecords(database);
    const columns = 'seq, bytes, checksum, takes_back';
    this.#records = database.prepare(
      `SELECT ${columns} FROM document_records WHERE document = ? AND seq > ? AND seq <= ? ORDER BY seq`,
    );
    this.#record = database.prepare(`SELECT ${columns} FROM document_records WHERE document = ? AND seq = ?`);
    const keys = 'SELECT seq FROM document_records WHERE document = ? AND seq > ? AND seq <= ? ORDER BY seq';
    this.#keys = { up: database.prepare(keys), down: database.prepare(`${keys} DESC`) };
  }

  /**
   * The newest sound snapshot and the records after it. `through`: the last record to look at, known to have been stored;
   * without it, what is kept of the board's end tells which was the last.
   */
  read(document: number, through: number | null = null): BoardRows {
    const damaged: DamagedRow[] = [];
    this.#ends.tryAgain();
    const snapshot = this.#snapshots.newest(document, damaged);
    const after = snapshot?.through ?? -1;
    const { records, gap } = this.#recordsAfter(document, after, through ?? Number.MAX_SAFE_INTEGER, damaged);
    const end = through ?? this.#ends.of(document);
    // An end that is older than the last record: its page is one that the disk did not write.
    const last = Math.max(end ?? -1, records.at(-1)?.seq ?? -1);
    const missing = this.#missing(document, { first: after + 1, last }, records, damaged);
    return { snapshot, records, damaged, gap, missing, endKnown: end !== null };
  }

  #recordsAfter(document: number, after: number, through: number, damaged: DamagedRow[]) {
    const records: SoundRecord[] = [];
    const broken: DamagedRow[] = [];
    const slab = new Slab();
    const take = (row: Row): void => {
      const [seq, checksum] = [Number(row.seq), Number(row.checksum)];
      const bytes = this.#bytesIn(document, row);
      const takesBack = row.takes_back !== 0;
      const sound = row.bytes instanceof Uint8Array && checksum === recordChecksum(document, seq, bytes, takesBack);
      if (sound) records.push({ seq, update: slab.keep(bytes), takesBack });
      else broken.push({ kind: 'update', seq, bytes, checksum });
    };
    let gap = false;
    try {
      for (const row of this.#records.iterate(document, after, through)) take(row);
    } catch (error) {
      settle(this.#records);
      if (!isCorruption(error)) throw error;
      gap = true;
      records.length = 0;
      broken.length = 0;
      for (const seq of this.#reachableKeys(document, after, through)) {
        const row = unlessCorrupt(() => this.#record.get(document, seq));
        if (row === undefined) broken.push({ kind: 'update', seq, bytes: NOTHING, checksum: 0 });
        else take(row);
      }
    }
    damaged.push(...broken);
    return { records, gap };
  }

  /** Of a large record the row has none; nothing where they are on a broken page. */
  #bytesIn(document: number, { seq, bytes }: Row): Uint8Array {
    const inRow = bytesOf(bytes);
    return inRow.length > 0 ? inRow : bytesOf(unlessCorrupt(() => this.#large.of(document, Number(seq))));
  }

  /** From both ends towards the broken page. */
  #reachableKeys(document: number, after: number, through: number): number[] {
    const seqs = new Set<number>();
    for (const statement of [this.#keys.up, this.#keys.down]) {
      try {
        for (const { seq } of statement.iterate(document, after, through)) seqs.add(Number(seq));
      } catch (error) {
        settle(statement);
        if (!isCorruption(error)) throw error;
      }
    }
    return [...seqs].sort((a, b) => a - b);
  }

  #missing(document: number, all: Run, records: readonly SoundRecord[], damaged: readonly DamagedRow[]): Run[] {
    // Numbers are used once each: as many as there should be are all of them.
    if (records.length === 1 + all.last - all.first) return [];
    const updates = [...records, ...damaged.filter(({ kind }) => kind === 'update')];
    const there = updates.map(({ seq }) => seq);
    return missingRuns(all, there, this.#lost.of(document));
  }
}

/** One that broke off would do so again the next time, at once and whatever it is asked then. */
function settle(statement: Statement): void {
  try {
    statement.iterate().return?.();
  } catch {
    // What it broke off with, once more.
  }
}
