/** Trials that end when the test says so, in the order in which they were asked for. */
import type { Trial, Trials, Verdict } from '../../server/sync/ports.ts';

export interface PendingTrials extends Pick<Trials, 'try'> {
  /** Whose updates wait for their verdict. */
  readonly writers: readonly (string | null)[];
  /** How many bytes the board held for the first of them. */
  readonly heldBytes: number;
  /** The first that waits gets its verdict. */
  end(verdict: Verdict, ms?: number): void;
}

export function pendingTrials(): PendingTrials {
  const waiting: Array<{ readonly trial: Trial; readonly end: (verdict: Verdict, ms: number) => void }> = [];
  const heldBy = ({ holds }: Trial): readonly Uint8Array[] => holds(() => false).updates;
  return {
    try: (trial) =>
      new Promise((resolve) => {
        const end = (verdict: Verdict, ms: number): void => resolve({ verdict, ms, held: [], heldMs: [], copy: null });
        waiting.push({ trial, end });
      }),
    get writers() {
      return waiting.map(({ trial }) => trial.writer);
    },
    get heldBytes() {
      const [first] = waiting;
      return first === undefined ? 0 : heldBy(first.trial).reduce((sum, { length }) => sum + length, 0);
    },
    end: (verdict, ms = 0) => waiting.shift()?.end(verdict, ms),
  };
}
