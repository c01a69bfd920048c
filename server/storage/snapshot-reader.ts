/** Reads the snapshots of one board, each checked by its checksums. Writes nothing, knows no board by name. */
import type { StoredSnapshot } from '../sync/ports.ts';
import { chunkChecksum, snapshotChecksum, wholeSnapshotChecksum } from './checksums.ts';
import { bytesOf, type DamagedRow, type Row, unlessCorrupt } from './damaged.ts';
import type { Database, Statement } from './database.ts';
import { describe } from './fold.ts';

export interface SoundSnapshot extends StoredSnapshot {
  readonly through: number;
}

/** Of a damaged snapshot with a damaged head, whose count of chunks may be anything, this many are kept at most. */
const MOST_PARTS_KEPT = 200;

/** Statements are prepared once for a connection. */
export class SnapshotReader {
  readonly #keys: Statement;
  readonly #row: Statement;
  readonly #chunk: Statement;

  constructor(database: Database) {
    // From the index alone: a row on a broken page does not hide the one before it.
    this.#keys = database.prepare(
      'SELECT through_seq FROM document_snapshots WHERE document = ? ORDER BY through_seq DESC',
    );
    this.#row = database.prepare(
      `SELECT bytes, checksum, complete, chunks, entries, state_vector, deletes FROM document_snapshots
       WHERE document = ? AND through_seq = ?`,
    );
    this.#chunk = database.prepare(
      'SELECT bytes, checksum FROM snapshot_chunks WHERE document = ? AND through_seq = ? AND chunk = ?',
    );
  }

  /** The newest sound one; reads no more of them than it must. Those that are not go into `damaged`. */
  newest(document: number, damaged: DamagedRow[]): SoundSnapshot | null {
    for (const key of this.#keys.all(document)) {
      const through = Number(key.through_seq);
      const row = unlessCorrupt(() => this.#row.get(document, through));
      // It is still being written.
      if (row?.complete === 0) continue;
      const snapshot = row?.chunks === null ? ofVersion1(document, through, row) : this.#read(document, through, row);
      if ('through' in snapshot) return snapshot;
      damaged.push(snapshot);
    }
    return null;
  }

  #read(document: number, through: number, row: Row | undefined): SoundSnapshot | DamagedRow {
    const [checksum, chunks, entries] = [Number(row?.checksum ?? 0), Number(row?.chunks ?? 0), Number(row?.entries)];
    const [inRow, stateVector, deletes] = [bytesOf(row?.bytes), bytesOf(row?.state_vector), bytesOf(row?.deletes)];
    const head = { chunks, entries, stateVector, deletes };
    let sound = row !== undefined && snapshotChecksum(document, through, head, inRow) === checksum;
    const parts = [inRow];
    for (let chunk = 0; chunk < chunks && (sound || chunk < MOST_PARTS_KEPT); chunk += 1) {
      const part = unlessCorrupt(() => this.#chunk.get(document, through, chunk));
      const bytes = bytesOf(part?.bytes);
      sound &&= part?.checksum === chunkChecksum(document, through, chunk, bytes);
      parts.push(bytes);
    }
    const bytes = chunks === 0 ? inRow : joined(parts);
    return sound
      ? { bytes, stateVector, deletes, entries, through }
      : { kind: 'snapshot', seq: through, bytes, checksum };
  }
}

function ofVersion1(document: number, through: number, row: Row): SoundSnapshot | DamagedRow {
  const [bytes, checksum] = [bytesOf(row.bytes), Number(row.checksum)];
  const broken: DamagedRow = { kind: 'snapshot', seq: through, bytes, checksum };
  if (wholeSnapshotChecksum(document, through, bytes) !== checksum) return broken;
  try {
    return { ...describe(bytes), through };
  } catch {
    // The bytes are those that were stored, yet Yjs cannot read them.
    return broken;
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
