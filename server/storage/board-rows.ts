/**
 * Reads the rows of one board: its snapshots and the records after them, each checked by its checksum. What cannot be
 * read costs itself, never its neighbours. Writes nothing, knows no board by name.
 */
import type { StoredSnapshot } from '../sync/ports.ts';
import { chunkChecksum, headChecksum, recordChecksum, wholeSnapshotChecksum } from './checksums.ts';
import type { Database, Statement } from './database.ts';
import { describe } from './fold.ts';

export type RowKind = 'update' | 'snapshot';

/** A row that is there and cannot be trusted. `bytes` is what could be read of it. */
export interface DamagedRow {
  readonly kind: RowKind;
  readonly seq: number;
  readonly bytes: Uint8Array;
  readonly checksum: number;
}

export interface SoundRecord {
  readonly seq: number;
  readonly update: Uint8Array;
  readonly takesBack: boolean;
}

export interface SoundSnapshot extends StoredSnapshot {
  readonly through: number;
}

/** Everything that is readable of a board, and what is not. */
export interface BoardRows {
  readonly snapshot: SoundSnapshot | null;
  readonly records: readonly SoundRecord[];
  readonly damaged: readonly DamagedRow[];
  /** Part of the table could not be read at all: rows may be missing without a name. */
  readonly gap: boolean;
}

type Row = Readonly<Record<string, unknown>>;
const NOTHING = new Uint8Array();
const SQLITE_CORRUPT = 11;

/** Damage inside the file, not trouble with the disk under it. */
export const isCorruption = (error: unknown): boolean =>
  error instanceof Error && 'errcode' in error && (Number(error.errcode) & 0xff) === SQLITE_CORRUPT;

const bytesOf = (value: unknown): Uint8Array => (value instanceof Uint8Array ? value : NOTHING);

const FIRST_SLAB_BYTES = 1024;
const BIGGEST_SLAB_BYTES = 256 * 1024;

/**
 * Puts many short byte strings into few buffers: hundreds of thousands of updates then take little more than their bytes,
 * and so do two or three.
 */
class Slab {
  #bytes = NOTHING;
  #used = 0;
  #nextBytes = FIRST_SLAB_BYTES;

  keep(bytes: Uint8Array): Uint8Array {
    if (bytes.length > this.#nextBytes / 8) return bytes;
    if (this.#used + bytes.length > this.#bytes.length) {
      this.#bytes = new Uint8Array(this.#nextBytes);
      this.#used = 0;
      this.#nextBytes = Math.min(2 * this.#nextBytes, BIGGEST_SLAB_BYTES);
    }
    const kept = this.#bytes.subarray(this.#used, this.#used + bytes.length);
    kept.set(bytes);
    this.#used += bytes.length;
    return kept;
  }
}

/** Statements are prepared once for a connection. */
export class BoardReader {
  readonly #heads: Statement;
  readonly #wholeSnapshot: Statement;
  readonly #chunk: Statement;
  readonly #records: Statement;
  readonly #record: Statement;
  readonly #keys: { readonly up: Statement; readonly down: Statement };

