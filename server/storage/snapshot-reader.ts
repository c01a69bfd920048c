/** Reads the snapshots of one board, each checked by its checksums. Writes nothing, knows no board by name. */
import type { StoredSnapshot } from '../sync/ports.ts';
import { chunkChecksum, headChecksum, wholeSnapshotChecksum } from './checksums.ts';
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
  readonly #heads: Statement;
  readonly #wholeSnapshot: Statement;
  readonly #chunk: Statement;

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
  }

  /** The newest sound one; reads no more of them than it must. Those that are not go into `damaged`. */
  newest(document: number, damaged: DamagedRow[]): SoundSnapshot | null {
    for (const head of this.#heads.all(document)) {
      const snapshot = head.chunks === null ? this.#inOnePiece(document, head) : this.#inChunks(document, head);
      if ('through' in snapshot) return snapshot;
      damaged.push(snapshot);
    }
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
