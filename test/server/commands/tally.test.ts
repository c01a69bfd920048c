/** Boards that cannot be counted: a failure is named in the log, a cohort that was deleted meanwhile is none. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Context } from '../../../server/commands/context.ts';
import { createCohort } from '../../../server/commands/create-cohort.ts';
import { createDesk } from '../../../server/commands/desk.ts';
import { layMissing } from '../../../server/commands/lay-missing.ts';
import { keepTally } from '../../../server/commands/tally.ts';
import { keepAnswered } from '../../../server/commands/tally-answers.ts';
import { createTurns } from '../../../server/commands/turns.ts';
import { createBoardStore } from '../../../server/storage/board-store.ts';
import { openMemoryDatabase } from '../../../server/storage/database.ts';
import { openRegistry } from '../../../server/storage/registry.ts';
import { createRooms } from '../../../server/sync/rooms.ts';
import { answersOf } from '../../../shared/board/answers.ts';
import { addNotes } from '../../../shared/board/notes.ts';
import { readCohort } from '../../../shared/cohort/document.ts';
import { type BoardId, newNoteId, newPersonId } from '../../../shared/ids.ts';
import type { BoardKind } from '../../../shared/template/kinds.ts';
import { FakeClock } from '../../kit/fake-clock.ts';
import { createFlakyStorage } from '../../kit/flaky-storage.ts';
import { smallPlan } from '../../kit/small-plan.ts';

/** Boards of a cohort that nobody follows are counted after 15 s. */
const LATE_MS = 16_000;

function setUp() {
  const database = openMemoryDatabase();
  const registry = openRegistry(database);
  const storage = createFlakyStorage(createBoardStore({ database, log: () => undefined }));
  const clock = new FakeClock();
  const events: string[] = [];
  const log: Context['log'] = (event) => events.push(event);
  const rooms = createRooms({ storage, clock, log });
  const desk = createDesk(clock, log);
  const context: Context = { registry, rooms, turns: createTurns(), desk, now: () => clock.now(), log };
  const { cohort } = createCohort(context, smallPlan());
  return { ...context, context, rooms, storage, clock, events, cohort: cohort.id, database };
}
type World = ReturnType<typeof setUp>;

let world: World;
let stops: Array<() => Promise<void>>;
beforeEach(() => {
  world = setUp();
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

function boardOf({ registry, cohort }: World, kind: BoardKind): BoardId {
  const board = registry.boards.of(cohort).find((one) => one.kind === kind);
  if (!board) throw new Error(`no ${kind}`);
  return board.id;
}

/** As the command does it. */
const deleteCohort = ({ registry, rooms, cohort }: World): Promise<unknown> =>
  rooms.remove(() => registry.transaction(() => registry.cohorts.remove(cohort)));

const writeOn = ({ rooms }: World, board: BoardId): Promise<unknown> =>
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

it('counts a board later when there is no time for it now', async () => {
  const { rooms, clock, cohort, events } = world;
  const iceberg = boardOf(world, 'iceberg');
  await finished(writeOn(world, iceberg));
  const { within } = clock;
  clock.within = () => null;
  await clock.advance(LATE_MS);
  clock.within = within;
  expect(events).toEqual(['change-put-off']);
  await clock.advance(LATE_MS);
  let counted: unknown = null;
  const read = rooms.read(cohort, (doc) => {
    counted = doc.getMap('counts').get(iceberg);
  });
  await finished(read);
  expect(Object.values(Object(counted))).toContain(1);
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
  layMissing(world.context, cohort);
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
  layMissing(world.context, cohort);
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
