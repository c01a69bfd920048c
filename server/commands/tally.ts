/** Keeps the numbers of notes per layer and zone in the cohort's document, shortly after boards change. No text passes. */
import { writeCounts } from '../../shared/cohort/document.ts';
import type { BoardId } from '../../shared/ids.ts';
import { countAreas } from '../../shared/synthesis/counts.ts';
import type { Clock } from '../sync/ports.ts';
import type { Context } from './context.ts';

/** Changes of one board within this time are counted once. */
const QUIET_MS = 400;

/** Returns the end of it; counting that is under way goes on to its end. */
export function keepTally({ registry, rooms, log }: Context, clock: Pick<Clock, 'after'>): () => void {
  const waiting = new Map<BoardId, () => void>();
  const count = (board: BoardId): void => {
    waiting.delete(board);
    const cohort = registry.boards.at(board)?.cohort;
    if (cohort === undefined) return;
    rooms
      .read(board, countAreas)
      .then((counts) => rooms.change(cohort, (doc) => writeCounts(doc, board, counts)))
      // The cohort was deleted meanwhile, or nothing can be saved now: the next change counts again.
      .catch((error: unknown) =>
        log('tally-failed', { board, why: error instanceof Error ? error.message : 'unknown' }),
      );
  };
  const stop = rooms.onChanged((board) => {
    if (!waiting.has(board))
      waiting.set(
        board,
        clock.after(QUIET_MS, () => count(board)),
      );
  });
  return () => {
    stop();
    for (const cancel of waiting.values()) cancel();
    waiting.clear();
  };
}
