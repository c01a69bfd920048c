/** How many steps an update is reckoned with, case by case. */
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { decodeUpdate } from '../../../server/sync/decoded-update.ts';
import { Effort } from '../../../server/sync/effort.ts';
import type { Shape } from '../../../server/sync/ports.ts';
import * as c from '../../kit/crafted.ts';

/** Ten thousand items at most, of four bytes each. */
const BYTES = 40_000;
const LONGEST = 1_000;
/** Where nothing that goes can take anything along. */
const LIGHT: Shape = { longest: LONGEST, heaviest: 0 };
const range = (length: number): number[] => Array.from({ length }, (_, n) => n);

/** A board that takes what it is offered, and what each update costs beyond that it has so many parts. */
function world() {
  const effort = new Effort();
  const clocks = new Map<number, number>();
  const clockOf = (client: number): number => clocks.get(client) ?? 0;
  const cost = (update: Uint8Array, shape: Shape | null = LIGHT, bytes = BYTES): number => {
    const decoded = decodeUpdate(update);
    if (decoded === null) throw new Error('no update');
    const steps = effort.of({ ...decoded, clockOf }, bytes, shape ?? undefined);
    for (const [client, run] of decoded.structs) {
      const last = run.at(-1);
      if (last !== undefined) clocks.set(client, Math.max(clockOf(client), last.id.clock + last.length));
    }
    const { structs, ds } = Y.decodeUpdate(update);
    const parts = structs.length + [...ds.clients.values()].reduce((sum, { length }) => sum + length, 0);
    return Math.round(1_000 * (steps - (parts * (parts + bytes / 4)) / 500)) / 1_000;
  };
  return { cost };
}
const item = (client: number, clock: number, place: c.Place, content = c.string('a')): Uint8Array =>
  c.update([{ client, clock, structs: [c.item(content, place)] }]);

describe('Writing on', () => {
  it('behind what was written last costs nothing; beside the same place once more, all that may be there', () => {
    const { cost } = world();
    cost(item(1, 0, { parent: 't' }));
    expect(cost(item(1, 1, { origin: [1, 0] }))).toBe(0);
    expect(cost(item(2, 0, { origin: [1, 1] }))).toBe(0);
    expect(cost(item(3, 0, { origin: [1, 1] }))).toBe(1 + LONGEST);
    expect(cost(item(3, 1, { origin: [3, 0] }))).toBe(0);
  });

  it('behind a letter in the middle of what was written costs all that may be there, behind its last one nothing', () => {
    const { cost } = world();
    cost(item(1, 0, { parent: 't' }, c.string('abc')));
    expect(cost(item(2, 0, { origin: [1, 1] }))).toBe(1 + LONGEST);
    expect(cost(item(3, 0, { origin: [1, 2] }))).toBe(0);
  });

  it('costs nothing in each of the places where one person wrote last', () => {
    const { cost } = world();
    for (const n of range(3)) cost(item(1, n, { parent: `t${n}` }));
    expect(range(3).map((n) => cost(item(2 + n, 0, { origin: [1, n] })))).toEqual([0, 0, 0]);
  });

  it('of an item whose beginning is there counts where that is', () => {
    const { cost } = world();
    cost(item(1, 0, { parent: 't' }, c.string('ab')));
    cost(item(2, 0, { parent: 't' }));
    // Its last two letters are new, and stand behind the second, whatever it says.
    expect(cost(item(1, 0, { origin: [2, 0] }, c.string('abcd')))).toBe(0);
    expect(cost(item(2, 1, { origin: [2, 0] }))).toBe(0);
    expect(cost(item(3, 0, { origin: [1, 3] }))).toBe(0);
  });

  it('that is there already costs nothing, and makes no place an end', () => {
    const { cost } = world();
    cost(item(1, 0, { parent: 't' }));
    cost(item(2, 0, { origin: [1, 0] }));
    expect(cost(item(2, 0, { origin: [1, 0] }))).toBe(0);
    cost(item(1, 0, { parent: 't' }));
    expect(cost(item(3, 0, { origin: [1, 0] }))).toBe(1 + LONGEST);
  });

  it('beside what comes in the same update costs that update alone', () => {
    const { cost } = world();
    const three = c.update([
      { client: 1, structs: [c.item(c.type(1), { parent: [2, 0] }), c.gc(1)] },
      { client: 2, structs: [c.item(c.type(2), { parent: [3, 0] })] },
      { client: 3, structs: [c.item(c.type(2), { parent: 't' })] },
    ]);
    // Four parts: two of them beside one another, one in a list that may hold all there is.
    expect(cost(three)).toBe(4 + 4 + (4 + LONGEST));
  });

  it('is forgotten as an end once thousands of others were written', () => {
    const others = (count: number, place: c.Place) => {
      const { cost } = world();
      cost(item(1, 0, { parent: 't' }));
      for (const n of range(count)) cost(item(10 + n, 0, place));
      return cost(item(2, 0, { origin: [1, 0] }));
    };
    // The second is behind what was no end when they came.
    for (const place of [{ parent: 't' }, { origin: [9, 9] as const }])
      expect([others(4_095, place), others(4_096, place)]).toEqual([0, 1 + LONGEST]);
  });

  it('makes room for other ends where somebody goes on', () => {
    const { cost } = world();
    cost(item(1, 0, { parent: 't' }));
    cost(item(2, 0, { parent: 't' }));
    for (const n of range(5_000)) cost(item(2, 1 + n, { origin: [2, n] }));
    expect(cost(item(1, 1, { origin: [1, 0] }))).toBe(0);
  });
});

