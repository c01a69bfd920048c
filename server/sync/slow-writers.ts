/**
 * Who writes what takes long to apply, of one board: what of theirs takes long is refused while the board is slow by them.
 * It fades: somebody may write where others have made everything slow. Knows no document.
 */
import type { Clock } from './ports.ts';

/** An update may take so long; what it takes more is held against its writer, what it takes less counts for them. */
const MS_AN_UPDATE = 0.2;
/** Several times what honest ones take. */
const MS_A_BYTE = 0.0003;
/** Together so much more on one board, and the writer so much of it, in ms. */
const BOARD_MS = 2_000;
const WRITER_MS = 100;
/** After so long half of it is forgotten: 70 ms a second may go on for ever. */
const HALF_MS = 20_000;
/** So many of somebody's updates are ended and refused before nothing more of theirs is tried. */
const MOST_ENDED = 3;

export class SlowWriters {
  readonly #clock: Pick<Clock, 'now'>;
  /** Above what they may, by writer; only those above. */
  readonly #over = new Map<string, Fading>();
  readonly #total: Fading;
  readonly #ended = new Map<string, number>();

  constructor(clock: Pick<Clock, 'now'>) {
    this.#clock = clock;
    this.#total = new Fading(clock.now());
  }

  /** An update of so many bytes took so long to apply. */
  took(writer: string, ms: number, bytes: number): void {
    const now = this.#clock.now();
    const theirs = this.#over.get(writer) ?? new Fading(now);
    const before = theirs.at(now);
    const after = Math.max(0, before + ms - MS_AN_UPDATE - bytes * MS_A_BYTE);
    this.#total.add(after - before, now);
    theirs.add(after - before, now);
    if (after === 0) this.#over.delete(writer);
    else this.#over.set(writer, theirs);
  }

  /** One of theirs took so long that it was ended: it is not on the board. */
  ended(writer: string): void {
    this.#ended.set(writer, (this.#ended.get(writer) ?? 0) + 1);
  }

  wereEnded(writer: string): boolean {
    return (this.#ended.get(writer) ?? 0) >= MOST_ENDED;
  }

  isOne(writer: string): boolean {
    const now = this.#clock.now();
    return this.#total.at(now) > BOARD_MS && (this.#over.get(writer)?.at(now) ?? 0) > WRITER_MS;
  }
}

/** Milliseconds of which half are forgotten after a while. */
class Fading {
  #ms = 0;
  #since: number;

  constructor(now: number) {
    this.#since = now;
  }

  at(now: number): number {
    return this.#ms * 0.5 ** ((now - this.#since) / HALF_MS);
  }

  add(ms: number, now: number): void {
    this.#ms = this.at(now) + ms;
    this.#since = now;
  }
}
