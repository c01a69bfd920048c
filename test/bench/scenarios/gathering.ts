/** People come together on a board and write at a steady rate while the server's processor is watched. Knows no scenario. */
import { findUnequal, type State, statesOf } from '../load/equality.ts';
import { freshState } from '../load/fresh-reader.ts';
import type { Member } from '../load/member.ts';
import { pause, play, type Rhythm, until } from '../load/pace.ts';
import { quantile, reckon } from '../load/reckoning.ts';
import type { Seat } from '../load/seat.ts';
import type { Contender } from '../servers/contender.ts';
import { cpuSeconds } from '../servers/process-figures.ts';
import type { Column, Outcome } from './scenario.ts';

const CONNECTING_AT_ONCE = 50;
/** Until then a server's code is still being compiled. */
const WARM_UP_MS = 5_000;
const ARRIVES_WITHIN_MS = 20_000;
const QUIET_MS = 400;
/** Processor seconds in that time; a server that is busy may still send. */
const RESTING_CPU = 0.1;

/** Everybody connects and gets the board. */
export async function joinAll(members: readonly Member[]): Promise<void> {
  for (let at = 0; at < members.length; at += CONNECTING_AT_ONCE)
    await Promise.all(members.slice(at, at + CONNECTING_AT_ONCE).map((member) => member.join()));
}

/** The first of each board puts the seed on it; resolves when everybody has it. */
export async function sow(boards: ReadonlyArray<readonly Member[]>, seed: Uint8Array): Promise<void> {
  const others = boards.flatMap((members) => members.slice(1)).map((member) => ({ member, before: member.updates }));
  for (const [first] of boards) first?.offer(seed);
  const here = await until(() => others.every(({ member, before }) => member.updates > before), ARRIVES_WITHIN_MS);
  if (!here) throw new Error('the first notes did not reach everybody');
}

export const STEADY_COLUMNS: readonly Column[] = [
  { key: 'cpu', title: 'CPU-s per 1M', digits: 2 },
  { key: 'p50', title: 'p50 ms', digits: 1 },
  { key: 'p99', title: 'p99 ms', digits: 1 },
  { key: 'delivered', title: 'delivered/s', digits: 0 },
  { key: 'busy', title: 'server busy %', digits: 0 },
  { key: 'load', title: 'load busy %', digits: 0 },
];

/** Plays, first to warm up, then watched; then checks that everybody has the same. */
export async function steady(
  contender: Contender,
  boards: ReadonlyArray<readonly Member[]>,
  rhythms: readonly Rhythm[],
  seconds: number,
): Promise<Outcome> {
  const watched = { from: 0, to: 0, cpu: 0, load: 0 };
  const playing = play(rhythms, WARM_UP_MS + seconds * 1000);
  await pause(WARM_UP_MS);
  const before = { at: performance.now(), cpu: cpuSeconds(contender.pid), load: process.cpuUsage() };
  await pause(seconds * 1000 - 50);
  const own = process.cpuUsage(before.load);
  Object.assign(watched, { from: before.at, to: performance.now() });
  watched.cpu = cpuSeconds(contender.pid) - before.cpu;
  watched.load = (own.user + own.system) / 1e6;
  await playing;
  await calm(contender, boards.flat());
  const [tally] = reckon(boards, [watched]);
  const [edits, moves, latencies] = [tally?.edits ?? 0, tally?.moves ?? 0, tally?.latencies ?? new Float64Array()];
  const lasted = (watched.to - watched.from) / 1000;
  const figures = {
    cpu: (watched.cpu / (edits + moves)) * 1e6,
    p50: quantile(latencies, 0.5),
    p99: quantile(latencies, 0.99),
    delivered: (edits + moves) / lasted,
    busy: (watched.cpu / lasted) * 100,
    load: (watched.load / lasted) * 100,
  };
  return { figures, faults: await findFaults(contender, boards) };
}

/** So many moments in a row without anything: a server that waits for a slow disk rests as well. */
const QUIET_LOOKS = 3;

/** Resolves when nothing has come for some moments and the server rests. */
export async function calm({ pid }: Contender, members: readonly Member[]): Promise<void> {
  const begin = performance.now();
  let before = { bytes: -1, cpu: 0 };
  let quiet = 0;
  while (performance.now() - begin < ARRIVES_WITHIN_MS) {
    const now = { bytes: members.reduce((sum, { journal }) => sum + journal.bytes, 0), cpu: cpuSeconds(pid) };
    quiet = now.bytes === before.bytes && !(now.cpu - before.cpu > RESTING_CPU) ? quiet + 1 : 0;
    if (quiet === QUIET_LOOKS) return;
    before = now;
    await pause(QUIET_MS);
  }
}

const READ_AFRESH = 3;

/** Members of each board against one another, and a newcomer against them (on some of the boards). */
export async function findFaults(contender: Contender, boards: ReadonlyArray<readonly Member[]>): Promise<string[]> {
  const faults: string[] = [];
  const step = Math.max(1, Math.floor(boards.length / READ_AFRESH));
  for (const [number, members] of boards.entries()) {
    const closed = members.filter(({ closeCode }) => closeCode !== null);
    if (closed.length > 0) faults.push(`${closed.length} were disconnected (${closed[0]?.closeCode})`);
    const states: State[] = statesOf(members);
    const [first] = members;
    if (contender.answers && number % step === 0 && first !== undefined) states.push(await freshOf(first.seat));
    faults.push(...findUnequal(states));
  }
  return [...new Set(faults)];
}

async function freshOf(seat: Seat): Promise<State> {
  try {
    return await freshState(seat);
  } catch (error) {
    // It is what the bench is there to find.
    return { print: error instanceof Error ? error.message : 'unknown', incomplete: true };
  }
}
