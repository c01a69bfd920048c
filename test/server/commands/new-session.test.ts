/** The next session when the server dies while the last one is left: doing it again loses nothing of what was kept of it. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { systemClock } from '../../../server/clock.ts';
import { conductCall } from '../../../server/commands/conduct-call.ts';
import { type Caller, type Context, callerOf } from '../../../server/commands/context.ts';
import { createCohort } from '../../../server/commands/create-cohort.ts';
import { createDesk } from '../../../server/commands/desk.ts';
import { join } from '../../../server/commands/join.ts';
import type { CohortBoard } from '../../../server/commands/ports.ts';
import { createTurns } from '../../../server/commands/turns.ts';
import { createBoardStore } from '../../../server/storage/board-store.ts';
import { openMemoryDatabase } from '../../../server/storage/database.ts';
import { openRegistry } from '../../../server/storage/registry.ts';
import { createRooms } from '../../../server/sync/rooms.ts';
import { addWord, readWords } from '../../../shared/board/closing.ts';
import type { CallRequest } from '../../../shared/call-api.ts';
import type { BoardId } from '../../../shared/ids.ts';
import { dyingRooms } from '../../kit/dying-rooms.ts';
import { smallPlan } from '../../kit/small-plan.ts';
import { trialsHere } from '../../kit/trials-here.ts';

const failing = new Set<BoardId>();
/** The next time the call is kept it is not. */
let failsAtCall = false;
let context: Context;
let mari: Caller;
let end: () => Promise<void>;

beforeEach(async () => {
  const database = openMemoryDatabase();
  const log = (): void => undefined;
  const storage = createBoardStore({ database, log });
  const real = createRooms({ storage, clock: systemClock, trials: trialsHere(), log });
  const registry = openRegistry(database);
  const put: typeof registry.calls.put = (...a) => {
    if (!failsAtCall) return registry.calls.put(...a);
    failsAtCall = false;
    throw new Error('the server died');
  };
  const desk = createDesk(systemClock, log);
  const rooms = dyingRooms(real, failing);
  const dying = { ...registry, calls: { ...registry.calls, put } };
  context = { registry: dying, rooms, turns: createTurns(), desk, now: Date.now, log };
  const { handedOut } = createCohort(context, smallPlan());
  const joined = await join(context, { secret: handedOut.secrets.facilitation, name: 'Mari', organisation: null });
  const caller = joined.ok ? callerOf(context, joined.value.token) : null;
  if (!caller) throw new Error('Mari has a seat');
  mari = caller;
  end = async () => {
    await desk.close();
    await real.close();
    await storage.close();
    database.close();
  };
});
afterEach(() => end());

const conduct = (deed: CallRequest) => conductCall(context, mari, mari.cohort.id, deed);
const next = () => conduct({ do: 'new-session', preset: 'full' });
const boardOf = (kind: CohortBoard['kind']): BoardId => {
  const board = context.registry.boards.of(mari.cohort.id).find((one) => one.kind === kind);
  if (!board) throw new Error(`no ${kind}`);
  return board.id;
};
const tell = (title: string): void => {
  const [organisation] = context.registry.organisations.of(mari.cohort.id);
  if (organisation) context.registry.issues.put(mari.cohort.id, organisation.id, { title, theme: null, at: 1 });
};
const say = (text: string) =>
  context.rooms.change(boardOf('closing'), (doc) =>
    addWord({ doc, origin: null }, { session: 1, person: mari.member.id, organisation: null, text }),
  );
const minutes = (): string => context.registry.reports.of(mari.cohort.id).get('1')?.minutes ?? '';

it.each(['a page is cleared', 'the call is another one'])('loses nothing where it dies before %s', async (moment) => {
  await conduct({ do: 'start' });
  tell('Cobrar a tiempo');
  await say('Esperanza');
  await conduct({ do: 'close' });
  if (moment === 'a page is cleared') failing.add(boardOf('feedback'));
  else failsAtCall = true;
  await expect(next()).rejects.toThrow('the server died');
  expect(await next()).toMatchObject({ ok: true, value: { session: 2 } });
  expect([minutes().includes('Cobrar a tiempo'), minutes().includes('Esperanza')]).toEqual([true, true]);
  expect(context.registry.copies.of(boardOf('closing')).map(({ name }) => name)).toEqual(['Sesión 1']);
  expect(context.registry.issues.of(mari.cohort.id).size).toBe(0);
  expect(await context.rooms.read(boardOf('closing'), (doc) => readWords(doc, 1))).toEqual([]);
});

it('keeps what is told once the session was opened again', async () => {
  await conduct({ do: 'start' });
  await conduct({ do: 'close' });
  failing.add(boardOf('feedback'));
  await expect(next()).rejects.toThrow('the server died');
  await conduct({ do: 'reopen' });
  tell('Lo de después');
  await conduct({ do: 'close' });
  expect(await next()).toMatchObject({ ok: true });
  expect(minutes()).toContain('Lo de después');
});
