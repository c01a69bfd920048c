/**
 * Shortly after somebody answers: counts who has begun the self-assessment, for the one number facilitation sees. Which
 * answers they are goes nowhere.
 */
import { hasAnswered } from '../../shared/board/answers.ts';
import type { BoardId } from '../../shared/ids.ts';
import type { Context } from './context.ts';
import { isDeleted } from './deleted.ts';
import { publishCohort } from './publish-cohort.ts';

/** Returns the end of it, which waits for what is being counted. */
export function keepAnswered(context: Context): () => Promise<void> {
  const counting = new Set<Promise<void>>();
  const stop = context.rooms.onChanged((board) => {
    if (context.registry.boards.at(board)?.kind !== 'self-assessment') return;
    const work = countAnswers(context, board).finally(() => counting.delete(work));
    counting.add(work);
  });
  return async () => {
    stop();
    await Promise.all(counting);
  };
}

async function countAnswers(context: Context, id: BoardId): Promise<void> {
  const { registry, rooms, turns, log } = context;
  try {
    await turns(`answered/${id}`, async () => {
      const board = registry.boards.at(id);
      if (!board || board.person === null) return;
      const { cohort, person } = board;
      const before = registry.answered.of(cohort).get(person) ?? false;
      const after = await rooms.read(id, hasAnswered);
      if (after === before) return;
      registry.answered.put(cohort, person, after);
      await publishCohort(context, cohort).catch((error: unknown) => {
        // Else the next answer would bring nothing new.
        registry.answered.put(cohort, person, before);
        throw error;
      });
    });
  } catch (error) {
    // Nothing can be saved now: the next answer counts again. Of a board that was deleted meanwhile nothing is missing.
    if (isDeleted(() => registry.boards.at(id))) return;
    log('answers-not-counted', { board: id, why: error instanceof Error ? error.message : 'unknown' });
  }
}
