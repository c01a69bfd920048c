/** Answers to whatever state vector: they bring everybody up to date, are shared where they may be, and copy no large piece. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { type AnswerSource, Answers } from '../../../server/sync/answers.ts';
import { bytesOf, LARGE_BYTES, type Passage } from '../../../server/sync/passage.ts';
import { type LargeBoard, largeBoard, snapshotOf } from '../../kit/large-board.ts';
import { createRandom } from '../../kit/random.ts';
import { whole } from '../../kit/whole.ts';

/** The board with its first records folded, the others behind. */
function sourceOf({ updates }: LargeBoard, folded: number): AnswerSource {
  const doc = new Y.Doc();
  for (const update of updates.slice(0, folded)) Y.applyUpdate(doc, update);
  const base = folded === 0 ? null : snapshotOf(doc);
  const all = new Y.Doc();
  for (const update of updates) Y.applyUpdate(all, update);
  return { base, tail: updates.slice(folded), clocks: () => Y.decodeStateVector(Y.encodeStateVector(all)) };
}

const docOf = (...updates: readonly Uint8Array[]): Y.Doc => {
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(doc, update);
  return doc;
};
const vector = (clocks: ReadonlyMap<number, number>): Uint8Array => Y.encodeStateVector(new Map(clocks));
const clocksOf = (doc: Y.Doc): Map<number, number> => Y.decodeStateVector(Y.encodeStateVector(doc));
const sizeOf = (answer: readonly Passage[]): number => answer.reduce((sum, one) => sum + bytesOf(one), 0);
/** Where the bytes of a part lie: a copy lies elsewhere. */
const liesIn = (passages: readonly Passage[], memory: Uint8Array | undefined): boolean =>
  passages.flat().every(({ buffer, length }) => length < 2_000 || buffer === memory?.buffer);

/** A board that grows while it is asked for. */
function growing() {
  const doc = new Y.Doc();
  const tail: Uint8Array[] = [];
  const answers = new Answers();
  doc.on('update', (update: Uint8Array) => {
    tail.push(update);
    answers.changed();
  });
  const source: AnswerSource = { base: null, tail, clocks: () => clocksOf(doc) };
  return { doc, answers, source };
}

/** Three large pieces of three people, folded into one; each wrote many structs. */
function threePeople() {
  const people = [7, 8, 9].map((client) => {
    const doc = new Y.Doc();
    doc.clientID = client;
    for (let n = 0; n < 300; n += 1) doc.getMap('drawings').set(`${client} ${n}`, 'x'.repeat(400));
    return doc;
  });
  const board = docOf(...people.map((doc) => Y.encodeStateAsUpdate(doc)));
  board.getMap('drawings').delete('8 10');
  const base = snapshotOf(board);
  const source: AnswerSource = { base, tail: [], clocks: () => clocksOf(board) };
  return { board, base, source };
}

