/**
 * Long work on one board: its time is counted for all boards together, and a board that took long is left alone for a
 * while. Knows no document.
 */
import type { LongWork } from './long-work.ts';
import type { Clock } from './ports.ts';
import { RoomError } from './room-error.ts';

/** A board that took longer than this to read, or to change, is left alone so many times as long. */
const LONG_MS = 300;
const REST = 10;

export class BoardRest {
  readonly #clock: Pick<Clock, 'now' | 'used'>;
  readonly #long: LongWork;
  #until = 0;

  constructor(clock: Pick<Clock, 'now' | 'used'>, long: LongWork) {
    this.#clock = clock;
    this.#long = long;
  }

  get isResting(): boolean {
    return this.#clock.now() < this.#until;
  }

  /** What the work returned. Throws what it throws, and a RoomError when it returned null: it was ended. */
  after<T>(work: () => { readonly value: T } | null): { readonly value: T } {
    const before = this.#clock.used();
    let wasEnded = false;
    try {
      const done = work();
      wasEnded = done === null;
      if (done === null) throw new RoomError('busy');
      return done;
    } finally {
      this.#rest(this.#clock.used() - before, wasEnded);
    }
  }

  #rest(tookMs: number, wasEnded: boolean): void {
    this.#long.took(tookMs, wasEnded);
    const forWant = wasEnded ? this.#long.waitMs : 0;
    const ms = tookMs > LONG_MS ? REST * tookMs : forWant;
    this.#until = Math.max(this.#until, this.#clock.now() + ms);
  }
}
