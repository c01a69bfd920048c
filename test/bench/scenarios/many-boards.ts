/**
 * S6 and S7: a server with 1,000 stored boards: how soon it is there after a restart, everybody returning at once, what it
 * costs while nobody is there, and what an open board costs in memory.
 */
import { findUnequal, statesOf } from '../load/equality.ts';
import { writtenIceberg } from '../load/iceberg.ts';
import { Member } from '../load/member.ts';
import { contentOf } from '../load/messages.ts';
import { pause } from '../load/pace.ts';
import { SEED_CLIENT } from '../load/script.ts';
import type { Seat } from '../load/seat.ts';
import type { Contender } from '../servers/contender.ts';
import { cpuSeconds, residentBytes } from '../servers/process-figures.ts';
import { calm, joinAll } from './gathering.ts';
import { slowest } from './quantiles.ts';
import type { Arena, Outcome, Scenario } from './scenario.ts';

const BOARDS = 1_000;
const PEOPLE = 3;
const SEED = writtenIceberg();
/** An answer may take a little less than what was sent: servers encode each in their own way. */
const ALMOST = 0.95;
const FILLING_AT_ONCE = 40;
const COMES_WITHIN_MS = 20_000;
/** Processor time is counted in steps of 10 ms: one of them shall not be a ms a second. */
const IDLE_MS = 12_000;
/** Longer than the grace the server was started with (servers/ours.ts), and what tidying takes. */
const LEFT_MS = 7_000;

/** Puts what a call leaves on every board. */
async function fill(contender: Contender, boards: ReadonlyArray<readonly Seat[]>): Promise<void> {
  for (let at = 0; at < boards.length; at += FILLING_AT_ONCE)
    await Promise.all(
      boards.slice(at, at + FILLING_AT_ONCE).map(async ([seat]) => {
        if (seat === undefined) return;
        const member = new Member(seat, 0, null);
        await member.join();
        member.offer(SEED);
        await member.ask();
        member.leave();
      }),
    );
  // What a server does with a board that everybody has left belongs to storing it.
  await pause(LEFT_MS);
  await calm(contender, []);
}

async function returnAtOnce({ contender }: Arena): Promise<Outcome> {
  const boards = await contender.boards(BOARDS, PEOPLE);
  await fill(contender, boards);
  await contender.stop();
  const ready = await contender.start();
  const idle = await idleCpu(contender);
  const members = boards.map((seats) => seats.map((seat, number) => new Member(seat, number, null)));
  const [first] = members.flat();
  const begin = performance.now();
  const firstBoard = first === undefined ? Number.NaN : (await comeBack(first)) - begin;
  const before = cpuSeconds(contender.pid);
  const load = process.cpuUsage();
  const storm = performance.now();
  const there = await Promise.all(
    members
      .flat()
      .slice(1)
      .map((member) => member.join()),
  );
  const { user, system } = process.cpuUsage(load);
  const figures = {
    ready,
    first: firstBoard,
    p99: slowest(there.map((at) => at - storm)),
    cpu: cpuSeconds(contender.pid) - before,
    load: (user + system) / 1e6,
    idle,
  };
  const faults = whatIsMissing(members);
  for (const member of members.flat()) member.leave();
  return { figures, faults };
}

/** Some servers say that this is all before they have read the board, so it counts when the notes are there. */
async function comeBack(member: Member): Promise<number> {
  await member.join();
  const late = pause(COMES_WITHIN_MS).then(() => Number.POSITIVE_INFINITY);
  return Promise.race([member.reached(ALMOST * SEED.length), late]);
}

/** Milliseconds of processor a second while nobody is there. */
async function idleCpu({ pid }: Contender): Promise<number> {
  await pause(500);
  const before = cpuSeconds(pid);
  await pause(IDLE_MS);
  return ((cpuSeconds(pid) - before) / IDLE_MS) * 1e6;
}

function whatIsMissing(boards: ReadonlyArray<readonly Member[]>): string[] {
  const faults = boards.flatMap((members) => findUnequal(statesOf(members)));
  const empty = boards.flat().filter((member) => !hasSeed(member)).length;
  if (empty > 0) faults.push(`${empty} of ${boards.flat().length} came back to a board without its notes`);
  return [...new Set(faults)];
}

