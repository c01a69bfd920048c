/**
 * What the server and its storage thread say to each other. An append is one small message each way however many
 * updates it has: one buffer that is moved, not copied, and a number back. Knows no thread and no table.
 */
import { type BoardId, isBoardId } from '../../shared/ids.ts';
import type { Compacted, StoredBoard, StoredSnapshot, StoredUpdate } from '../sync/ports.ts';

/** Many byte strings in one buffer, one after the other. */
export interface Flat {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly lengths: Uint32Array<ArrayBuffer>;
}

export interface FlatBoard extends Flat {
  readonly snapshot: StoredSnapshot | null;
  readonly takesBack: boolean;
}

export type Request =
  /** An append: see `packBatch`. */
  | ArrayBuffer
  | readonly [id: number, kind: 'load' | 'compact', board: BoardId]
  | readonly [id: number, kind: 'probe' | 'close'];

/** What a call gave, by its kind; null where there is nothing to say. */
export type Result = FlatBoard | Compacted | readonly BoardId[] | null;

export type Reply =
  /** The call of this number is done and there is nothing to say. */
  | number
  | readonly [id: number, kind: 'done', result: Result]
  | readonly [id: number, kind: 'failed', why: string, errcode: number | null]
  | readonly [id: 0, kind: 'log', event: string, fields: Readonly<Record<string, string | number | boolean>>];

function flatten(list: readonly Uint8Array[]): Flat {
  const lengths = new Uint32Array(list.length);
  let total = 0;
  for (const [i, one] of list.entries()) {
    lengths[i] = one.length;
    total += one.length;
  }
  const bytes = new Uint8Array(total);
  let at = 0;
  for (const one of list) {
    bytes.set(one, at);
    at += one.length;
  }
  return { bytes, lengths };
}

/** Views on the one buffer. */
function unflatten({ bytes, lengths }: Flat): Uint8Array[] {
  let at = 0;
  return Array.from(lengths, (length) => {
    at += length;
    return bytes.subarray(at - length, at);
  });
}

const ID_LENGTH = 21;
/** Words before the boards: the number of the call, of the boards and of the updates. */
const HEAD = 3;

/**
 * An append as one buffer, which costs a thread far less than anything with parts: the head, for each update twice the
 * place of its board (and one more if it takes something back) and its length, the boards' ids of one length, the bytes.
 */
export function packBatch(call: number, batch: readonly StoredUpdate[]): ArrayBuffer {
  const places = new Map<BoardId, number>();
  let total = 0;
  for (const { board, update } of batch) {
    if (!places.has(board)) places.set(board, places.size);
    total += update.length;
  }
  const idsAt = 4 * (HEAD + 2 * batch.length);
  let at = idsAt + places.size * ID_LENGTH;
  const buffer = new ArrayBuffer(at + total);
  const words = new Uint32Array(buffer, 0, HEAD + 2 * batch.length);
  words.set([call, places.size, batch.length]);
  const bytes = Buffer.from(buffer);
  for (const [board, place] of places) bytes.write(board, idsAt + place * ID_LENGTH, ID_LENGTH, 'latin1');
  batch.forEach(({ board, update, takesBack }, i) => {
    words[HEAD + 2 * i] = (places.get(board) ?? 0) * 2 + Number(takesBack);
    words[HEAD + 2 * i + 1] = update.length;
    bytes.set(update, at);
    at += update.length;
  });
  return buffer;
}

export function unpackBatch(buffer: ArrayBuffer): { call: number; batch: StoredUpdate[] } {
  const [call = 0, boards = 0, updates = 0] = new Uint32Array(buffer, 0, HEAD);
  const words = new Uint32Array(buffer, 4 * HEAD, 2 * updates);
  const idsAt = 4 * (HEAD + 2 * updates);
  const bytes = Buffer.from(buffer);
  const ids = Array.from({ length: boards }, (_, i) => {
    const id = bytes.toString('latin1', idsAt + i * ID_LENGTH, idsAt + (i + 1) * ID_LENGTH);
    if (!isBoardId(id)) throw new Error('a batch names something that is no board');
    return id;
  });
  let at = idsAt + boards * ID_LENGTH;
  const batch: StoredUpdate[] = [];
  for (let i = 0; i < updates; i += 1) {
    const [mark = 0, length = 0] = [words[2 * i], words[2 * i + 1]];
    const board = ids[mark >> 1];
    if (board !== undefined)
      batch.push({ board, update: new Uint8Array(buffer, at, length), takesBack: (mark & 1) === 1 });
    at += length;
  }
  return { call, batch };
}

export const flattenBoard = ({ snapshot, updates, takesBack }: StoredBoard): FlatBoard => ({
  ...flatten(updates),
  snapshot,
  takesBack,
});

export const unflattenBoard = ({ snapshot, takesBack, ...flat }: FlatBoard): StoredBoard => ({
  snapshot,
  updates: unflatten(flat),
  takesBack,
});
