/** Where a large update is cut for who knows some of it: what is left out, what goes along, to the byte. */
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { extractOf } from '../../../server/sync/extracts.ts';
import * as c from '../../kit/crafted.ts';

/** Less than this is not left out. */
const GRAIN = 1_024;
const LETTERS = 100;
const DELETES: c.Deletes = [[9, [[0, 1]]]];
const range = (length: number): number[] => Array.from({ length }, (_, n) => n);

/** So many structs of a hundred letters, and then some. */
const block = (client: number, structs: number, more = ''): c.Block => ({
  client,
  structs: range(structs).map((n) =>
    c.item(c.string('x'.repeat(LETTERS) + (n === structs - 1 ? more : '')), { parent: 'm', key: `${client} ${n}` }),
  ),
});
const bytesOf = (one: c.Block): number => c.update([one]).length - c.update([]).length;
/** One client's structs in exactly so many bytes. */
const sized = (client: number, bytes: number): c.Block => {
  const around = bytesOf(block(client, 3, 'x'.repeat(200))) - 200;
  return block(client, 3, 'x'.repeat(bytes - around));
};

/** What is sent of it: its parts, and from which clock on each client is in it. */
function sent(update: Uint8Array, has: ReadonlyArray<readonly [client: number, clock: number]>) {
  const parts = extractOf(update, new Map(has));
  const read = Y.decodeUpdate(new Uint8Array(Buffer.concat(parts)));
  expect(read.ds).toEqual(Y.decodeUpdate(update).ds);
  const from = new Map<number, number>();
  for (const { id } of read.structs) if (!from.has(id.client)) from.set(id.client, id.clock);
  return { parts, from: [...from] };
}
const ALL = 1_000_000;

describe('Of a large update', () => {
  it('nothing but what it deletes is sent to who knows all, and all of it, as it is, to who knows nothing', () => {
    const update = c.update([block(9, 30), block(8, 30)], DELETES);
    const none = sent(update, [
      [9, 30 * LETTERS],
      [8, ALL],
    ]);
    expect([none.from, Buffer.concat(none.parts).length]).toEqual([[], 1 + 5]);
    expect(extractOf(update, new Map())).toEqual([update]);
    expect(extractOf(update, new Map())[0]).toBe(update);
  });

  it('a client who is known is left out, wherever it stands', () => {
    const update = c.update([block(9, 20), block(8, 20), block(7, 20)], DELETES);
    const missing = (known: number): number[] => sent(update, [[known, ALL]]).from.map(([client]) => client);
    expect([missing(9), missing(8), missing(7)]).toEqual([
      [8, 7],
      [9, 7],
      [9, 8],
    ]);
    expect(sent(update, [[8, 20 * LETTERS - 1]]).from.map(([client]) => client)).toEqual([9, 8, 7]);
  });

  it('known clients between two others are left out from a kilobyte on, and sent along below', () => {
    const between = (...known: c.Block[]) => {
      const update = c.update([block(9, 20), ...known, block(3, 20)], DELETES);
      const { parts, from } = sent(
        update,
        known.map(({ client }) => [client, ALL] as const),
      );
      return [parts.length, from.map(([client]) => client)];
    };
    expect(between(sized(8, GRAIN))).toEqual([4, [9, 3]]);
    // All of it then: the very update.
    expect(between(sized(8, GRAIN - 1))).toEqual([1, [9, 8, 3]]);
    expect(between(sized(8, 600), sized(7, GRAIN - 601))).toEqual([1, [9, 8, 7, 3]]);
    expect(between(sized(8, 600), sized(7, GRAIN - 600))).toEqual([4, [9, 3]]);
  });

  it('small known clients at its ends are left out all the same', () => {
    const update = c.update([block(9, 1), block(8, 20), block(7, 1)], DELETES);
    const { parts, from } = sent(update, [
      [9, ALL],
      [7, ALL],
    ]);
    expect([parts.length, from]).toEqual([3, [[8, 0]]]);
  });

  it('a client of whom some is known begins with a struct near that, and never behind it', () => {
    const update = c.update([block(9, 60), block(8, 60)], DELETES);
    // A mark every ten structs: nine of them are less than a kilobyte.
    for (const clock of [0, 1, 999, 1_000, 1_001, 2_500, 5_999]) {
      const { from } = sent(update, [[8, clock]]);
      const [, begins = -1] = from.find(([client]) => client === 8) ?? [];
      expect([clock, from.length, begins <= clock, begins > clock - 11 * LETTERS]).toEqual([clock, 2, true, true]);
      expect([clock, begins % LETTERS]).toEqual([clock, 0]);
    }
    const read = Y.decodeUpdate(new Uint8Array(Buffer.concat(sent(update, [[8, 2_500]]).parts))).structs;
    const last = read.filter(({ id }) => id.client === 8).at(-1);
    expect(last && last.id.clock + last.length).toBe(60 * LETTERS);
  });

  it('all that is sent is the memory of the update, but for a few numbers', () => {
    const update = c.update([block(9, 60), block(8, 60), block(7, 60)], DELETES);
    const { parts } = sent(update, [
      [9, 3_000],
      [8, ALL],
      [7, 3_000],
    ]);
    const own = parts.filter(({ buffer }) => buffer === update.buffer);
    expect(parts.filter(({ buffer }) => buffer !== update.buffer).every(({ length }) => length < 10)).toBe(true);
    expect(own.reduce((sum, { length }) => sum + length, 0)).toBeLessThan(update.length / 2);
    expect(own).toHaveLength(3);
  });
});
