/** The thread that does the heavy work on board files: one piece after the other, as asked. Reaches no file and no room. */
import { parentPort } from 'node:worker_threads';
import { doWork } from './board-work.ts';
import { type Answered, type Asked, movable } from './board-work-messages.ts';

parentPort?.on('message', ({ kind, work }: Asked) => {
  const answer = answerTo(kind, work);
  parentPort?.postMessage(answer, movable(answer));
});

function answerTo(kind: Asked['kind'], work: Asked['work']): Answered {
  try {
    return { result: doWork(kind, work) };
  } catch (error) {
    // A damaged file or board, or a mistake of ours. The message of an error may quote what somebody wrote: it stays here.
    return { failed: error instanceof Error ? error.name : 'unknown' };
  }
}
