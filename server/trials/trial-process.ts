/** The process that tries updates: one after the other, as asked. Reaches no file and no room. */
import { answerParent } from '../child.ts';
import { usedMs, within } from '../within.ts';
import { Copies } from './copies.ts';
import type { TrialAnswer, TrialRequest } from './messages.ts';
import { tryUpdate } from './try-update.ts';

/** A third of what the process may use: the board that is read for a trial comes beside them. */
const COPIES_BYTES = 160 * 1024 * 1024;

const clock = { used: usedMs, within };
const copies = new Copies(COPIES_BYTES);

answerParent((question) => {
  // Only the server asks.
  return answerTo(question as TrialRequest);
});

function answerTo(request: TrialRequest): TrialAnswer {
  try {
    return tryUpdate(request, copies, clock);
  } catch (error) {
    // A mistake of ours. The message of an error may quote what somebody wrote: it stays here.
    return { failed: error instanceof Error ? error.name : 'unknown' };
  }
}