describe('What is put somewhere else', () => {
  it('costs no more than the board has items', () => {
    const { cost } = world();
    expect(cost(item(1, 0, { parent: 't' }), LIGHT, 400)).toBe(1 + 100);
    expect(cost(item(2, 0, { parent: 't' }), LIGHT, BYTES)).toBe(1 + LONGEST);
    expect(world().cost(item(1, 0, { parent: 't' }), null, 400)).toBe(1 + 100);
  });

  it('costs what goes with what stood there, where something can have stood there', () => {
    const heavy: Shape = { longest: 0, heaviest: 500 };
    const goes = 500 ** 2 / 500;
    const { cost } = world();
    cost(item(1, 0, { parent: 't' }, c.type(0)));
    expect(cost(item(2, 0, { parent: 't' }), heavy)).toBe(1);
    expect(cost(item(3, 0, { parent: [1, 0] }), heavy)).toBe(1);
    expect(cost(item(4, 0, { parent: 't', key: 'k' }), heavy)).toBe(1 + goes);
    expect(cost(item(5, 0, { parent: [1, 0], key: 'k' }), heavy)).toBe(1 + goes);
    expect(cost(item(6, 0, { origin: [1, 0] }), heavy)).toBe(1 + goes);
    expect(cost(item(7, 0, { rightOrigin: [1, 0] }), heavy)).toBe(1 + goes);
    // A child takes sixteen bytes at least.
    expect(cost(item(8, 0, { parent: 't', key: 'k' }), heavy, 1_600)).toBe(1 + 100 ** 2 / 500);
  });

  it('costs it again where a type was put before, which takes along what is in it', () => {
    const { cost } = world();
    cost(item(1, 0, { parent: 'm', key: 'k' }, c.type(1)));
    expect(cost(item(2, 0, { origin: [1, 0] }))).toBe(1 + LONGEST);
    cost(item(3, 0, { parent: 'm', key: 'l' }, c.any(1, 0x7e)));
    expect(cost(item(4, 0, { origin: [3, 0] }))).toBe(0);
  });
});

describe('What goes', () => {
  const deletes = (client: number, ...ranges: c.Id[]): Uint8Array => c.update([], [[client, ranges]]);
  const letters = (count: number): number => Math.round((1_000 * count * (count + LONGEST)) / 16) / 1_000;

  it('costs a walk over the gap for each letter, and what may be in it', () => {
    const { cost } = world();
    cost(item(1, 0, { parent: 't' }, c.string('x'.repeat(1_000))));
    expect(cost(deletes(1, [0, 10]))).toBe(letters(10));
    expect(cost(deletes(1, [20, 1], [30, 2], [40, 3]))).toBe(letters(6));
    expect(cost(deletes(1, [50, 1]), { longest: LONGEST, heaviest: 500 })).toBe(letters(1) + 500);
    expect(cost(deletes(1, [60, 4]), { longest: LONGEST, heaviest: 0 }, 100)).toBe((4 * (4 + 100)) / 16);
  });

  it('costs nothing where a plain value took its place, and all of it where more goes', () => {
    const value = (client: number, clock: number, origin?: c.Id): c.Block => {
      const place: c.Place = origin === undefined ? { parent: 'm', key: 'k' } : { origin };
      return { client, clock, structs: [c.item(c.any(1, 0x7e), place)] };
    };
    const replacing = (ranges: c.Id[]): number => {
      const { cost } = world();
      cost(c.update([value(1, 0)]));
      cost(c.update([value(2, 0)]));
      return cost(c.update([value(3, 0, [1, 0])], [[1, ranges]]));
    };
    expect(replacing([[0, 1]])).toBe(0);
    expect(replacing([[0, 2]])).toBe(letters(2));
    expect(replacing([[1, 1]])).toBe(letters(1));
    expect(
      replacing([
        [0, 1],
        [5, 1],
      ]),
    ).toBe(letters(2));
    const { cost } = world();
    cost(c.update([value(1, 0)]));
    cost(c.update([value(2, 0)]));
    expect(cost(c.update([value(3, 0, [1, 0])], [[2, [[0, 1]]]]))).toBe(letters(1));
    // Somebody else took its place before.
    expect(cost(c.update([value(4, 0, [1, 0])], [[1, [[0, 1]]]]))).toBe(2 + LONGEST + letters(1));
  });
});
