/**
 * Hostile frames over a real socket, on a board where others work: the process lives, nothing that is relayed throws in
 * anybody, all go on working, and the board can be loaded by newcomers and after a restart.
 */
import * as fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import type { BoardId } from '../../shared/ids.ts';
import { awarenessFrame, CLOSE, step1Frame, step2Frame, updateFrame } from '../../shared/protocol.ts';
import { createFaultStage, type FaultStage } from '../kit/fault-stage.ts';
import { createHealthyPair, type HealthyPair, spread } from '../kit/healthy-pair.ts';
import { until } from '../kit/running-app.ts';
import { many, seeds } from '../kit/soak.ts';
import { type BareWriter, bareWriter } from '../kit/writers.ts';
import { HOSTILE_MESSAGES } from './corpus/hostile-messages.ts';
import { HOSTILE_UPDATES, SAME_PLACE } from './corpus/hostile-updates.ts';

/** A failing seed is added here for ever. */
const PINNED: number[] = [];
/** quality.md's bound on what the server may grow by. */
const MOST_GROWTH = 200 * 1024 * 1024;
const EVE = 4;

let stage: FaultStage;
let board: BoardId;
/** On the attacked board, and on another. */
let pairs: HealthyPair[] = [];
let before = 0;
const took: number[] = [];

const pairOn = async (on: BoardId): Promise<HealthyPair> =>
  createHealthyPair(await stage.door(on, 0), await stage.door(on, 1));

beforeAll(async () => {
  stage = await createFaultStage({}, 5);
  const [first, second] = stage.boards;
  if (first === undefined || second === undefined) throw new Error('no boards');
  board = first;
  pairs = [await pairOn(first), await pairOn(second)];
  before = stage.server.memory();
});
// What one test broke is not held against the next.
beforeEach(async () => {
  if (pairs.every((pair) => pair.isWell())) return;
  board = await stage.anotherBoard();
  for (const pair of pairs) pair.destroy();
  pairs = [await pairOn(board), await pairOn(await stage.anotherBoard())];
});
afterAll(async () => {
  console.log(`hostile frames: latency of the others ${spread(took)}`);
  for (const pair of pairs) pair.destroy();
  await stage.end();
});

/** Sends these in order on one connection; its close code, or null when it is still open after all were taken in. */
async function attack(frames: ReadonlyArray<Uint8Array | string>, on = board): Promise<number | null> {
  const { url, room, protocols } = await stage.door(on, EVE);
  const socket = new WebSocket(`${url}/${room}`, [...protocols]);
  socket.on('error', () => undefined);
  const ended = new Promise<number>((resolve) => socket.on('close', resolve));
  await new Promise<void>((resolve) => socket.on('open', () => resolve()));
  for (const frame of frames) socket.send(frame);
  // What was sent before a question is judged before its answer; who may not write gets that too.
  const taken = new Promise<null>((resolve) => socket.on('message', (data) => isAnswer(data) && resolve(null)));
  socket.send(step1Frame(new Uint8Array([0])));
  const code = await Promise.race([ended, taken]);
  socket.terminate();
  return code;
}

/** A step 2. */
const isAnswer = (data: unknown): boolean => data instanceof Buffer && data[0] === 0 && data[1] === 1;

async function othersAreWell(): Promise<void> {
  for (const pair of pairs) {
    await pair.works();
    took.push(pair.took.at(-1) ?? 0);
  }
  expect((await stage.server.ask('GET', '/healthz')).status).toBe(200);
}

/** A newcomer, whose document hides nothing. */
async function newcomer(): Promise<BareWriter> {
  const reader = bareWriter(await stage.door(board, 2));
  await until(() => reader.ready(), 'a newcomer to be synced');
  return reader;
}

async function boardIsSound(): Promise<void> {
  const reader = await newcomer();
  const [pair] = pairs;
  expect(reader.faults).toEqual([]);
  expect(reader.doc.getMap('meta').toJSON()).toEqual(pair?.doc.getMap('meta').toJSON());
  expect(Y.encodeStateVector(reader.doc).length).toBe(Y.encodeStateVector(pair?.doc ?? new Y.Doc()).length);
  reader.destroy();
}