describe('An answer', () => {
  it('gives whoever applies it the whole board, with whatever state vector it was asked', () => {
    const cases = fc.record({
      seed: fc.integer({ min: 1, max: 1_000_000 }),
      folded: fc.double({ min: 0, max: 1, noNaN: true }),
      bytes: fc.constantFrom(20, 6_000, 30_000),
      writers: fc.integer({ min: 1, max: 8 }),
      strangers: fc.dictionary(fc.integer({ min: 1, max: 9 }).map(String), fc.integer({ min: 1, max: 2 ** 40 })),
      boast: fc.boolean(),
    });
    fc.assert(
      fc.property(cases, ({ seed, folded, bytes, writers, strangers, boast }) => {
        const board = largeBoard(createRandom(seed), { writers, bytes, steps: 25 });
        const answers = new Answers();
        const source = sourceOf(board, Math.floor(folded * board.updates.length));
        const end = Y.encodeStateAsUpdate(board.doc);
        for (const moment of [...board.moments, end, Y.encodeStateAsUpdate(new Y.Doc())]) {
          const asking = docOf(moment);
          const clocks = clocksOf(asking);
          // What it wrote itself and the board has not.
          for (const [client, clock] of Object.entries(strangers)) clocks.set(Number(client), clock);
          // More of a client than the board has, where it has all of that.
          if (boast)
            for (const [client, clock] of source.clocks())
              if (clocks.get(client) === clock) clocks.set(client, clock + 5);
          for (const update of whole(answers.to(vector(clocks), source))) Y.applyUpdate(asking, update);
          expect([asking.store.pendingStructs, asking.store.pendingDs]).toEqual([null, null]);
          expect(Y.encodeStateAsUpdate(asking)).toEqual(end);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('to clients the board does not know, or to larger clocks than it has, is the one everybody gets', () => {
    const { source } = threePeople();
    const answers = new Answers();
    const newcomer = answers.to(Uint8Array.of(0), source);
    expect(answers.to(vector(new Map([[1_001, 1]])), source)).toBe(newcomer);
    expect(answers.to(vector(new Map([[1_002, 5]])), source)).toBe(newcomer);
    const all = answers.to(vector(source.clocks()), source);
    expect(all).not.toBe(newcomer);
    const more = new Map([...source.clocks()].map(([client, clock]) => [client, clock + 7]));
    expect(answers.to(vector(more.set(1_003, 1)), source)).toBe(all);
    expect(answers.to(vector(new Map([[7, 100]])), source)).not.toBe(all);
  });

  it('to who knows all is what is deleted, and to who has listened since it is nothing', () => {
    const { source, base } = threePeople();
    const answers = new Answers();
    expect(base.deletes.length).toBeGreaterThan(2);
    expect(answers.to(vector(source.clocks()), source)).toEqual([[base.deletes]]);
    expect(whole(answers.toListener(vector(source.clocks()), source)).map((update) => [...update])).toEqual([[0, 0]]);
    expect(sizeOf(answers.toListener(vector(new Map([[7, 300]])), source))).toBeGreaterThan(LARGE_BYTES);
  });

  it('holds what is missing of a large board, little more, and all of it in the memory of the board', () => {
    const { base, board, source } = threePeople();
    const answers = new Answers();
    for (const known of [
      [[7, 150]],
      [[8, 150]],
      [[9, 299]],
      [
        [7, 300],
        [9, 20],
      ],
    ]) {
      const clocks = new Map(known.map(([client = 0, clock = 0]) => [client, clock] as const));
      const answer = answers.to(vector(clocks), source);
      expect(liesIn(answer, base.bytes)).toBe(true);
      const exactly = Y.encodeStateAsUpdate(board, vector(clocks)).length;
      expect(sizeOf(answer)).toBeGreaterThanOrEqual(exactly);
      expect(sizeOf(answer)).toBeLessThan(exactly + 3_000);
    }
  });

  it('lacks nothing when the board grows from question to question, by small updates and by large ones', () => {
    const random = createRandom(11);
    const { doc, answers, source } = growing();
    for (let n = 0; n < 70; n += 1) {
      doc.getMap('m').set(`${n}`, 'x'.repeat(random.chance(0.05) ? LARGE_BYTES : random.int(4_000)));
      if (random.chance(0.2)) continue;
      const answer = answers.to(vector(random.chance(0.5) ? new Map() : new Map([[1_000, n]])), source);
      expect(Y.encodeStateAsUpdate(docOf(...whole(answer)))).toEqual(Y.encodeStateAsUpdate(doc));
    }
    expect(answers.to(Uint8Array.of(0), source).length).toBeLessThan(40);
  });

  it('leaves large updates of the tail as they are, and merges the small ones around them', () => {
    const doc = new Y.Doc();
    const tail: Uint8Array[] = [];
    doc.on('update', (update: Uint8Array) => tail.push(update));
    for (let n = 0; n < 40; n += 1) doc.getMap('m').set(`${n}`, 'x'.repeat(n % 20 === 10 ? LARGE_BYTES : 9));
    const answers = new Answers();
    const source: AnswerSource = { base: null, tail, clocks: () => clocksOf(doc) };
    const newcomer = answers.to(Uint8Array.of(0), source);
    expect(newcomer).toHaveLength(5);
    expect([newcomer[1], newcomer[3]]).toEqual([[tail[10]], [tail[30]]]);
    expect(newcomer[1]?.[0]).toBe(tail[10]);
    const late = answers.to(vector(new Map([[doc.clientID, 12]])), source);
    expect(late.at(-2)).toEqual([tail[30]]);
    expect(liesIn(late, tail[30])).toBe(true);
  });

  it('holds nothing twice, however often the board was asked for while it grew', () => {
    const { doc, answers, source } = growing();
    for (let n = 0; n < 60; n += 1) {
      doc.getMap('m').set(`${n}`, 'x'.repeat(n === 30 ? LARGE_BYTES : 500));
      answers.to(Uint8Array.of(0), source);
    }
    expect(sizeOf(answers.to(Uint8Array.of(0), source))).toBeLessThan(1.1 * Y.encodeStateAsUpdate(doc).length);
  });
});
