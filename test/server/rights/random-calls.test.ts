/**
 * Rights are kept whatever happens in a call: at random, phases change, boards are paused, doors open and close, people
 * and links go, rounds turn, and all the while clients that keep no rule write on every board there is. After every step
 * who is in a board, who may write and what everybody was sent is exactly what the table says.
 */
import { afterEach, describe, expect, it } from 'vitest';
import { changeCohort, letIn } from '../../../server/commands/change-cohort.ts';
import { conductCall } from '../../../server/commands/conduct-call.ts';
import { findLink } from '../../../server/commands/open-link.ts';
import { removePerson } from '../../../server/commands/people.ts';
import { rotateLink } from '../../../server/commands/rotate-link.ts';
import { turnGroupRound } from '../../../server/commands/turn-round.ts';
import { LINK_NAMES } from '../../../shared/api.ts';
import type { CallRequest } from '../../../shared/call-api.ts';
import { newCall, phaseNow } from '../../../shared/cohort/call.ts';
import type { Right } from '../../../shared/cohort/roles.ts';
import type { BoardId } from '../../../shared/ids.ts';
import type { BoardKind } from '../../../shared/template/kinds.ts';
import { createRandom, type Random } from '../../kit/random.ts';
import { markFor, marksIn, RawClient } from '../../kit/raw-client.ts';
import { RightsWorld, type WorldSeat } from '../../kit/rights-world.ts';
import { many, seeds } from '../../kit/soak.ts';

const STEPS = many(40, 400);

/** Where a client of this kind of board would write; the cohort's document has no kind. */
const ROOT: Readonly<Record<BoardKind | 'cohort', string>> = {
  iceberg: 'notes',
  'group-iceberg': 'notes',
  value: 'notes',
  practice: 'notes',
  'self-assessment': 'answers',
  growth: 'growth',
  feedback: 'items',
  closing: 'words',
  panel: 'organisations',
  cohort: 'call',
};

/** What became of a write is known: it had to be taken, it must not be anywhere, or the right changed in that very moment. */
type Fate = 'taken' | 'refused' | 'either';

class Trial {
  readonly world: RightsWorld;
  readonly random: Random;
  readonly clients = new Map<string, { seat: WorldSeat; client: RawClient }>();
  readonly all: RawClient[] = [];
  readonly fates = new Map<string, Fate>();
  #marks = 0;
  /** How often each fate was met, and each right: a trial that meets none proves nothing. */
  readonly met = { taken: 0, refused: 0, closed: 0, demoted: 0 };

  constructor(world: RightsWorld, random: Random) {
    this.world = world;
    this.random = random;
  }

  rootOf(board: BoardId): string {
    return ROOT[this.world.context.registry.boards.at(board)?.kind ?? 'cohort'];
  }
  mark(board: BoardId, fate: Fate): string {
    this.#marks += 1;
    const mark = markFor(this.#marks, board);
    this.fates.set(mark, fate);
    return mark;
  }

  /** Everybody tries every door; who gets in stays. */
  knockEverywhere(): void {
    for (const seat of this.world.seats) {
      for (const board of this.world.boards()) {
        const key = `${seat.token} ${board}`;
        if (this.clients.get(key)?.client.isOpen) continue;
        const admitted = this.world.knock(seat, board);
        const expected = this.world.rightOf(seat, board);
        expect(admitted !== null, `${seat.name} at the door of ${this.rootOf(board)}: ${expected}`).toBe(
          expected !== 'none',
        );
        if (admitted) this.#enter(key, seat, new RawClient(board), admitted);
      }
    }
  }

  #enter(
    key: string,
    seat: WorldSeat,
    client: RawClient,
    admitted: NonNullable<ReturnType<RightsWorld['knock']>>,
  ): void {
    this.clients.set(key, { seat, client });
    this.all.push(client);
    client.enter(this.world.rooms, admitted);
    let before = '';
    // In the very moment the right goes, it writes: no tick in between lets a byte through.
    client.onTold = (told) => {
      if (told === 'none') this.met.closed += 1;
      if (told === 'read' && before === 'write') this.met.demoted += 1;
      before = told;
      if (told === 'write') return;
      client.write(this.rootOf(client.board), this.mark(client.board, 'refused'), 'update');
    };
  }

  /** Writes of anybody anywhere, also of those who were shown out; what the right is now decides their fate. */
  writeAnywhere(times: number, isSettled: boolean): void {
    const known = [...this.clients.values()];
    for (let i = 0; i < times; i += 1) {
      const { seat, client } = this.random.pick(known);
      const may = client.isOpen && this.world.rightOf(seat, client.board) === 'write';
      const mark = this.mark(client.board, !isSettled ? 'either' : may ? 'taken' : 'refused');
      client.write(this.rootOf(client.board), mark, this.random.chance(0.3) ? 'step2' : 'update');
    }
  }

