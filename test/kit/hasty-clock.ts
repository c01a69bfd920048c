/** A clock on which work takes as long as the test says: what takes longer than it may is ended before it begins. */
import type { BoardClock } from '../../server/sync/board-document.ts';

export interface HastyClock extends BoardClock {
  /** What each piece of work takes, in ms; Infinity is whatever it may take, and more. */
  takes: number;
  /** So many pieces of work this thread does not get to, because the computer is busy with something else. */
  stalls: number;
  pass(ms: number): void;
  /** What the last piece of work was given, in ms. */
  given: number;
}

export function hastyClock(): HastyClock {
  let now = 0;
  let used = 0;
  const spend = (ms: number, works: boolean): void => {
    now += ms;
    used += works ? ms : 0;
  };
  return {
    takes: 0,
    stalls: 0,
    given: 0,
    now: () => now,
    used: () => used,
    pass: (ms) => spend(ms, false),
    within<T>(ms: number, work: () => T): { readonly value: T } | null {
      this.given = ms;
      const stalled = this.stalls > 0;
      if (stalled) this.stalls -= 1;
      const isDone = !stalled && this.takes <= ms;
      spend(isDone ? this.takes : ms, !stalled);
      return isDone ? { value: work() } : null;
    },
  };
}