  constructor(database: Database) {
    this.#heads = database.prepare(
      `SELECT through_seq, checksum, chunks, entries, state_vector, deletes FROM document_snapshots
       WHERE document = ? AND complete = 1 ORDER BY through_seq DESC`,
    );
    this.#wholeSnapshot = database.prepare(
      'SELECT bytes FROM document_snapshots WHERE document = ? AND through_seq = ?',
    );
    this.#chunk = database.prepare(
      'SELECT bytes, checksum FROM snapshot_chunks WHERE document = ? AND through_seq = ? AND chunk = ?',
    );
    const columns = 'seq, bytes, checksum, takes_back';
    this.#records = database.prepare(
      `SELECT ${columns} FROM document_records WHERE document = ? AND seq > ? AND seq <= ? ORDER BY seq`,
    );
    this.#record = database.prepare(`SELECT ${columns} FROM document_records WHERE document = ? AND seq = ?`);
    const keys = 'SELECT seq FROM document_records WHERE document = ? AND seq > ? AND seq <= ? ORDER BY seq';
    this.#keys = { up: database.prepare(keys), down: database.prepare(`${keys} DESC`) };
  }

  /** The newest sound snapshot and the records after it. `through`: rows after this one are not looked at. */
  read(document: number, through = Number.MAX_SAFE_INTEGER): BoardRows {
    const damaged: DamagedRow[] = [];
    const snapshot = this.#newestSnapshot(document, damaged);
    const records: SoundRecord[] = [];
    const slab = new Slab();
    const take = (row: Row): void => {
      const [seq, bytes, checksum] = [Number(row.seq), bytesOf(row.bytes), Number(row.checksum)];
      const takesBack = row.takes_back !== 0;
      const sound = row.bytes instanceof Uint8Array && checksum === recordChecksum(document, seq, bytes, takesBack);
      if (sound) records.push({ seq, update: slab.keep(bytes), takesBack });
      else damaged.push({ kind: 'update', seq, bytes, checksum });
    };
    const after = snapshot?.through ?? -1;
    try {
      for (const row of this.#records.iterate(document, after, through)) take(row);
      return { snapshot, records, damaged, gap: false };
    } catch (error) {
      if (!isCorruption(error)) throw error;
    }
    records.length = 0;
    damaged.splice(0, damaged.length, ...damaged.filter(({ kind }) => kind === 'snapshot'));
    for (const seq of this.#reachableKeys(document, after, through)) {
      const row = unlessCorrupt(() => this.#record.get(document, seq));
      if (row === undefined) damaged.push({ kind: 'update', seq, bytes: NOTHING, checksum: 0 });
      else take(row);
    }
    return { snapshot, records, damaged, gap: true };
  }

  /** The sound snapshots, newest first; reads no more of them than is asked for. */
  *snapshots(document: number, damaged: DamagedRow[]): Generator<SoundSnapshot> {
    for (const head of this.#heads.all(document)) {
      const snapshot = head.chunks === null ? this.#inOnePiece(document, head) : this.#inChunks(document, head);
      if ('through' in snapshot) yield snapshot;
      else damaged.push(snapshot);
    }
  }

  #newestSnapshot(document: number, damaged: DamagedRow[]): SoundSnapshot | null {
    for (const snapshot of this.snapshots(document, damaged)) return snapshot;
    return null;
  }

  #inOnePiece(document: number, head: Row): SoundSnapshot | DamagedRow {
    const [through, checksum] = [Number(head.through_seq), Number(head.checksum)];
    const bytes = bytesOf(unlessCorrupt(() => this.#wholeSnapshot.get(document, through))?.bytes);
    const broken: DamagedRow = { kind: 'snapshot', seq: through, bytes, checksum };
    if (wholeSnapshotChecksum(document, through, bytes) !== checksum) return broken;
    try {
      return { ...describe(bytes), through };
    } catch {
      // The bytes are those that were stored, yet Yjs cannot read them.
      return broken;
    }
  }

  #inChunks(document: number, head: Row): SoundSnapshot | DamagedRow {
    const [through, checksum, chunks] = [Number(head.through_seq), Number(head.checksum), Number(head.chunks)];
    const [stateVector, deletes, entries] = [bytesOf(head.state_vector), bytesOf(head.deletes), Number(head.entries)];
    let sound = headChecksum(document, through, { chunks, entries, stateVector, deletes }) === checksum;
    const parts: Uint8Array[] = [];
    for (let chunk = 0; chunk < chunks && (sound || chunk < MOST_PARTS_KEPT); chunk += 1) {
      const row = unlessCorrupt(() => this.#chunk.get(document, through, chunk));
      const bytes = bytesOf(row?.bytes);
      sound &&= row?.checksum === chunkChecksum(document, through, chunk, bytes);
      parts.push(bytes);
    }
    const bytes = joined(parts);
    return sound
      ? { bytes, stateVector, deletes, entries, through }
      : { kind: 'snapshot', seq: through, bytes, checksum };
  }

  /** From both ends towards the broken page. */
  #reachableKeys(document: number, after: number, through: number): number[] {
    const seqs = new Set<number>();
    for (const statement of [this.#keys.up, this.#keys.down]) {
      try {
        for (const { seq } of statement.iterate(document, after, through)) seqs.add(Number(seq));
      } catch (error) {
        if (!isCorruption(error)) throw error;
      }
    }
    return [...seqs].sort((a, b) => a - b);
  }
}

/** In a buffer of its own, which can be moved to another thread. */
function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((total, { length }) => total + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Of a damaged snapshot with a damaged head, whose count of chunks may be anything, this many are kept at most. */
const MOST_PARTS_KEPT = 200;

function unlessCorrupt(read: () => Row | undefined): Row | undefined {
  try {
    return read();
  } catch (error) {
    if (isCorruption(error)) return undefined;
    throw error;
  }
}
