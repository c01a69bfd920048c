/**
 * A server without sockets and disk whose commands, rooms and admission are the real ones, and everybody who may or may
 * not be somewhere. What a right should be is computed here from the registry and the one table. Chooses nothing itself.
 */
import { systemClock } from '../../server/clock.ts';
import { createAdmission } from '../../server/commands/admission.ts';
import { connect } from '../../server/commands/connect.ts';
import { type Caller, type Context, callerOf } from '../../server/commands/context.ts';
import { createCohort } from '../../server/commands/create-cohort.ts';
import { createDesk } from '../../server/commands/desk.ts';
import { join } from '../../server/commands/join.ts';
import { planOf } from '../../server/commands/plan-cohort.ts';
import { type CohortSecrets, hashSecret } from '../../server/commands/secrets.ts';
import { createTurns } from '../../server/commands/turns.ts';
import { createBoardStore } from '../../server/storage/board-store.ts';
import { openMemoryDatabase } from '../../server/storage/database.ts';
import { openRegistry } from '../../server/storage/registry.ts';
import type { Admission, RelayRooms } from '../../server/sync/ports.ts';
import { createRooms } from '../../server/sync/rooms.ts';
import type { LinkName } from '../../shared/api.ts';
import { newCall } from '../../shared/cohort/call.ts';
import { COHORT_RIGHT, type Right, rightFor } from '../../shared/cohort/roles.ts';
import type { BoardId, CohortId, OrgId } from '../../shared/ids.ts';
import { trialsHere } from './trials-here.ts';

export interface WorldSeat {
  readonly token: string;
  readonly name: string;
  readonly organisation: OrgId | null;
  readonly link: LinkName;
}

export class RightsWorld {
  readonly context: Context;
  readonly rooms: RelayRooms;
  readonly cohort: CohortId;
  readonly organisations: readonly OrgId[];
  secrets: CohortSecrets['secrets'];
  readonly seats: WorldSeat[] = [];
  readonly #admission: Admission;
  /** Credentials somebody once had: a raw client keeps them. */
  readonly #kept = new Map<string, string>();
  readonly #end: () => Promise<void>;

  private constructor(parts: {
    context: Context;
    rooms: RelayRooms;
    cohort: CohortId;
    secrets: CohortSecrets['secrets'];
    end: () => Promise<void>;
  }) {
    this.context = parts.context;
    this.rooms = parts.rooms;
    this.cohort = parts.cohort;
    this.secrets = parts.secrets;
    this.organisations = parts.context.registry.organisations.of(parts.cohort).map(({ id }) => id);
    this.#admission = createAdmission(parts.context);
    this.#end = parts.end;
  }

  static async create(organisations: readonly string[]): Promise<RightsWorld> {
    const database = openMemoryDatabase();
    const log = (): void => undefined;
    const rooms = createRooms({
      storage: createBoardStore({ database, log }),
      clock: systemClock,
      trials: trialsHere(),
      log,
    });
    const desk = createDesk(systemClock, log);
    const context: Context = {
      registry: openRegistry(database),
      rooms,
      turns: createTurns(),
      desk,
      now: Date.now,
      log,
    };
    const plan = planOf({
      name: 'C',
      date: '2026-11-20',
      time: '',
      language: 'es',
      organisations: [...organisations],
      boardPer: 'organisation',
      agenda: 'full',
    });
    const { cohort, handedOut } = createCohort(context, plan);
    const end = async (): Promise<void> => {
      await desk.close();
      await rooms.close();
      database.close();
    };
    return new RightsWorld({ context, rooms, cohort: cohort.id, secrets: handedOut.secrets, end });
  }

  end(): Promise<void> {
    return this.#end();
  }

  async join(link: LinkName, name: string, organisation: OrgId | null = null): Promise<WorldSeat> {
    const joined = await join(this.context, { secret: this.secrets[link], name, organisation });
    if (!joined.ok) throw new Error(joined.why);
    const seat = { token: joined.value.token, name, organisation, link };
    this.seats.push(seat);
    return seat;
  }

  callerOf = ({ token }: WorldSeat): Caller | null => callerOf(this.context, token);

  /** Every board of the cohort and its own document. */
  boards(): BoardId[] {
    return [this.cohort, ...this.context.registry.boards.of(this.cohort).map(({ id }) => id)];
  }

  /** By the registry and the table, of nothing the server remembers of connections. */
  rightOf({ token }: WorldSeat, board: BoardId): Right {
    const { registry } = this.context;
    const session = registry.sessions.byHash(hashSecret(token));
    const member = session && registry.people.at(session.person);
    const cohort = registry.cohorts.at(this.cohort);
    if (!member || !cohort) return 'none';
    if (board === this.cohort) return COHORT_RIGHT;
    const entry = registry.boards.at(board);
    if (!entry) return 'none';
    return rightFor({ person: member.id, role: member.role, organisation: member.organisation }, entry, {
      themesOpen: cohort.themesOpen,
      letIn: (id) => registry.organisations.isLetIn(cohort.id, id),
      call: registry.calls.at(cohort.id) ?? newCall(),
    });
  }

  /** Comes to the door with fresh credentials, else with those of an earlier time; null when the door stays shut. */
  knock(seat: WorldSeat, board: BoardId) {
    const caller = this.callerOf(seat);
    const key = `${seat.token} ${board}`;
    const fresh = caller && connect(this.context, caller, board);
    if (fresh?.ok) this.#kept.set(key, fresh.value.token);
    const token = this.#kept.get(key);
    const admitted = token === undefined ? null : this.#admission.admit(board, token);
    return admitted?.ok ? admitted : null;
  }

  /** With credentials that were given out for another board: whether the door opens. */
  knockWithThoseOf(other: BoardId, seat: WorldSeat, board: BoardId): boolean {
    const token = this.#kept.get(`${seat.token} ${other}`);
    return other !== board && token !== undefined && this.#admission.admit(board, token).ok;
  }

  /** Resolves when everything that was sent to the board before is stored and passed on; what is stored, or null for no board. */
  async stored(board: BoardId): Promise<Uint8Array | null> {
    if (board !== this.cohort && !this.context.registry.boards.at(board)) return null;
    return Buffer.concat(await this.rooms.updates(board));
  }
}