  /** Those who are shown out say who they are all the same; nobody may hear it. */
  presentAnywhere(): void {
    const { client } = this.random.pick([...this.clients.values()]);
    client.present(1 + this.random.int(1e6), this.mark(client.board, client.isOpen ? 'either' : 'refused'));
  }

  async check(step: string, everybodyKnocked: boolean): Promise<void> {
    const boards = this.world.boards();
    const contents = await Promise.all(boards.map((board) => this.world.stored(board)));
    const stored = new Map<string, Uint8Array>(boards.map((board, i) => [board, contents[i] ?? new Uint8Array()]));
    for (const { seat, client } of this.clients.values()) {
      const expected: Right = this.world.rightOf(seat, client.board);
      const what = `${step}: ${seat.name} in ${this.rootOf(client.board)} of ${client.board}`;
      // Who was outside comes in by the door, later.
      if (client.isOpen || everybodyKnocked) expect(client.isOpen ? client.right : 'none', what).toBe(expected);
    }
    const kept = new Set([...stored].flatMap(([, bytes]) => marksIn(bytes).map(({ mark }) => mark)));
    for (const [board, bytes] of stored) {
      expect(
        marksIn(bytes).filter((one) => one.board !== board),
        `${step}: strange in ${board}`,
      ).toEqual([]);
    }
    const heard = new Set(this.all.flatMap((client) => [...client.heard]));
    for (const [mark, fate] of this.fates) {
      if (fate === 'refused')
        expect([kept.has(mark), heard.has(mark)], `${step}: ${mark} got in`).toEqual([false, false]);
      if (fate === 'taken') this.#checkTaken(step, mark, stored, kept);
      if (fate !== 'either') this.met[fate] += 1;
    }
    this.fates.clear();
    expect(
      this.all.flatMap(({ strange }) => strange),
      `${step}: bytes of another board`,
    ).toEqual([]);
    expect(this.all.filter(({ late }) => late > 0).length, `${step}: sent to somebody who was shown out`).toBe(0);
  }

  #checkTaken(step: string, mark: string, stored: ReadonlyMap<string, Uint8Array>, kept: ReadonlySet<string>): void {
    const board = mark.split('~')[2] ?? '';
    if (!stored.has(board)) return;
    expect(kept.has(mark), `${step}: ${mark} was lost`).toBe(true);
    const others = [...this.clients.values()].filter(({ client }) => client.board === board && client.isOpen);
    const deaf = others.filter(({ client }) => !client.heard.has(mark));
    // Who wrote it is not sent it.
    expect(deaf.length, `${step}: ${mark} was not passed on`).toBeLessThanOrEqual(1);
  }
}

const PHASES = newCall().agenda.map(({ id }) => id);

function someDeed({ world, random }: Trial): CallRequest {
  const boards = world.boards().slice(1);
  const some = boards.filter(() => random.chance(0.3));
  return random.pick<CallRequest>([
    { do: 'next' },
    { do: 'next' },
    { do: 'back' },
    { do: 'go', phase: random.pick(PHASES) },
    { do: 'go', phase: 'peers' },
    { do: 'go', phase: 'close' },
    { do: 'pause', boards: some, on: true },
    { do: 'pause', boards, on: false },
    { do: 'reading', on: random.chance(0.5) },
    { do: 'bringing', on: random.chance(0.5) },
    { do: 'gather', board: random.pick(boards) },
    { do: 'groups', groups: someGroups(world, random) },
    { do: 'close' },
    { do: 'reopen' },
    { do: 'reopen' },
    { do: 'new-session', preset: 'full' },
  ]);
}

function someGroups({ organisations }: RightsWorld, random: Random) {
  const [a, b, c] = organisations;
  if (!a || !b || !c) return [];
  return random.pick([[[a, b, c]], [[a, b], [c]], [[a], [b, c]], [[c, a], [b]]]);
}

/** Somebody whose session still counts, in this role. */
const someone = ({ world, random }: Trial, link: WorldSeat['link']): WorldSeat | null => {
  const here = world.seats.filter((seat) => seat.link === link && world.callerOf(seat));
  return here.length === 0 ? null : random.pick(here);
};

