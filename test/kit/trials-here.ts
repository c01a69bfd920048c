/** Trials in the test's own process, at once. */
import { systemClock } from '../../server/clock.ts';
import type { Trials } from '../../server/sync/ports.ts';
import { Copies } from '../../server/trials/copies.ts';
import { type TrialClock, tryUpdate } from '../../server/trials/try-update.ts';

const MOST_BYTES = 160_000_000;

export function trialsHere(clock: TrialClock = systemClock): Pick<Trials, 'try'> {
  const copies = new Copies(MOST_BYTES);
  let nextCopy = 1;
  return {
    try: ({ update, holds, done }) => {
      const { copy, updates } = holds((number) => copies.numbers.includes(number));
      const as = copy ?? nextCopy++;
      const { verdict, ms, heldMs, shape } = tryUpdate({ copy, updates, update, as, patience: 4 }, copies, clock);
      const isKept = copies.numbers.includes(as);
      const copyNow = isKept ? as : null;
      done({ verdict: verdict === 'again' ? 'none' : verdict, ms, held: updates, heldMs, copy: copyNow, shape });
    },
  };
}
