/**
 * Shortly after a board changes: writes its numbers of notes per layer or zone into the cohort's document (no text
 * passes), and removes for good what was deleted long ago.
 */
import { purgeDeleted } from '../../shared/board/notes.ts';
import { writeCounts } from '../../shared/cohort/document.ts';
import type { BoardId, CohortId } from '../../shared/ids.ts';
import { TIME } from '../../shared/limits.ts';
import { countAreas } from '../../shared/synthesis/counts.ts';
import type { Clock } from '../sync/ports.ts';
import type { Context } from './context.ts';

/** Changes of one board within this time are counted once: soon when somebody follows its cohort, late when nobody does. */
const SOON_MS = 400;
const LATE_MS = 15_000;

interface Waiting {
  readonly board: BoardId;
  readonly cohort: CohortId;
  readonly late: boolean;
  readonly cancel: () => void;
}

/** Returns the end of it, which counts what is still waiting. */
export function keepTally(context: Context, clock: Pick<Clock, 'after'>): () => Promise<void> {
  const { registry, rooms } = context;
  const waiting = new Map<BoardId, Waiting>();
  const count = ({ board, cohort, cancel }: Waiting): Promise<void> => {
    cancel();
    waiting.delete(board);
    return countBoard(context, board, cohort);
  };
  const wait = (board: BoardId, cohort: CohortId, late: boolean): void => {
    const due = (): void => {
      const one = waiting.get(board);
      if (one !== undefined) void count(one);
    };
    waiting.set(board, { board, cohort, late, cancel: clock.after(late ? LATE_MS : SOON_MS, due) });
  };
  const stopChanged = rooms.onChanged((board) => {
    if (waiting.has(board)) return;
    const cohort = registry.boards.at(board)?.cohort;
    if (cohort !== undefined) wait(board, cohort, rooms.sessions(cohort).length === 0);
  });
  const stopEntered = rooms.onEntered((entered) => {
    for (const { board, cohort, late, cancel } of [...waiting.values()]) {
      if (cohort !== entered || !late) continue;
      cancel();
      wait(board, cohort, false);
    }
  });
  return async () => {
    stopChanged();
    stopEntered();
    await Promise.all([...waiting.values()].map(count));
  };
}

async function countBoard({ rooms, now, log }: Context, board: BoardId, cohort: CohortId): Promise<void> {
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
}
