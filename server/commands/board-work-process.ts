/** The process that does the heavy work on board files: one piece after the other, as asked. Reaches no file and no room. */
import { answerParent } from '../child.ts';
import { doWork } from './board-work.ts';
import type { Answered, Asked } from './board-work-messages.ts';

answerParent((question) => {
  // Only the desk asks.
  const { kind, work } = question as Asked;
  return answerTo(kind, work);
});

function answerTo(kind: Asked['kind'], work: Asked['work']): Answered {
  try {
    return { result: doWork(kind, work) };
  } catch (error) {
    // A damaged file or board, or a mistake of ours. The message of an error may quote what somebody wrote: it stays here.
    return { failed: error instanceof Error ? error.name : 'unknown' };
  }
}
