/**
 * Shortly after a board changes: writes its numbers of notes per layer or zone into the cohort's document (no text
 * passes), and removes for good what was deleted long ago.
 */
import { purgeDeleted } from '../../shared/board/notes.ts';
import { writeCounts } from '../../shared/cohort/document.ts';
import type { BoardId } from '../../shared/ids.ts';
import { TIME } from '../../shared/limits.ts';
import { countAreas } from '../../shared/synthesis/counts.ts';
import type { Clock } from '../sync/ports.ts';
import type { Context } from './context.ts';

/** Changes of one board within this time are counted once: soon when somebody follows its cohort, late when nobody does. */
const SOON_MS = 400;
const LATE_MS = 15_000;

/** Returns the end of it, which counts what is still waiting. */
export function keepTally({ registry, rooms, now, log }: Context, clock: Pick<Clock, 'after'>): () => Promise<void> {
  const waiting = new Map<BoardId, () => void>();
  const count = async (board: BoardId): Promise<void> => {
    waiting.delete(board);
    const cohort = registry.boards.at(board)?.cohort;
    if (cohort === undefined) return;
    try {
      const counts = await rooms.change(board, (doc) => {
        purgeDeleted({ doc, origin: null }, now(), TIME.deletedNoteMs);
        return countAreas(doc);
      });
      await rooms.change(cohort, (doc) => writeCounts(doc, board, counts));
    } catch (error) {
      // The cohort was deleted meanwhile, or nothing can be saved now: the next change counts again.
      log('tally-failed', { board, why: error instanceof Error ? error.message : 'unknown' });
    }
  };
  const stop = rooms.onChanged((board) => {
    if (waiting.has(board)) return;
    const cohort = registry.boards.at(board)?.cohort;
    if (cohort === undefined) return;
    const waitMs = rooms.sessions(cohort).length > 0 ? SOON_MS : LATE_MS;
    waiting.set(
      board,
      clock.after(waitMs, () => void count(board)),
    );
  });
  return async () => {
    stop();
    const boards = [...waiting.keys()];
    for (const cancel of waiting.values()) cancel();
    await Promise.all(boards.map(count));
  };
}
