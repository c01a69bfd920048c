/**
 * Who writes what takes long to apply, of one board: their updates are refused once the board has become slow by them.
 * Knows no document.
 */

/** An update may take so long; what it takes more is held against its writer, what it takes less counts for them. */
const MS_AN_UPDATE = 0.2;
/** Several times what honest ones take. */
const MS_A_BYTE = 0.0003;
/** Together so much more on one board, and the writer so much of it, in ms. */
const BOARD_MS = 2_000;
const WRITER_MS = 100;
/** So many of somebody's updates are ended and refused before nothing more of theirs is tried. */
const MOST_ENDED = 3;

export class SlowWriters {
  /** Ms above what they may, by writer; only those above. */
  readonly #over = new Map<string, number>();
  #total = 0;
  readonly #ended = new Map<string, number>();

  /** An update of so many bytes took so long to apply. */
  took(writer: string, ms: number, bytes: number): void {
    const before = this.#over.get(writer) ?? 0;
    const after = Math.max(0, before + ms - MS_AN_UPDATE - bytes * MS_A_BYTE);
    this.#total += after - before;
    if (after === 0) this.#over.delete(writer);
    else this.#over.set(writer, after);
  }

  /** One of theirs took so long that it was ended: it is not on the board. */
  ended(writer: string): void {
    this.#ended.set(writer, (this.#ended.get(writer) ?? 0) + 1);
  }

  isOne(writer: string): boolean {
    if ((this.#ended.get(writer) ?? 0) >= MOST_ENDED) return true;
    return this.#total > BOARD_MS && (this.#over.get(writer) ?? 0) > WRITER_MS;
  }
}
