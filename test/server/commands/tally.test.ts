/** Boards that cannot be counted: a failure is named in the log, a cohort that was deleted meanwhile is none. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { doWork } from '../../../server/commands/board-work.ts';
import { DeskError } from '../../../server/commands/desk.ts';
import { layBoards } from '../../../server/commands/lay-boards.ts';
import { missingBoards } from '../../../server/commands/lay-missing.ts';
import { keepTally } from '../../../server/commands/tally.ts';
import { keepAnswered } from '../../../server/commands/tally-answers.ts';
import { RoomError } from '../../../server/sync/room-error.ts';
import { answersOf } from '../../../shared/board/answers.ts';
import { notesOf } from '../../../shared/board/document.ts';
import { addNotes, deleteNotes } from '../../../shared/board/notes.ts';
import { readCohort } from '../../../shared/cohort/document.ts';
import { type BoardId, newNoteId, newPersonId } from '../../../shared/ids.ts';
import { TIME } from '../../../shared/limits.ts';
import type { BoardKind } from '../../../shared/template/kinds.ts';
import { Peer } from '../../kit/peer.ts';
import { createSmallWorld, type SmallWorld } from '../../kit/small-world.ts';

/** Boards of a cohort that nobody follows are counted after 15 s. */
const LATE_MS = 16_000;

let world: SmallWorld;
let stops: Array<() => Promise<void>>;
beforeEach(() => {
  world = createSmallWorld();
  stops = [keepTally(world.context, world.clock), keepAnswered(world.context)];
});
afterEach(async () => {
  for (const stop of stops) await finished(stop());
  await finished(world.rooms.close());
  world.database.close();
});

/** Time goes on until it is done. */
async function finished(work: Promise<unknown>): Promise<void> {
  let over = false;
  void work.finally(() => {
    over = true;
  });
  while (!over) await world.clock.advance(100);
  await work;
}

function boardOf({ registry, cohort }: SmallWorld, kind: BoardKind): BoardId {
  const board = registry.boards.of(cohort).find((one) => one.kind === kind);
  if (!board) throw new Error(`no ${kind}`);
  return board.id;
}

/** As the command does it. */
const deleteCohort = ({ registry, rooms, cohort }: SmallWorld): Promise<unknown> =>
  rooms.remove(() => registry.transaction(() => registry.cohorts.remove(cohort)));

const writeOn = ({ rooms }: SmallWorld, board: BoardId): Promise<unknown> =>
  rooms.change(board, (doc) =>
    addNotes({ doc, origin: null }, [{ id: newNoteId(), pos: [700, 200], createdAt: 1, text: 'Uno' }]),
  );

it('names a board that could not be counted', async () => {
  await finished(writeOn(world, boardOf(world, 'iceberg')));
  world.storage.mode = 'fails';
  await world.clock.advance(LATE_MS);
  world.storage.mode = 'works';
  expect(world.events).toContain('tally-failed');
});

/** What the cohort is told of a board: its numbers of notes. */
async function toldOf({ rooms, cohort }: SmallWorld, board: BoardId): Promise<number[]> {
  let counted: unknown = null;
  const read = rooms.read(cohort, (doc) => {
    counted = doc.getMap('counts').get(board);
  });
  await finished(read);
  return Object.values(Object(counted));
}

