/**
 * Hears every frame that any connection receives, and finds words in them. Knows boards, not people: whoever is
 * connected to a board was let in; what must be told apart is which board's connections heard a word, and since when.
 */
import type { BoardId } from '../../shared/ids.ts';

/** Words are searched in pieces of so many bytes of UTF-8: a leak of any part as long as this is found. */
const PIECE_BYTES = 12;

export class Wiretap {
  /** Board → each different frame as Latin-1 and when it came first. */
  readonly #heard = new Map<BoardId, Map<string, number>>();
  #count = 0;

  /** A moment: frames until now have come before it. */
  now(): number {
    return this.#count;
  }

  /** A WebSocket that is listened to. */
  socketFor(board: BoardId): typeof WebSocket {
    const record = (frame: Uint8Array): void => this.#record(board, frame);
    return class extends WebSocket {
      constructor(address: string | URL, offered?: string | string[]) {
        super(address, offered);
        this.addEventListener('message', ({ data }) => {
          if (data instanceof ArrayBuffer) record(new Uint8Array(data));
        });
      }
    };
  }

  /** Those of the pieces that connections to boards chosen by `where` heard before the moment `until`. */
  heard(pieces: ReadonlySet<string>, where: (board: BoardId) => boolean, until = this.#count): string[] {
    const found = new Set<string>();
    for (const [board, frames] of this.#heard) {
      if (!where(board)) continue;
      for (const [frame, at] of frames) {
        if (at >= until) continue;
        for (let i = 0; i + PIECE_BYTES <= frame.length; i++) {
          const piece = frame.slice(i, i + PIECE_BYTES);
          if (pieces.has(piece)) found.add(piece);
        }
      }
    }
    return [...found];
  }

  #record(board: BoardId, frame: Uint8Array): void {
    const frames = this.#heard.get(board) ?? new Map<string, number>();
    this.#heard.set(board, frames);
    const key = latin1(frame);
    if (!frames.has(key)) frames.set(key, this.#count);
    this.#count++;
  }
}

const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

/** Every piece of some words. Words shorter than a piece have none. */
export function piecesOf(words: Iterable<string>): Set<string> {
  const pieces = new Set<string>();
  for (const word of words) {
    const bytes = latin1(new TextEncoder().encode(word));
    for (let i = 0; i + PIECE_BYTES <= bytes.length; i++) pieces.add(bytes.slice(i, i + PIECE_BYTES));
  }
  return pieces;
}

export const without = (pieces: ReadonlySet<string>, others: ReadonlySet<string>): Set<string> =>
  new Set([...pieces].filter((piece) => !others.has(piece)));
