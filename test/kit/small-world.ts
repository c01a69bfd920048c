/** The commands on a small cohort, in memory: a clock that stands still, a storage that fails and hangs when told to, a log that is kept. Knows no command. */
import type { Context } from '../../server/commands/context.ts';
import { createCohort } from '../../server/commands/create-cohort.ts';
import { createDesk } from '../../server/commands/desk.ts';
import { createTurns } from '../../server/commands/turns.ts';
import { createBoardStore } from '../../server/storage/board-store.ts';
import { openMemoryDatabase } from '../../server/storage/database.ts';
import { openRegistry } from '../../server/storage/registry.ts';
import { createRooms } from '../../server/sync/rooms.ts';
import { FakeClock } from './fake-clock.ts';
import { createFlakyStorage } from './flaky-storage.ts';
import { smallPlan } from './small-plan.ts';
import { trialsHere } from './trials-here.ts';

export type SmallWorld = ReturnType<typeof createSmallWorld>;

export function createSmallWorld() {
  const database = openMemoryDatabase();
  const registry = openRegistry(database);
  const storage = createFlakyStorage(createBoardStore({ database, log: () => undefined }));
  const clock = new FakeClock();
  const events: string[] = [];
  const log: Context['log'] = (event) => events.push(event);
  const rooms = createRooms({ storage, clock, trials: trialsHere(), log });
  const desk = createDesk(clock, log);
  const context: Context = { registry, rooms, turns: createTurns(), desk, now: () => clock.now(), log };
  const { cohort } = createCohort(context, smallPlan());
  return { ...context, context, rooms, storage, clock, events, cohort: cohort.id, database };
}
