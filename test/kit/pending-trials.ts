/** Trials that end when the test says so, in the order in which they were asked for. */
import type { Trial, Trials, Verdict } from '../../server/sync/ports.ts';

export interface PendingTrials extends Pick<Trials, 'try'> {
  /** Whose updates wait for their verdict. */
  readonly writers: readonly (string | null)[];
  /** The first that waits gets its verdict. */
  end(verdict: Verdict): void;
}

export function pendingTrials(): PendingTrials {
  const waiting: Trial[] = [];
  return {
    try: (trial) => {
      waiting.push(trial);
    },
    get writers() {
      return waiting.map(({ writer }) => writer);
    },
    end: (verdict) => {
      const trial = waiting.shift();
      trial?.holds(() => false);
      trial?.done({ verdict, ms: 0, held: [], heldMs: [], copy: null, shape: null });
    },
  };
}
