/**
 * What has to be tried waits, and with it whatever its connection sends after it: nothing of that is applied or answered
 * before, and nothing more is read from it. Everybody else goes on. Knows no board.
 */
import type { BoardState } from './board-state.ts';
import type { Untried } from './flight.ts';
import type { WorkQueue } from './work-queue.ts';

/** Resolves when all of it is in the queue again, the update with what came of it. Never rejects. */
export async function holdBack(
  { work, news }: Untried,
  board: Pick<BoardState, 'try'>,
  queue: Pick<WorkQueue, 'hold' | 'release'>,
): Promise<void> {
  const { session } = work;
  queue.hold(session);
  session.connection.pause();
  const outcome = await board.try(news, session.person, session.cohort);
  session.connection.goOn();
  queue.release(session, { ...work, outcome });
}
