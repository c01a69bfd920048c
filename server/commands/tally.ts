/**
 * Shortly after a board changes: writes its numbers of notes per layer or zone into the cohort's document and who wrote
 * on it or brought something into the panel of facilitation (no text passes), and removes for good what was deleted long ago.
 */
import { isNotesBoard, writeCounts } from '../../shared/cohort/document.ts';
import { readWriters, writeBrought, writeWriters } from '../../shared/cohort/panel.ts';
import type { BoardId, CohortId } from '../../shared/ids.ts';
import type { Clock } from '../sync/ports.ts';
import type { Context } from './context.ts';
import { type Counted, countBoard } from './count-board.ts';
import { isDeleted } from './deleted.ts';
import { DeskError } from './desk.ts';
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
  const counter = new Counter(context);
  let ended = false;
  const count = async ({ board, cohort, cancel }: Waiting): Promise<void> => {
    cancel();
    waiting.delete(board);
    const counted = await tellCounts(context, counter, board, cohort);
    if (counted === 'later' && !ended && !waiting.has(board)) wait(board, cohort, true);
  };
  const wait = (board: BoardId, cohort: CohortId, isLate: boolean): void => {
    const late = isLate || counter.isSlow(board);
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
      if (cohort !== entered || !late || counter.isSlow(board)) continue;
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

async function tellCounts(
  context: Context,
  counter: Counter,
  board: BoardId,
  cohort: CohortId,
): Promise<'done' | 'later'> {
  const { registry, rooms, log } = context;
  try {
    const { counts, writers, brought } = await counter.count(board);
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
    if (!isDeleted(() => registry.boards.at(board)))
      log('tally-failed', { board, why: error instanceof Error ? error.message : 'unknown' });
  }
  return 'done';
}

/** Counts boards: in their rooms, and those that take long to read at the desk, where nobody waits for them. */
class Counter {
  readonly #context: Context;
  readonly #slow = new Set<BoardId>();

  constructor(context: Context) {
    this.#context = context;
  }

  /** Whether it took long to read the last time. */
  isSlow(board: BoardId): boolean {
    return this.#slow.has(board);
  }

  async count(board: BoardId): Promise<Counted> {
    const { registry, rooms, now } = this.#context;
    const isGroup = registry.boards.at(board)?.kind === 'group-iceberg';
    try {
      const counted = await rooms.change(board, (doc) => countBoard(doc, { now: now(), isGroup }), 'brief');
      this.#slow.delete(board);
      return counted;
    } catch (error) {
      if (!isBusy(error)) throw error;
    }
    return this.#countAtDesk(board, isGroup);
  }

  async #countAtDesk(board: BoardId, isGroup: boolean): Promise<Counted> {
    const { rooms, desk, turns, now } = this.#context;
    this.#slow.add(board);
    // One at a time: others need the desk for their files.
    const { purge, ...counted } = await turns('count', async () =>
      desk.do('count', { state: await rooms.updates(board), isGroup, now: now() }),
    );
    if (purge !== null) await rooms.take(board, purge);
    return counted;
  }
}

/** The board could not be read in good time, or too much waits at the desk. */
const isBusy = (error: unknown): boolean =>
  (error instanceof DeskError && error.why === 'server-busy') ||
  (error instanceof Error && 'why' in error && error.why === 'busy');

/** Boards of notes the panel says nothing of yet. */
async function uncounted({ registry, rooms, log }: Context, panel: CohortBoard): Promise<BoardId[]> {
  try {
    const writers = await rooms.read(panel.id, readWriters);
    const boards = registry.boards.of(panel.cohort).filter(isNotesBoard);
    return boards.map(({ id }) => id).filter((id) => !writers.has(id));
  } catch (error) {
    // The next who comes to the panel has them counted, if the cohort was not deleted meanwhile.
    if (!isDeleted(() => registry.boards.at(panel.id)))
      log('tally-failed', { board: panel.id, why: error instanceof Error ? error.message : 'unknown' });
    return [];
  }
}
