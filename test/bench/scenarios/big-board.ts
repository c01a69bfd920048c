/**
 * S4: coming to a board of 2,000 notes and 20,000 drags: alone, 100 people at once, and the first one after a restart.
 * The history is real edits of 20 people, one after another.
 */
import * as Y from 'yjs';
import { findUnequal, statesOf } from '../load/equality.ts';
import { Member } from '../load/member.ts';
import { pause } from '../load/pace.ts';
import { newNote } from '../load/script.ts';
import type { Seat } from '../load/seat.ts';
import type { Contender } from '../servers/contender.ts';
import { cpuSeconds } from '../servers/process-figures.ts';
import { calm, findFaults } from './gathering.ts';
import { middle, slowest } from './quantiles.ts';
import type { Arena, Outcome, Scenario } from './scenario.ts';

const AUTHORS = 20;
const NOTES_EACH = 100;
const DRAGS_EACH = 1_000;
const WORDS = 'La gente llega temprano, barre la acera y se queda hasta el final ';
/** Before it is looked at, so that no server is measured while its code is still being compiled. */
const WARM_UP = 60;
const ALONE = 60;
const AT_ONCE = 100;
const RESTARTS = 3;
/** Of what the board took before the restart. */
const ALMOST = 0.95;
const COMES_WITHIN_MS = 20_000;

/** Everything one author did, update by update. Each has notes of their own, so the order of authors does not matter. */
function historyOf(author: number): Uint8Array[] {
  const doc = new Y.Doc();
  doc.clientID = 2_000_000_011 + author;
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  const notes = doc.getMap<Y.Map<unknown>>('notes');
  for (let n = 0; n < NOTES_EACH; n += 1) {
    const number = author * NOTES_EACH + n;
    notes.set(`big-${number}`, newNote(number, WORDS.slice(0, 20 + (number % 45))));
  }
  for (let drag = 0; drag < DRAGS_EACH; drag += 1) {
    const note = notes.get(`big-${author * NOTES_EACH + ((drag * 37) % NOTES_EACH)}`);
    note?.set('pos', [(drag * 53) % 4000, (drag * 29) % 2400]);
  }
  doc.destroy();
  return updates;
}

async function run({ contender }: Arena): Promise<Outcome> {
  const [seats = []] = await contender.boards(1, AUTHORS + 1);
  const keeper = await write(seats);
  const seat = (number: number): Seat => seats[number % seats.length] ?? keeper.seat;
  const alone = await comeAlone(contender, seat);
  const crowd = Array.from({ length: AT_ONCE }, (_, number) => new Member(seat(number), number, null));
  const load = process.cpuUsage();
  const crowded = await comeAtOnce(crowd);
  const { user, system } = process.cpuUsage(load);
  // Before the restart, whose goodbye is no fault.
  const faults = await findFaults(contender, [[...crowd, keeper]]);
  for (const member of [...crowd, keeper]) member.leave();
  // What is written after the fact gets the time for it.
  await calm(contender, []);
  const bytes = crowd[0]?.journal.bytes ?? Number.NaN;
  const cold = contender.durable ? await comeAfterRestart(contender, seat(0), keeper, bytes) : null;
  const figures = {
    cpu: alone.cpuMs,
    alone: middle(alone.waits),
    p99: slowest(crowded),
    load: (user + system) / 1000,
    kilobytes: bytes / 1000,
    ...(cold === null ? {} : { cold: middle(cold.waits) }),
  };
  return { figures, faults: [...faults, ...(cold?.faults ?? [])] };
}

/** The authors write, one after another; somebody stays from the beginning to the end. */
async function write(seats: readonly Seat[]): Promise<Member> {
  const [first, ...rest] = seats;
  if (first === undefined) throw new Error('no seats');
  const keeper = new Member(first, 0, null);
  await keeper.join();
  for (const [number, seat] of rest.entries()) {
    const author = new Member(seat, number, null);
    await author.join();
    for (const update of historyOf(number)) author.offer(update);
    await author.ask();
    author.leave();
  }
  await keeper.ask();
  return keeper;
}

async function comeAlone(contender: Contender, seat: (number: number) => Seat) {
  const waits: number[] = [];
  let before = 0;
  for (let number = -WARM_UP; number < ALONE; number += 1) {
    if (number === 0) before = cpuSeconds(contender.pid);
    const member = new Member(seat(number + WARM_UP), 0, null);
    const begin = performance.now();
    const waited = (await member.join()) - begin;
    if (number >= 0) waits.push(waited);
    member.leave();
  }
  return { waits, cpuMs: ((cpuSeconds(contender.pid) - before) / ALONE) * 1000 };
}

async function comeAtOnce(members: readonly Member[]): Promise<number[]> {
  const begin = performance.now();
  const there = await Promise.all(members.map((member) => member.join()));
  return there.map((at) => at - begin);
}

async function comeAfterRestart(contender: Contender, seat: Seat, keeper: Member, bytes: number) {
  const waits: number[] = [];
  const faults: string[] = [];
  for (let restart = 0; restart < RESTARTS; restart += 1) {
    await contender.stop();
    await contender.start();
    const member = new Member(seat, 0, null);
    const begin = performance.now();
    await member.join();
    // Some say that this is all before they have read the board; then the rest follows.
    const late = pause(COMES_WITHIN_MS).then(() => Number.POSITIVE_INFINITY);
    waits.push((await Promise.race([member.reached(ALMOST * bytes), late])) - begin);
    member.leave();
    faults.push(...findUnequal(statesOf([member, keeper])).map((fault) => `after a restart: ${fault}`));
  }
  return { waits, faults };
}

export const BIG_BOARD: Scenario = {
  name: 'S4',
  title: 'joining a board of 2,000 notes and 20,000 drags',
  columns: [
    { key: 'cpu', title: 'CPU ms a join', digits: 1 },
    { key: 'alone', title: 'alone ms', digits: 0 },
    { key: 'p99', title: '100 at once, p99 ms', digits: 0 },
    { key: 'load', title: 'CPU ms of the load then', digits: 0 },
    { key: 'cold', title: 'after restart ms', digits: 0 },
    { key: 'kilobytes', title: 'answer kB', digits: 0 },
  ],
  ratios: ['cpu', 'p99'],
  goals: [
    { figure: 'cpu', against: 'stock-leveldb', limit: 0.15, atMost: true },
    { figure: 'p99', against: 'stock-leveldb', limit: 0.15, atMost: true },
    { figure: 'cold', against: null, limit: 250, atMost: true },
  ],
  takesPart: (name) => name !== 'ws',
  run,
};
