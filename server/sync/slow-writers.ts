/**
 * Who writes what takes long to apply, of one board: their updates are refused once the board has become slow by them.
 * Knows no document.
 */

/** An update may take so long; what it takes more is held against its writer, what it takes less counts for them. */
const MS_AN_UPDATE = 0.2;
/** Several times what honest ones take. */
const MS_A_BYTE = 0.0003;
/** Together so much more on one board, and the writer so much of it, in ms. */
const BOARD_MS = 600;
const WRITER_MS = 50;

export class SlowWriters {
  /** Ms above what they may, by writer; only those above. */
  readonly #over = new Map<string, number>();
  #total = 0;

  /** An update of so many bytes took so long to apply. */
  took(writer: string, ms: number, bytes: number): void {
    this.#add(writer, ms - MS_AN_UPDATE - bytes * MS_A_BYTE);
  }

  /** One of theirs took so long that it was ended. */
  blame(writer: string): void {
    this.#add(writer, BOARD_MS + WRITER_MS);
  }

  isOne(writer: string): boolean {
    return this.#total > BOARD_MS && (this.#over.get(writer) ?? 0) > WRITER_MS;
  }

  #add(writer: string, ms: number): void {
    const before = this.#over.get(writer) ?? 0;
    const after = Math.max(0, before + ms);
    this.#total += after - before;
    if (after === 0) this.#over.delete(writer);
    else this.#over.set(writer, after);
  }
}
