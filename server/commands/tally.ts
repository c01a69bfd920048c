/**
 * Shortly after a board changes: writes its numbers of notes per layer or zone into the cohort's document and who wrote
 * on it or brought something into the panel of facilitation (no text passes), and removes for good what was deleted long ago.
 */
import { notesOf } from '../../shared/board/document.ts';
import { purgeLinks } from '../../shared/board/links.ts';
import { purgeDeleted } from '../../shared/board/notes.ts';
import { isNotesBoard, writeCounts } from '../../shared/cohort/document.ts';
import { readWriters, writeBrought, writeWriters } from '../../shared/cohort/panel.ts';
import type { BoardId, CohortId } from '../../shared/ids.ts';
import { TIME } from '../../shared/limits.ts';
import { organisationsOn } from '../../shared/synthesis/brought-by.ts';
import { countAreas } from '../../shared/synthesis/counts.ts';
import { writersOn } from '../../shared/synthesis/writers.ts';
import type { Clock } from '../sync/ports.ts';
import type { Context } from './context.ts';
import type { CohortBoard } from './ports.ts';

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
  let ended = false;
  const count = async ({ board, cohort, cancel }: Waiting): Promise<void> => {
    cancel();
    waiting.delete(board);
    const counted = await countBoard(context, board, cohort);
    if (counted === 'later' && !ended && !waiting.has(board)) wait(board, cohort, true);
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
    const at = registry.boards.at(board);
    if (at && isNotesBoard(at)) wait(board, at.cohort, rooms.sessions(at.cohort).length === 0);
  });
  /** Boards that were written on before there was a panel. */
  const countMissing = async (panel: CohortBoard): Promise<void> => {
    for (const board of await uncounted(context, panel)) {
      if (!waiting.has(board)) wait(board, panel.cohort, false);
    }
  };
  const stopEntered = rooms.onEntered((entered) => {
    const at = registry.boards.at(entered);
    if (at?.kind === 'panel') void countMissing(at);
    for (const { board, cohort, late, cancel } of [...waiting.values()]) {
      if (cohort !== entered || !late) continue;
      cancel();
      wait(board, cohort, false);
    }
  });
  return async () => {
    ended = true;
    stopChanged();
    stopEntered();
    await Promise.all([...waiting.values()].map(count));
  };
}

async function countBoard(context: Context, board: BoardId, cohort: CohortId): Promise<'done' | 'later'> {
  const { registry, rooms, now, log } = context;
  try {
    const isGroup = registry.boards.at(board)?.kind === 'group-iceberg';
    const { counts, writers, brought } = await rooms.change(board, (doc) => {
      purgeDeleted({ doc, origin: null }, now(), TIME.deletedNoteMs);
      purgeLinks({ doc, origin: null }, (note) => notesOf(doc).has(note));
      return { counts: countAreas(doc), writers: writersOn(doc), brought: isGroup ? organisationsOn(doc) : null };
    });
    await rooms.change(cohort, (doc) => writeCounts(doc, board, counts));
    const boards = registry.boards.of(cohort);
    const panel = boards.find(({ kind }) => kind === 'panel');
    const isThere = (id: BoardId): boolean => boards.some((one) => one.id === id);
    if (panel)
      await rooms.change(panel.id, (doc) => {
        writeWriters(doc, board, writers, isThere);
        if (brought !== null) writeBrought(doc, brought);
      });
  } catch (error) {
    if (isBusy(error)) return 'later';
    // Nothing can be saved now: the next change counts again. Of a board that was deleted meanwhile nothing is missing.
    if (registry.boards.at(board) !== null)
      log('tally-failed', { board, why: error instanceof Error ? error.message : 'unknown' });
  }
  return 'done';
}

const isBusy = (error: unknown): boolean => error instanceof Error && 'why' in error && error.why === 'busy';

/** Boards of notes the panel says nothing of yet. */
async function uncounted({ registry, rooms, log }: Context, panel: CohortBoard): Promise<BoardId[]> {
  try {
    const writers = await rooms.read(panel.id, readWriters);
    const boards = registry.boards.of(panel.cohort).filter(isNotesBoard);
    return boards.map(({ id }) => id).filter((id) => !writers.has(id));
  } catch (error) {
    // The next who comes to the panel has them counted, if the cohort was not deleted meanwhile.
    if (registry.boards.at(panel.id) !== null)
      log('tally-failed', { board: panel.id, why: error instanceof Error ? error.message : 'unknown' });
    return [];
  }
}
