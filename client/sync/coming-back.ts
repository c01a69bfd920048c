/**
 * When a line comes back: after a pause that grows with each failure, or with the first other line of this window that the
 * server has answered. Without the latter a board is saved again while the card above it still shows the phase before.
 */
import { pauseBefore, saidNo } from './pause.ts';
import { Timers } from './timers.ts';

/** A connection that lasted this long after everything was saved was a good one. */
const STEADY_MS = 10_000;

/** Those of this window that wait. */
const away = new Set<ComingBack>();

export class ComingBack {
  readonly #comeBack: () => void;
  readonly #timers = new Timers<'return' | 'steady'>();
  /** Connections in a row that were not good; none count any more once somebody asks for a new one. */
  failures = 0;
  /** Another line called this one since its last good connection. */
  #wasCalled = false;

  constructor(comeBack: () => void) {
    this.#comeBack = comeBack;
  }

  /** The connection is over, or could not be made. `code`: its close code, null when nobody answered. */
  later(code: number | null): void {
    this.failures += 1;
    this.#timers.stop('steady');
    this.#timers.start('return', pauseBefore(code, this.failures, Math.random()), this.#comeBack);
    // Not where the server said no to this very line, and once only: two lines that break must not keep each other busy.
    if (!saidNo(code) && !this.#wasCalled) away.add(this);
  }

  /** It is on its way, or not to come back. */
  stop(): void {
    this.#timers.stop('return');
    this.#timers.stop('steady');
    away.delete(this);
  }

  /** The server has answered: others try at once. */
  answered(): void {
    const waiting = [...away];
    away.clear();
    for (const other of waiting) other.#called();
  }

  /** Everything is saved. */
  well(): void {
    this.#timers.start('steady', STEADY_MS, () => {
      this.failures = 0;
      this.#wasCalled = false;
    });
  }

  #called(): void {
    this.#wasCalled = true;
    this.#comeBack();
  }
}
