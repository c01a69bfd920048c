/** Copies of boards for the next trial: those used last, as many as fit. Knows no update. */
import type * as Y from 'yjs';

export interface Copy {
  readonly doc: Y.Doc;
  /** What it takes, about. */
  readonly bytes: number;
  /** The same since it was looked at last. */
  readonly unseenBytes: number;
}

export class Copies {
  readonly #mostBytes: number;
  /** The one used last comes last. */
  readonly #kept = new Map<number, Copy>();

  /** Keeps copies of so many bytes together, and one that is larger alone. */
  constructor(mostBytes: number) {
    this.#mostBytes = mostBytes;
  }

  get numbers(): readonly number[] {
    return [...this.#kept.keys()];
  }

  /** It is the caller's now. */
  take(number: number): Copy | null {
    const copy = this.#kept.get(number) ?? null;
    this.#kept.delete(number);
    return copy;
  }

  keep(number: number, copy: Copy): void {
    this.#kept.set(number, copy);
    let bytes = 0;
    for (const { bytes: each } of this.#kept.values()) bytes += each;
    for (const [oldest, { bytes: each }] of this.#kept) {
      if (bytes <= this.#mostBytes || this.#kept.size === 1) return;
      bytes -= each;
      this.#kept.delete(oldest);
    }
  }
}
