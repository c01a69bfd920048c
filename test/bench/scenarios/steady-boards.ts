/** S1, S2, S3 and the quiet room: boards on which people write at a steady rate. */
import { Member } from '../load/member.ts';
import type { Rhythm } from '../load/pace.ts';
import { type Doing, seedNotes, writeScript } from '../load/script.ts';
import type { Contender } from '../servers/contender.ts';
import { joinAll, STEADY_COLUMNS, sow, steady } from './gathering.ts';
import type { Arena, Outcome, Scenario } from './scenario.ts';

interface Plan {
  readonly boards: number;
  readonly people: number;
  /** The first so many of each board write, the others read. */
  readonly writers: number;
  readonly editsPerSecond: number;
  readonly movesPerSecond: number;
  readonly doing: Doing;
}

const SPARE_SECONDS = 7;

const run =
  (plan: Plan) =>
  async ({ contender, seconds }: Arena): Promise<Outcome> => {
    const boards = await gather(contender, plan, seconds);
    const outcome = await steady(contender, boards, rhythmsOf(plan, boards), seconds);
    for (const member of boards.flat()) member.leave();
    return outcome;
  };

async function gather(contender: Contender, plan: Plan, seconds: number): Promise<Member[][]> {
  const seed = seedNotes(plan.writers);
  const edits = Math.ceil(plan.editsPerSecond * (seconds + SPARE_SECONDS));
  const scripts = Array.from({ length: plan.writers }, (_, person) => writeScript(person, seed, edits, plan.doing));
  const seats = await contender.boards(plan.boards, plan.people);
  const boards = seats.map((places) => places.map((seat, person) => new Member(seat, person, scripts[person] ?? null)));
  await joinAll(boards.flat());
  await sow(boards, seed);
  return boards;
}

function rhythmsOf(plan: Plan, boards: ReadonlyArray<readonly Member[]>): Rhythm[] {
  const writers = boards.flatMap((members) => members.slice(0, plan.writers));
  return writers.flatMap((member, number) => {
    const phase = number / writers.length;
    const edits = { everyMs: 1000 / plan.editsPerSecond, phase, act: () => void member.edit() };
    const moves = { everyMs: 1000 / plan.movesPerSecond, phase, act: () => member.point() };
    return plan.movesPerSecond > 0 ? [edits, moves] : [edits];
  });
}

const steadyScenario = (name: string, title: string, goals: Scenario['goals'], plan: Plan): Scenario => ({
  name,
  title,
  columns: STEADY_COLUMNS,
  ratios: ['cpu'],
  goals,
  takesPart: () => true,
  run: run(plan),
});

const atMost = (figure: string, limit: number, against: Scenario['goals'][number]['against'] = null) => ({
  figure,
  against,
  limit,
  atMost: true,
});

export const STEADY_SCENARIOS: readonly Scenario[] = [
  steadyScenario(
    'S1',
    'a call: one board, 30 people, each 10 edits/s and 20 pointer moves/s',
    [atMost('cpu', 0.25, 'hocuspocus'), atMost('cpu', 0.55, 'ws'), atMost('p99', 25)],
    { boards: 1, people: 30, writers: 30, editsPerSecond: 10, movesPerSecond: 20, doing: 'both' },
  ),
  steadyScenario('quiet', 'a quiet room: 3 people, each 2 edits/s', [atMost('p50', 3)], {
    boards: 1,
    people: 3,
    writers: 3,
    editsPerSecond: 2,
    movesPerSecond: 0,
    doing: 'typing',
  }),
  steadyScenario('S2', 'one board, 300 connected, 5 of them drag at 30/s', [atMost('cpu', 0.45, 'stock')], {
    boards: 1,
    people: 300,
    writers: 5,
    editsPerSecond: 30,
    movesPerSecond: 0,
    doing: 'dragging',
  }),
  steadyScenario('S3', '300 boards, 3 people on each, each 2 edits/s', [atMost('cpu', 0.75, 'stock')], {
    boards: 300,
    people: 3,
    writers: 3,
    editsPerSecond: 2,
    movesPerSecond: 0,
    doing: 'typing',
  }),
];