describe('a board that takes long to read', () => {
  /** The desk works in the test's own process. */
  const slowly = (): void => {
    const { rooms, context } = world;
    vi.spyOn(context.desk, 'do').mockImplementation(async (kind, work) => doWork(kind, work));
    const change = rooms.change.bind(rooms);
    rooms.change = (board, work, haste) =>
      haste === 'brief' ? Promise.reject(new RoomError('busy')) : change(board, work, haste);
  };

  it('is counted at the desk, late, also where somebody follows its cohort', async () => {
    slowly();
    const { rooms, cohort, clock } = world;
    const iceberg = boardOf(world, 'iceberg');
    await finished(writeOn(world, iceberg));
    await clock.advance(LATE_MS);
    expect(await toldOf(world, iceberg)).toContain(1);
    const follower = new Peer('Luz').join(rooms, cohort);
    await finished(writeOn(world, iceberg));
    await clock.advance(2_000);
    expect(await toldOf(world, iceberg)).not.toContain(2);
    await clock.advance(LATE_MS);
    expect(await toldOf(world, iceberg)).toContain(2);
    follower.destroy();
  });

  it('waits until another one is counted: the desk is for files, too', async () => {
    slowly();
    const { context, clock } = world;
    const [iceberg, value] = [boardOf(world, 'iceberg'), boardOf(world, 'value')];
    const ends: Array<() => void> = [];
    vi.spyOn(context.desk, 'do').mockImplementation(
      (kind, work) => new Promise((resolve) => ends.push(() => resolve(doWork(kind, work)))),
    );
    await finished(writeOn(world, iceberg));
    await finished(writeOn(world, value));
    await clock.advance(LATE_MS);
    expect(ends).toHaveLength(1);
    ends[0]?.();
    await clock.advance(100);
    expect(ends).toHaveLength(2);
    ends[1]?.();
    await clock.advance(100);
    expect([await toldOf(world, iceberg), await toldOf(world, value)].flat()).toContain(1);
  });

  it('gets rid of what was deleted long ago', async () => {
    slowly();
    const { rooms, clock } = world;
    const iceberg = boardOf(world, 'iceberg');
    await clock.advance(TIME.deletedNoteMs);
    await finished(
      rooms.change(iceberg, (doc) => {
        const id = newNoteId();
        const w = { doc, origin: null };
        addNotes(w, [{ id, pos: [700, 200], createdAt: 1, text: 'Uno' }]);
        deleteNotes(w, [id], 1);
        const note = notesOf(doc).get(id);
        if (note instanceof Y.Map) note.set('goneSince', 1);
      }),
    );
    const person = new Peer('Ana').join(rooms, iceberg);
    await clock.advance(LATE_MS);
    const size = rooms.read(iceberg, (doc) => notesOf(doc).size);
    await finished(size);
    person.deliver();
    expect([await size, notesOf(person.doc).size]).toEqual([0, 0]);
    person.destroy();
  });
});

it('counts a board later when there is no time for it now', async () => {
  const { context, clock, events } = world;
  const iceberg = boardOf(world, 'iceberg');
  await finished(writeOn(world, iceberg));
  vi.spyOn(context.desk, 'do').mockRejectedValueOnce(new DeskError('server-busy'));
  const { within } = clock;
  clock.within = () => null;
  await clock.advance(LATE_MS);
  clock.within = within;
  expect([Math.max(...(await toldOf(world, iceberg))), events]).toEqual([0, []]);
  await clock.advance(LATE_MS);
  expect(await toldOf(world, iceberg)).toContain(1);
});

it('says nothing of a cohort that was deleted before its boards were counted', async () => {
  await finished(writeOn(world, boardOf(world, 'iceberg')));
  await finished(writeOn(world, boardOf(world, 'value')));
  await finished(deleteCohort(world));
  await world.clock.advance(LATE_MS);
  expect(world.events).toEqual([]);
});

it('names answers that could not be counted, and counts them with the next one', async () => {
  const { registry, rooms, storage, clock, cohort, events } = world;
  registry.people.add(
    { id: newPersonId(), cohort, name: 'Ana', role: 'participant', organisation: null, host: null },
    'ana',
  );
  layBoards(registry, missingBoards(world.context, cohort));
  const answer = (value: number): Promise<unknown> =>
    finished(rooms.change(boardOf(world, 'self-assessment'), (doc) => answersOf(doc).set('now:purpose', value)));
  const stop = rooms.onChanged(() => {
    storage.mode = 'fails';
  });
  await answer(1);
  stop();
  await clock.advance(100);
  expect(events).toContain('answers-not-counted');
  storage.mode = 'works';
  await clock.advance(60_000);
  await answer(2);
  await clock.advance(100);
  let answered = 0;
  const read = rooms.read(cohort, (doc) => {
    answered = readCohort(doc).progress.answered;
  });
  await finished(read);
  expect(answered).toBe(1);
});

it('says nothing of answers whose cohort was deleted while they were counted', async () => {
  const { registry, rooms, storage, clock, cohort } = world;
  registry.people.add(
    { id: newPersonId(), cohort, name: 'Ana', role: 'participant', organisation: null, host: null },
    'ana',
  );
  layBoards(registry, missingBoards(world.context, cohort));
  const stop = rooms.onChanged(() => {
    storage.mode = 'hangs';
  });
  await finished(rooms.change(boardOf(world, 'self-assessment'), (doc) => answersOf(doc).set('now:purpose', 1)));
  stop();
  await clock.advance(100);
  expect(storage.hanging).toBe(1);
  const deleted = deleteCohort(world);
  storage.mode = 'works';
  storage.release('works');
  await finished(deleted);
  expect(world.events).toEqual([]);
});
