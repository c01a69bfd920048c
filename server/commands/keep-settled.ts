/**
 * When somebody follows a cohort nobody was following, its call is settled first thing: the server may have died, or its
 * disk been full, between keeping a change and telling it.
 */
import { isCohortId } from '../../shared/ids.ts';
import { settleCall } from './conduct-call.ts';
import type { Context } from './context.ts';
import { isDeleted } from './deleted.ts';

/** Returns the end of it, which waits for what is being settled. */
export function keepSettled(context: Context): () => Promise<void> {
  const { registry, rooms, log } = context;
  const settling = new Set<Promise<void>>();
  const stop = rooms.onEntered((entered) => {
    if (!isCohortId(entered) || registry.cohorts.at(entered) === null) return;
    const work = settleCall(context, entered)
      .catch((error: unknown) => {
        // Nothing can be saved now: everybody is sent away then, and the first to come back has it settled.
        if (!isDeleted(() => registry.cohorts.at(entered)))
          log('call-not-settled', { cohort: entered, why: error instanceof Error ? error.message : 'unknown' });
      })
      .finally(() => settling.delete(work));
    settling.add(work);
  });
  return async () => {
    stop();
    await Promise.all(settling);
  };
}
