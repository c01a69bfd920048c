/** Floods from several connections at once, while two honest people go on working: they hardly notice. */
import { afterEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { awarenessFrame, step1Frame, updateFrame } from '../../shared/protocol.ts';
import * as c from '../kit/crafted.ts';
import { createFaultStage, type FaultStage } from '../kit/fault-stage.ts';
import { createHealthyPair, type HealthyPair, spread } from '../kit/healthy-pair.ts';
import { chain, leaps } from '../kit/leaping.ts';
import { until } from '../kit/running-app.ts';
import { many } from '../kit/soak.ts';
import { stockWriter } from '../kit/writers.ts';

const FLOODERS = 4;
const PROBES = many(4, 200);
/** Kept in each flooder's own machine, so that the flood never runs dry nor fills this one. */
const AHEAD = 1024 * 1024;
const MOST_GROWTH = 200 * 1024 * 1024;

let stage: FaultStage;
let pairs: HealthyPair[] = [];
let flooding = false;
afterEach(async () => {
  flooding = false;
  for (const pair of pairs) pair.destroy();
  pairs = [];
  await stage.end();
});

const range = (length: number): number[] => Array.from({ length }, (_, n) => n);
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const presence = (n: number, bytes: number): Uint8Array =>
  awarenessFrame([{ client: 900 + (n % 9), clock: n, state: utf8(JSON.stringify({ x: 'x'.repeat(bytes) })) }]);

const emptyQuestion = step1Frame(c.stateVector([]));
const bigQuestion = step1Frame(c.stateVector(range(9_000).map((n) => [n + 1, 1])));
/** Structs of two bytes each, after a gap, of one client. */
const gaps = (structs: number): Uint8Array =>
  updateFrame(c.update([{ client: 9, clock: 5, structs: Array<ReturnType<typeof c.gc>>(structs).fill(c.gc(1)) }]));
const manyParts = gaps(100_000);
const tooManyParts = gaps(2_000_000);
const many900 = awarenessFrame(range(900).map((n) => ({ client: n, clock: 1, state: utf8('{"a":1}') })));

/** The client of each flooder's place. */
const PLACE = 6_200;
const chains = range(FLOODERS).map((flooder) => updateFrame(chain(8_000, 6_000 + flooder)));
const slowParts = range(FLOODERS).map((flooder) => {
  const client = 6_100 + flooder;
  const place = c.update([{ client: PLACE + flooder, structs: [c.item(c.type(1), { key: `place-${flooder}` })] }]);
  return [chain(3_000, client), leaps(0, 3_000, client), place].map(updateFrame);
});
const farItems = range(FLOODERS).map((flooder) => updateFrame(leaps(0, 8_000, 6_000 + flooder)));

/** Each with what the n-th message of one flooder is. */
const FLOODS: ReadonlyArray<readonly [name: string, frame: (n: number, flooder: number) => Uint8Array]> = [
  ['questions for the whole board', () => emptyQuestion],
  ['questions with huge state vectors', () => bigQuestion],
  ['presence of 100 KB', (n) => presence(n, 100_000)],
  ['presence of 3 KB, again and again', (n) => presence(n, 3_000)],
  ['presence of hundreds of people', () => many900],
  ['tiny messages', () => Uint8Array.of(3)],
  ['updates of one letter', (n, flooder) => letter(n, flooder)],
  ['updates that build on nothing', (n) => orphan(n)],
  ['updates of a hundred thousand parts that build on nothing', () => manyParts],
  ['updates of millions of parts', () => tooManyParts],
  ['types in a place of a board that is slow to read', (n, flooder) => slowParts[flooder]?.[n] ?? into(n - 3, flooder)],
  ['items far from what stood there', (n, flooder) => (n === 0 ? chains : farItems)[flooder] ?? orphan(n)],
];
function letter(n: number, flooder: number): Uint8Array {
  const client = 7_000 + flooder;
  const place: c.Place = n === 0 ? { parent: 't' } : { origin: [client, n - 1] };
  return updateFrame(c.update([{ client, clock: n, structs: [c.item(c.string('a'), place)] }]));
}
/** Asks how deep a place of the board is, once it takes long to read that. */
function into(n: number, flooder: number): Uint8Array {
  const place: c.Place = { parent: [PLACE + flooder, 0], key: `${n}` };
  return updateFrame(c.update([{ client: PLACE + 10 + flooder, clock: n, structs: [c.item(c.type(1), place)] }]));
}
function orphan(n: number): Uint8Array {
  return updateFrame(c.update([{ client: 8_000 + n, structs: [c.item(c.string('a'), { origin: [77, 7] })] }]));
}

/** Sends without end, on a new connection whenever one is closed. Resolves when the flood is over. */
async function flood(person: number, frame: (n: number) => Uint8Array): Promise<number> {
  const [board] = stage.boards;
  if (board === undefined) throw new Error('no board');
  const { url, room, protocols } = await stage.door(board, person);
  let sent = 0;
  while (flooding) {
    const socket = new WebSocket(`${url}/${room}`, [...protocols]);
    socket.on('error', () => undefined);
    const gone = new Promise<void>((resolve) => socket.on('close', () => resolve()));
    await Promise.race([gone, new Promise<void>((resolve) => socket.on('open', () => resolve()))]);
    while (flooding && socket.readyState === WebSocket.OPEN) {
      for (let n = 0; n < 50 && socket.bufferedAmount < AHEAD; n += 1) socket.send(frame(sent++));
      await new Promise((resolve) => setImmediate(resolve));
    }
    socket.terminate();
    await gone;
  }
  return sent;
}

/** A board with something on it, so that a question has an answer of some size. */
async function fillBoard(): Promise<void> {
  const [board] = stage.boards;
  if (board === undefined) throw new Error('no board');
  const writer = stockWriter(await stage.door(board));
  await until(() => writer.ready(), 'the board');
  for (const n of range(20)) writer.doc.getMap('meta').set(`filler-${n}`, 'x'.repeat(50_000));
  expect(await writer.saved()).toBe(true);
  writer.destroy();
}

describe(`A flood from ${FLOODERS} connections`, () => {
  it.each(FLOODS)('of %s does not keep others from working', async (name, frame) => {
    stage = await createFaultStage({}, FLOODERS + 2);
    await fillBoard();
    for (const board of stage.boards) {
      pairs.push(await createHealthyPair(await stage.door(board, 0), await stage.door(board, 1)));
    }
    const before = stage.server.memory();
    flooding = true;
    const flooders = range(FLOODERS).map((k) => flood(2 + k, (n) => frame(n, k)));
    for (let n = 0; n < PROBES; n += 1) await Promise.all(pairs.map((pair) => pair.works()));
    flooding = false;
    const sent = (await Promise.all(flooders)).reduce((sum, each) => sum + each, 0);
    for (const pair of pairs) await pair.works();
    const [same, other] = pairs;
    const growth = Math.round((stage.server.memory() - before) / 1024 / 1024);
    console.log(
      `${name}: ${sent} sent, +${growth} MB; same board ${spread(same?.took ?? [])}; another ${spread(other?.took ?? [])}`,
    );
    expect(sent).toBeGreaterThan(FLOODERS);
    expect(growth * 1024 * 1024).toBeLessThan(MOST_GROWTH);
  });
});
