/**
 * A message between two processes, with its bytes in pieces where they are many: whoever sends 30 MB in one go does nothing
 * else for a second. Knows no process.
 */

export const PIECE_BYTES = 256 * 1024;

/** Bytes, or several of them, that are not in the message itself. */
interface Place {
  readonly path: readonly string[];
  readonly lengths: readonly number[];
  readonly isOne: boolean;
}
interface Head {
  readonly message: unknown;
  /** In the order in which their bytes follow. */
  readonly places: readonly Place[];
}

/** To be sent in this order, each before the next is asked for: they share their memory. */
export function* inPieces(message: object): Generator<object, void> {
  const places: Place[] = [];
  const bytes: Uint8Array[] = [];
  const rest = takeApart(message, [], places, bytes);
  if (lengthOf(bytes) <= PIECE_BYTES) {
    yield { message, places: [] } satisfies Head;
    return;
  }
  yield { message: rest, places } satisfies Head;
  const piece = new Uint8Array(PIECE_BYTES);
  let filled = 0;
  for (const one of bytes) {
    for (let from = 0; from < one.length; ) {
      const part = one.subarray(from, from + PIECE_BYTES - filled);
      piece.set(part, filled);
      from += part.length;
      filled += part.length;
      if (filled < PIECE_BYTES) continue;
      yield piece;
      filled = 0;
    }
  }
  if (filled > 0) yield piece.subarray(0, filled);
}

/** Puts messages together again, one after the other. */
export class Gathering {
  #message: unknown = null;
  /** Where what comes next is put, in order. */
  #room: Uint8Array[] = [];

  /** What `inPieces` gave; returns the message with the last piece of it, null before that. */
  take(piece: unknown): { readonly message: unknown } | null {
    if (piece instanceof Uint8Array) this.#fill(piece);
    // Only the other process sends, and it sends what `inPieces` gives.
    else this.#begin(piece as Head);
    if (this.#room.length > 0) return null;
    const message = this.#message;
    this.#message = null;
    return { message };
  }

  #begin({ message, places }: Head): void {
    this.#message = message;
    for (const { path, lengths, isOne } of places) {
      const bytes = new Uint8Array(lengths.reduce((sum, length) => sum + length, 0));
      put(message, path, isOne ? bytes : cut(bytes, lengths));
      if (bytes.length > 0) this.#room.push(bytes);
    }
  }

  #fill(piece: Uint8Array): void {
    for (let from = 0; from < piece.length; ) {
      const room = this.#room.shift();
      if (room === undefined) throw new Error('more bytes than were announced');
      const part = piece.subarray(from, from + room.length);
      room.set(part);
      from += part.length;
      if (part.length < room.length) this.#room.unshift(room.subarray(part.length));
    }
  }
}

/** The message without its bytes, which are noted with their places. */
function takeApart(message: object, path: readonly string[], places: Place[], bytes: Uint8Array[]): object {
  const rest: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(message)) {
    const there = [...path, key];
    if (value instanceof Uint8Array || isAllBytes(value)) {
      const isOne = value instanceof Uint8Array;
      const all = isOne ? [value] : value;
      places.push({ path: there, lengths: all.map(({ length }) => length), isOne });
      for (const one of all) bytes.push(one);
    } else rest[key] = isPlain(value) ? takeApart(value, there, places, bytes) : value;
  }
  return rest;
}

const isAllBytes = (value: unknown): value is readonly Uint8Array[] =>
  Array.isArray(value) && value.length > 0 && value.every((one) => one instanceof Uint8Array);

const isPlain = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

const lengthOf = (bytes: readonly Uint8Array[]): number => bytes.reduce((sum, { length }) => sum + length, 0);

function cut(bytes: Uint8Array, lengths: readonly number[]): Uint8Array[] {
  let at = 0;
  return lengths.map((length) => {
    at += length;
    return bytes.subarray(at - length, at);
  });
}

function put(message: unknown, path: readonly string[], value: unknown): void {
  const holder = path.slice(0, -1).reduce((at, key) => Reflect.get(Object(at), key), message);
  Reflect.set(Object(holder), path.at(-1) ?? '', value);
}
