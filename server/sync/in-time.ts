/** Whether work took too long, or the computer did not get to it. Knows nothing of the work. */
import type { Clock } from './ports.ts';

/** A computer that is busy with something else does not get to it in time: then it gets so many times as much. */
export const PATIENCE = [1, 4];

/** What was ended after so many ms is not to blame when this thread had not worked for half of them. */
export const wasStalled = (usedMs: number, mostMs: number): boolean => usedMs < mostMs / 2;

/** Work that can be begun again; null when it takes more than so many ms. */
export function inTime<T>(
  clock: Pick<Clock, 'used' | 'within'>,
  mostMs: number,
  work: () => T,
): { readonly value: T } | null {
  for (const patience of PATIENCE) {
    const before = clock.used();
    const done = clock.within(patience * mostMs, work);
    if (done !== null || !wasStalled(clock.used() - before, mostMs)) return done;
  }
  return null;
}