/** One thing that happens, by its name; refusals are as good as anything. */
async function happen(trial: Trial): Promise<string> {
  const { world, random } = trial;
  const { context, cohort } = world;
  const boss = someone(trial, 'facilitation');
  const caller = boss && world.callerOf(boss);
  if (!caller) {
    await world.join('facilitation', 'Maribel');
    return 'facilitation comes back';
  }
  const dice = random.int(100);
  if (dice < 50) {
    const deed = someDeed(trial);
    const done = await conductCall(context, caller, cohort, deed);
    return `${JSON.stringify(deed)} ${done.ok} in ${phaseOf(world)}`;
  }
  if (dice < 65) return turnSomeRound(trial);
  if (dice < 75) {
    const host = someone(trial, 'participation');
    const asking = host && world.callerOf(host);
    const [organisation, open] = [random.pick(world.organisations), random.chance(0.6)];
    await letIn(context, asking ?? caller, cohort, { organisation, open });
    return `let-in ${open}`;
  }
  if (dice < 80) {
    const themesOpen = random.chance(0.5);
    await changeCohort(context, caller, cohort, { themesOpen });
    return `themesOpen ${themesOpen}`;
  }
  if (dice < 88) {
    const seat = random.pick(world.seats);
    const person = world.callerOf(seat)?.member.id;
    if (person) await removePerson(context, caller, cohort, person);
    return `removed ${seat.name}`;
  }
  if (dice < 92) return rotate(trial, caller);
  const seat = random.pick(world.seats);
  await world.join(seat.link, seat.name, seat.organisation);
  return `${seat.name} joins again`;
}

const phaseOf = ({ context, cohort }: RightsWorld): string => {
  const call = context.registry.calls.at(cohort);
  return `${call?.status} ${(call && phaseNow(call)?.kind) ?? ''}`;
};

async function turnSomeRound(trial: Trial): Promise<string> {
  const { world, random } = trial;
  const seat = someone(trial, random.chance(0.5) ? 'participation' : 'facilitation');
  const caller = seat && world.callerOf(seat);
  if (!caller) return 'nobody turns a round';
  const deed = random.pick(['start', 'next', 'next', 'next', 'back', 'pause', 'resume'] as const);
  const turned = await turnGroupRound(world.context, caller, world.cohort, random.pick(['g1', 'g2']), { do: deed });
  return `round ${deed} ${turned.ok}`;
}

function rotate({ world, random }: Trial, caller: NonNullable<ReturnType<RightsWorld['callerOf']>>): string {
  const link = random.pick(LINK_NAMES);
  const before = world.secrets[link];
  const rotated = rotateLink(world.context, caller, world.cohort, link, random.chance(0.7));
  if (!rotated.ok) throw new Error(rotated.why);
  world.secrets = rotated.value.secrets;
  const opened = findLink(world.context, { secret: before });
  expect(opened.ok ? 'open' : opened.why).toBe('link-revoked');
  return `rotated ${link}`;
}

async function populate(world: RightsWorld): Promise<void> {
  await world.join('facilitation', 'Maribel');
  await world.join('facilitation', 'Yari');
  for (const [i, org] of world.organisations.entries()) {
    await world.join('participation', `Ana ${i}`, org);
    await world.join('participation', `Luis ${i}`, org);
  }
  await world.join('viewing', 'Fondo');
  await world.join('projection', 'Sala');
}

let trial: Trial | null = null;
afterEach(async () => {
  for (const client of trial?.all ?? []) client.leave();
  await trial?.world.end();
  trial = null;
});

describe('in any call', () => {
  it.each(seeds([1, 7], 2, 60))(
    'nobody reads or writes what the table does not give, seed %i',
    async (seed) => {
      const world = await RightsWorld.create(['Casa', 'Huerto', 'Taller']);
      trial = new Trial(world, createRandom(seed));
      await populate(world);
      const boss = world.seats[0] && world.callerOf(world.seats[0]);
      if (!boss) throw new Error('facilitation joined first');
      await conductCall(world.context, boss, world.cohort, { do: 'start' });
      trial.knockEverywhere();
      await trial.check('start', true);
      for (let i = 0; i < STEPS; i += 1) {
        const happening = happen(trial);
        for (let turn = trial.random.int(3); turn > 0; turn -= 1) {
          await new Promise((resolve) => setImmediate(resolve));
          trial.writeAnywhere(4, false);
        }
        const step = `seed ${seed}, step ${i}, ${await happening}`;
        await trial.check(step, false);
        trial.knockEverywhere();
        // Whoever came in just now is in the room before anything is written.
        await trial.check(step, true);
        trial.writeAnywhere(12, true);
        trial.presentAnywhere();
        await trial.check(step, true);
      }
      expect(Math.min(...Object.values(trial.met)), JSON.stringify(trial.met)).toBeGreaterThan(5);
    },
    many(30_000, 900_000),
  );
});
