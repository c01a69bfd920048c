/** A cohort in memory whose server dies at the next change of a board, removal or row somebody names; what is kept stays. Knows no command beside joining. */
import { systemClock } from '../../server/clock.ts';
import { type Caller, type Context, callerOf } from '../../server/commands/context.ts';
import { createCohort } from '../../server/commands/create-cohort.ts';
import { createDesk } from '../../server/commands/desk.ts';
import { join } from '../../server/commands/join.ts';
import type { CohortBoard, Registry } from '../../server/commands/ports.ts';
import type { CohortSecrets } from '../../server/commands/secrets.ts';
import { createTurns } from '../../server/commands/turns.ts';
import { createBoardStore } from '../../server/storage/board-store.ts';
import { openMemoryDatabase } from '../../server/storage/database.ts';
import { openRegistry } from '../../server/storage/registry.ts';
import { createRooms } from '../../server/sync/rooms.ts';
import type { BoardId, OrgId } from '../../shared/ids.ts';
import { dyingRooms } from './dying-rooms.ts';
import { smallPlan } from './small-plan.ts';
import { trialsHere } from './trials-here.ts';

/** Each holds for one time. */
type Moment = 'reports are kept' | 'a call is kept' | 'a board is laid' | 'boards are removed';

export interface DyingWorld {
  readonly context: Context;
  readonly secrets: CohortSecrets['secrets'];
  /** Facilitation. */
  readonly mari: Caller;
  /** It dies before the next change of this board. */
  diesAtChange(board: BoardId): void;
  diesWhen(moment: Moment): void;
  seat(name: string, organisation: OrgId): Promise<Caller>;
  /** The first of this kind, of this organisation where one is named. */
  boardOf(kind: CohortBoard['kind'], organisation?: OrgId): BoardId;
  end(): Promise<void>;
}

export async function createDyingWorld(boardPer: 'organisation' | 'person' = 'organisation'): Promise<DyingWorld> {
  const failing = new Set<BoardId>();
  const moments = new Set<Moment>();
  const dieIf = (moment: Moment): void => {
    if (moments.delete(moment)) throw new Error('the server died');
  };
  const database = openMemoryDatabase();
  const log = (): void => undefined;
  const storage = createBoardStore({ database, log });
  const real = createRooms({ storage, clock: systemClock, trials: trialsHere(), log });
  const desk = createDesk(systemClock, log);
  const registry = dying(openRegistry(database), dieIf);
  const alive = dyingRooms(real, failing);
  const rooms: typeof alive = {
    ...alive,
    remove: async (work) => {
      dieIf('boards are removed');
      return alive.remove(work);
    },
  };
  const context: Context = { registry, rooms, turns: createTurns(), desk, now: Date.now, log };
  const plan = smallPlan();
  const { cohort, handedOut } = createCohort(context, { ...plan, meta: { ...plan.meta, boardPer } });
  const enter = async (secret: string, name: string, organisation: OrgId | null): Promise<Caller> => {
    const joined = await join(context, { secret, name, organisation });
    const caller = joined.ok ? callerOf(context, joined.value.token) : null;
    if (!caller) throw new Error(`${name} has no seat`);
    return caller;
  };
  return {
    context,
    secrets: handedOut.secrets,
    mari: await enter(handedOut.secrets.facilitation, 'Mari', null),
    diesAtChange: (board) => void failing.add(board),
    diesWhen: (moment) => void moments.add(moment),
    seat: (name, organisation) => enter(handedOut.secrets.participation, name, organisation),
    boardOf(kind, organisation) {
      const boards = registry.boards.of(cohort.id).filter((one) => one.kind === kind);
      const board = organisation ? boards.find((one) => one.organisation === organisation) : boards[0];
      if (!board) throw new Error(`no ${kind}`);
      return board.id;
    },
    async end() {
      await desk.close();
      await real.close();
      await storage.close();
      database.close();
    },
  };
}

function dying(registry: Registry, dieIf: (moment: Moment) => void): Registry {
  return {
    ...registry,
    calls: {
      ...registry.calls,
      put(cohort, call) {
        dieIf('a call is kept');
        registry.calls.put(cohort, call);
      },
    },
    reports: {
      ...registry.reports,
      put(cohort, session, reports) {
        dieIf('reports are kept');
        registry.reports.put(cohort, session, reports);
      },
    },
    boards: {
      ...registry.boards,
      add(board, first) {
        dieIf('a board is laid');
        registry.boards.add(board, first);
      },
    },
  };
}