describe('Of what once broke somebody', () => {
  it.each(HOSTILE_UPDATES.map(({ name, updates }) => ({ name, updates })))(
    '$name harms nobody',
    async ({ updates }) => {
      await attack(updates.map(updateFrame));
      await attack(updates.map(step2Frame));
      await othersAreWell();
      await boardIsSound();
    },
  );

  it.each(HOSTILE_MESSAGES.map(({ name, frames }) => ({ name, frames })))('$name harms nobody', async ({ frames }) => {
    await attack(frames);
    for (const frame of frames.length > 1 ? frames : []) await attack([frame]);
    await othersAreWell();
  });

  it('a message in 300 pieces ends its sender', async () => {
    const { url, room, protocols } = await stage.door(board, EVE);
    const socket = new WebSocket(`${url}/${room}`, [...protocols]);
    socket.on('error', () => undefined);
    const ended = new Promise<number>((resolve) => socket.on('close', resolve));
    await new Promise<void>((resolve) => socket.on('open', () => resolve()));
    for (let n = 0; n < 300; n += 1) socket.send(Uint8Array.of(0), { fin: false });
    expect(await ended).toBe(CLOSE.garbage);
    await othersAreWell();
  });
});

/** Frames that would be honest, from somebody who has the whole board. */
async function honestFrames(): Promise<Uint8Array[]> {
  const reader = await newcomer();
  const { doc } = reader;
  const had = Y.encodeStateVector(doc);
  doc.getMap('notes').set(
    'eve',
    new Y.Map<unknown>([
      ['text', new Y.Text('aquí')],
      ['pos', [1, 2]],
    ]),
  );
  doc.getText('t').insert(0, 'texto');
  doc.getText('t').delete(1, 2);
  const state = new TextEncoder().encode(JSON.stringify({ user: { name: 'Eva' }, cursor: [1, 2] }));
  const frames = [
    updateFrame(Y.encodeStateAsUpdate(doc, had)),
    step2Frame(Y.encodeStateAsUpdate(doc)),
    step1Frame(had),
    awarenessFrame([{ client: doc.clientID, clock: 1, state }]),
  ];
  reader.destroy();
  return frames;
}

/** Changes some bytes, and cuts or repeats the end. */
function mutated(frame: Uint8Array): fc.Arbitrary<Uint8Array> {
  const change = fc.tuple(fc.nat(frame.length - 1), fc.oneof(fc.constantFrom(0, 0x7f, 0x80, 0xff), fc.nat(255)));
  return fc.tuple(fc.array(change, { maxLength: 4 }), fc.nat(frame.length), fc.nat(3)).map(([changes, end, how]) => {
    const bytes =
      how === 0 ? frame.slice(0, end) : how === 1 ? Buffer.concat([frame, frame.slice(end)]) : frame.slice();
    for (const [place, value] of changes) if (place < bytes.length) bytes[place] = value;
    return bytes;
  });
}

describe('Frames at random', () => {
  it.each(seeds(PINNED, 2, 30))('harm nobody, seed %i', async (seed) => {
    const honest = await honestFrames();
    const frame = fc.oneof(
      fc.uint8Array({ maxLength: 60 }),
      fc.tuple(fc.nat(3), fc.uint8Array({ maxLength: 40 })).map(([kind, bytes]) => Uint8Array.of(kind, ...bytes)),
      fc.uint8Array({ maxLength: 60 }).map(updateFrame),
      fc.uint8Array({ maxLength: 30 }).map(step1Frame),
      ...honest.map(mutated),
      ...honest.map(mutated),
    );
    const attacks = fc.sample(fc.array(frame, { minLength: 1, maxLength: 4 }), { numRuns: many(150, 400), seed });
    for (const [n, frames] of attacks.entries()) {
      await attack(frames);
      if (n % 25 === 0) await othersAreWell();
    }
    await othersAreWell();
    await boardIsSound();
  });
});

describe('What would keep every document busy for ever', () => {
  it.each(SAME_PLACE.map(({ name, updates }) => ({ name, updates })))('is refused: $name', async ({ updates }) => {
    const alone = await stage.anotherBoard();
    // What takes long has to wait for what took long before: until it is its turn it is turned away, and nobody gets it.
    const codes: unknown[] = [];
    const again = async (): Promise<unknown> => {
      codes.push(await attack(updates.map(updateFrame), alone));
      return codes.at(-1);
    };
    await expect.poll(again, { timeout: 30_000 }).toBe(CLOSE.garbage);
    expect(codes.slice(0, -1).every((code) => code === CLOSE.tryLater)).toBe(true);
  });
});

describe('After all of it', () => {
  it('the server has not grown', () => {
    const growth = stage.server.memory() - before;
    console.log(`hostile frames: the server grew by ${Math.round(growth / 1024 / 1024)} MB`);
    expect(growth).toBeLessThan(MOST_GROWTH);
  });

  it('a restarted server loads the board, and everybody finds the same', async () => {
    const had = pairs[0]?.doc.getMap('meta').toJSON();
    await stage.server.stop('SIGKILL');
    await stage.server.start();
    const reader = await newcomer();
    expect(reader.faults).toEqual([]);
    expect(reader.doc.getMap('meta').toJSON()).toEqual(had);
    reader.destroy();
  });
});
