/**
 * S5: 50 people on one board write faster and faster until what is delivered no longer follows, or takes longer than a
 * second. The knee is the most that was delivered in a step that still followed.
 */
import { Member } from '../load/member.ts';
import { pause, play } from '../load/pace.ts';
import { quantile, type Reckoning, reckon, type Stretch } from '../load/reckoning.ts';
import { seedNotes, writeScript } from '../load/script.ts';
import { cpuSeconds } from '../servers/process-figures.ts';
import { calm, findFaults, joinAll, sow } from './gathering.ts';
import type { Arena, Outcome, Scenario } from './scenario.ts';

const PEOPLE = 50;
/** Edits a second of each person. Within what a connection may send for a while (docs/protocol.md). */
const RATES = [10, 20, 30, 40, 50, 60, 70, 80, 100, 120, 140, 160, 180, 200, 230, 260, 300, 350, 400];
const STEP_MS = 1_500;
/** The part of a step that is looked at: what the step before left behind has gone by then. */
const SETTLE_MS = 500;
const FOLLOWS = 0.95;
const SLOWEST_MS = 1_000;

interface Step extends Stretch {
  readonly rate: number;
  readonly cpu: number;
  readonly load: number;
}

async function run({ contender }: Arena): Promise<Outcome> {
  const seed = seedNotes(PEOPLE);
  const edits = Math.ceil(RATES.reduce((sum, rate) => sum + rate, 0) * (STEP_MS / 1000)) + RATES.length;
  const [seats = []] = await contender.boards(1, PEOPLE);
  const members = seats.map((seat, n) => new Member(seat, n, writeScript(n, seed, edits, 'typing')));
  await joinAll(members);
  await sow([members], seed);
  const steps: Step[] = [];
  for (const rate of RATES) {
    steps.push(await climb(members, rate, contender.pid));
    // Nobody learns more from a server that is far behind; the exact figures come from the journals afterwards.
    if (isFarBehind(members)) break;
  }
  await calm(contender, members);
  const reckoned = reckon([members], steps);
  const faults = await findFaults(contender, [members]);
  for (const member of members) member.leave();
  return { figures: kneeOf(steps, reckoned), faults };
}

async function climb(members: readonly Member[], rate: number, pid: number): Promise<Step> {
  const playing = play(
    members.map((member, n) => ({ everyMs: 1000 / rate, phase: n / members.length, act: () => void member.edit() })),
    STEP_MS,
  );
  await pause(SETTLE_MS);
  const before = { at: performance.now(), cpu: cpuSeconds(pid), load: process.cpuUsage() };
  await pause(STEP_MS - SETTLE_MS - 20);
  const to = performance.now();
  const own = process.cpuUsage(before.load);
  const share = (seconds: number): number => (seconds / (to - before.at)) * 1e5;
  const step = {
    rate,
    from: before.at,
    to,
    cpu: share(cpuSeconds(pid) - before.cpu),
    load: share((own.user + own.system) / 1e6),
  };
  await playing;
  return step;
}

const FAR_BEHIND = 3;

/** Somebody's newest edit has not come, and neither have those of the last seconds. */
function isFarBehind(members: readonly Member[]): boolean {
  const [reader, writer] = members;
  if (reader === undefined || writer === undefined) return true;
  const [{ edits = 0 } = {}] = reckon(
    [[reader, writer]],
    [{ from: performance.now() - FAR_BEHIND * 1000, to: Infinity }],
  );
  return edits === 0;
}

function kneeOf(steps: readonly Step[], reckoned: readonly Reckoning[]): Outcome['figures'] {
  const rows = steps.map((step, i) => {
    const seconds = (step.to - step.from) / 1000;
    const { edits = 0, latencies = new Float64Array() } = reckoned[i] ?? {};
    const delivered = edits / seconds;
    const p99 = quantile(latencies, 0.99);
    const follows = delivered >= FOLLOWS * step.rate * PEOPLE * (PEOPLE - 1) && p99 <= SLOWEST_MS;
    return { ...step, delivered, p99, follows };
  });
  const good = rows.filter(({ follows }) => follows);
  const knee = good.reduce<(typeof rows)[number] | undefined>(
    (best, row) => (row.delivered > (best?.delivered ?? 0) ? row : best),
    undefined,
  );
  return {
    knee: knee?.delivered ?? 0,
    kneeP99: knee?.p99 ?? Number.NaN,
    most: Math.max(...rows.map(({ delivered }) => delivered)),
    busy: knee?.cpu ?? Number.NaN,
    load: knee?.load ?? Number.NaN,
    reachedEnd: rows.length === RATES.length && rows.at(-1)?.follows === true ? 1 : 0,
  };
}

export const SATURATION: Scenario = {
  name: 'S5',
  title: '50 people on one board write faster and faster',
  columns: [
    { key: 'knee', title: 'knee, delivered/s', digits: 0 },
    { key: 'kneeP99', title: 'p99 ms there', digits: 0 },
    { key: 'busy', title: 'server busy %', digits: 0 },
    { key: 'load', title: 'load busy %', digits: 0 },
    { key: 'most', title: 'most delivered/s', digits: 0 },
    { key: 'reachedEnd', title: 'followed to the end', digits: 0 },
  ],
  ratios: ['knee'],
  goals: [{ figure: 'knee', against: 'hocuspocus', limit: 1.2, atMost: false }],
  takesPart: () => true,
  run,
};
