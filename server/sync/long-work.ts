/**
 * What all boards together may take of work that holds up everybody: reading a large or a crafted board,
 * a change of the server's own. Short work is free; long work has a budget, and while it is in debt only short
 * work is done. Knows no board and no document.
 */
import { Budget } from './budget.ts';

/** Nobody notices that others waited this long for them. Several times what the boards of a cohort take. */
export const SHORT_MS = 100;
/** So much at once, and a tenth of the time for long: one who waits for a long work rarely meets a second one. */
const BURST_MS = 500;
const MS_A_SECOND = 100;

export class LongWork {
  readonly #budget: Budget;
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#budget = new Budget(BURST_MS, MS_A_SECOND, now());
    this.#now = now;
  }

  /** How long it is until long work may be done again, in ms; 0 when it may be now. */
  get waitMs(): number {
    return this.#budget.take(0, this.#now());
  }

  /** Of so many ms, those that work may take now. */
  most(ms: number): number {
    return this.waitMs > 0 ? Math.min(ms, SHORT_MS) : ms;
  }

  /** Work took so many ms of processor time, or was ended after them. */
  took(ms: number, wasEnded: boolean): void {
    if (ms > SHORT_MS || wasEnded) this.#budget.take(ms, this.#now());
  }
}
