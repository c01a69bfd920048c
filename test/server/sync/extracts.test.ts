/** What is missing of a large update, taken out of it byte by byte: against what Yjs says. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { extractOf } from '../../../server/sync/extracts.ts';
import { bytesOf } from '../../../server/sync/passage.ts';
import { any, deleted, embed, format, gc, item, json, skip, string, type, update } from '../../kit/crafted.ts';
import { createRandom } from '../../kit/random.ts';

const LONG = 'x'.repeat(3_000);

type Clocks = Map<number, number>;

/** Everything a block may hold, `count` structs of it, and a key of its own so that nothing is joined. */
function block(client: number, count: number, seed: number) {
  const random = createRandom(seed);
  const contents = () =>
    random.pick([
      () => deleted(1 + random.int(9)),
      () => json(2, '1', '"ñ"'),
      () => string(random.pick(['ascii', 'ñandú', '🌊🌊', '漢字', 'a\u0301']).repeat(1 + random.int(40))),
      () => embed('{"a":1}'),
      () => format('bold', 'true'),
      () => type(random.int(3)),
      () => any(3, 127, 120, 126),
    ])();
  const structs = Array.from({ length: count }, (_, n) =>
    random.chance(0.1) ? gc(1 + random.int(5)) : item(contents(), { parent: 'm', key: `${client} ${n}` }),
  );
  return { client, structs };
}

/** A number for each clock of each client that Yjs reads in it. */
function clocksIn(bytes: Uint8Array): Map<number, [from: number, to: number]> {
  const found = new Map<number, [number, number]>();
  for (const { id, length } of Y.decodeUpdate(bytes).structs) {
    const [from, to] = found.get(id.client) ?? [id.clock, id.clock];
    expect(id.clock).toBe(to);
    found.set(id.client, [from, id.clock + length]);
  }
  return found;
}

const extract = (bytes: Uint8Array, has: Clocks): Uint8Array => new Uint8Array(Buffer.concat(extractOf(bytes, has)));

describe('What is missing of an update', () => {
  it('is in the extract, with what is deleted, as Yjs reads it; and little of what is known', () => {
    const cases = fc.record({
      sizes: fc.array(fc.integer({ min: 1, max: 150 }), { minLength: 1, maxLength: 9 }),
      seed: fc.integer({ min: 1, max: 1_000_000 }),
      shares: fc.array(fc.double({ min: 0, max: 1.2, noNaN: true }), { minLength: 9, maxLength: 9 }),
    });
    fc.assert(
      fc.property(cases, ({ sizes, seed, shares }) => {
        const blocks = sizes.map((count, n) => block(100 - n, count, seed + n));
        const bytes = update(blocks, [[100, [[0, 1]]]]);
        const all = clocksIn(bytes);
        const has: Clocks = new Map(
          [...all].map(([client, [, end]], n) => [client, Math.floor(end * Math.min(1, shares[n] ?? 0))]),
        );
        const extracted = extract(bytes, has);
        const found = clocksIn(extracted);
        for (const [client, [, end]] of all) {
          const clock = has.get(client) ?? 0;
          if (clock === end) continue;
          expect(found.get(client)?.[1]).toBe(end);
          expect(found.get(client)?.[0]).toBeLessThanOrEqual(clock);
        }
        expect(Y.decodeUpdate(extracted).ds).toEqual(Y.decodeUpdate(bytes).ds);
        const exactly = Y.diffUpdate(bytes, Y.encodeStateVector(has)).length;
        // A grain for each client at most, and the struct that holds the mark.
        expect(extracted.length).toBeLessThanOrEqual(exactly + sizes.length * (2 * 1_024 + 700));
      }),
      { numRuns: 150 },
    );
  });

  it('is the very same memory, and no more stretches than a thousand', () => {
    const blocks = Array.from({ length: 2_000 }, (_, n) => block(9_000 - n, 20, n));
    const bytes = update(blocks);
    const every = (nth: number): Clocks =>
      new Map([...clocksIn(bytes)].flatMap(([client, [, end]]) => (client % nth === 0 ? [[client, end]] : [])));
    for (const nth of [2, 5]) {
      const parts = extractOf(bytes, every(nth));
      const own = parts.filter(({ buffer }) => buffer === bytes.buffer);
      expect(bytesOf(parts) - bytesOf(own)).toBeLessThan(10_000);
      const gaps = own
        .slice(1, -1)
        .map(({ byteOffset }, i) => byteOffset - (own[i]?.byteOffset ?? 0) - (own[i]?.length ?? 0));
      expect(Math.min(...gaps)).toBeGreaterThanOrEqual(1_024);
      expect(gaps.length).toBeGreaterThan(5);
      expect(gaps.length).toBeLessThan(1_025);
      expect(clocksIn(new Uint8Array(Buffer.concat(parts))).size).toBeGreaterThan(0);
    }
  });

  it('is all of it where it is written as we do not write: with a stretch left out, or broken', () => {
    const gap = update([{ client: 5, structs: [item(string(LONG)), skip(3), item(string(LONG))] }]);
    const known = new Map([[5, LONG.length]]);
    expect(extractOf(gap, known)).toEqual([gap]);
    expect(extractOf(gap, known)[0]).toBe(gap);
    const broken = update([block(5, 50, 1)]).subarray(0, 60);
    expect(extractOf(broken, new Map())).toEqual([broken]);
  });
});