function hasSeed({ journal }: Member): boolean {
  let has = false;
  journal.read((_at, message) => {
    has ||= contentOf(message).stretches.some(({ client }) => client === SEED_CLIENT);
  });
  return has;
}

async function openIdle({ contender }: Arena): Promise<Outcome> {
  const boards = await contender.boards(BOARDS, 1);
  if (contender.durable) {
    await fill(contender, boards);
    await contender.stop();
    await contender.start();
  }
  await pause(1_500);
  const before = await memoryOf(contender);
  const perBoard = async () => {
    const now = await memoryOf(contender);
    return {
      resident: (now.resident - before.resident) / BOARDS / 1000,
      held: (now.held - before.held) / BOARDS / 1000,
    };
  };
  const open = await openAll(contender, boards);
  const first = await perBoard();
  for (const member of open) member.leave();
  await pause(LEFT_MS);
  const left = await perBoard();
  const again = await openAll(contender, boards);
  const second = await perBoard();
  const figures = { held: first.held, left: left.held, resident: first.resident, again: second.resident };
  for (const member of again) member.leave();
  const faults = contender.answers ? whatIsMissing([...open, ...again].map((member) => [member])) : [];
  return { figures, faults };
}

/** Resident memory first: asking for what is held collects garbage. */
async function memoryOf(contender: Contender) {
  const resident = residentBytes(contender.pid);
  return { resident, held: await contender.heldBytes() };
}

/** One person on each board, who then does nothing. */
async function openAll(contender: Contender, boards: ReadonlyArray<readonly Seat[]>): Promise<Member[]> {
  const members = boards.flatMap(([seat]) => (seat === undefined ? [] : [new Member(seat, 0, null)]));
  await joinAll(members);
  // A server without documents holds nothing but the connection, which is there now.
  if (contender.answers) await getBoards(contender, members);
  await pause(2_000);
  return members;
}

async function getBoards({ durable }: Contender, members: readonly Member[]): Promise<void> {
  if (durable) {
    await Promise.race([
      Promise.all(members.map((member) => member.reached(ALMOST * SEED.length))),
      pause(COMES_WITHIN_MS),
    ]);
    return;
  }
  for (const member of members) member.offer(SEED);
  await Promise.all(members.map((member) => member.ask()));
}

export const RETURN_AT_ONCE: Scenario = {
  name: 'S6',
  title: '1,000 stored boards, a restart, 3 people of each return at once',
  columns: [
    { key: 'ready', title: 'ready ms', digits: 0 },
    { key: 'first', title: 'first board ms', digits: 0 },
    { key: 'p99', title: 'all at once, p99 ms', digits: 0 },
    { key: 'cpu', title: 'CPU-s', digits: 2 },
    { key: 'load', title: 'CPU-s of the load', digits: 2 },
    { key: 'idle', title: 'idle, CPU ms/s', digits: 1 },
  ],
  ratios: ['p99', 'cpu'],
  goals: [
    { figure: 'p99', against: 'hocuspocus', limit: 0.35, atMost: true },
    { figure: 'cpu', against: 'hocuspocus', limit: 0.35, atMost: true },
    { figure: 'ready', against: null, limit: 500, atMost: true },
    { figure: 'first', against: null, limit: 50, atMost: true },
    { figure: 'idle', against: null, limit: 1, atMost: true },
  ],
  takesPart: (name) => name !== 'ws' && name !== 'stock',
  run: returnAtOnce,
};

export const OPEN_IDLE: Scenario = {
  name: 'S7',
  title: 'memory of an open board on which nothing happens (1,000 of them, one person each)',
  columns: [
    { key: 'held', title: 'kB held a board', digits: 0 },
    { key: 'left', title: 'kB held after all left', digits: 1 },
    { key: 'resident', title: 'RSS kB a board', digits: 0 },
    { key: 'again', title: 'RSS kB, opened again', digits: 0 },
  ],
  ratios: ['held', 'resident'],
  goals: [
    { figure: 'held', against: 'stock', limit: 0.15, atMost: true },
    { figure: 'resident', against: 'stock', limit: 0.15, atMost: true },
  ],
  takesPart: () => true,
  run: openIdle,
};
