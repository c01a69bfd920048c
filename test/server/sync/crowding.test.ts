/** Items that crowd into one place of a board: which places are one, and who is not counted. */
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { Crowding } from '../../../server/sync/crowding.ts';
import * as c from '../../kit/crafted.ts';

const range = (length: number): number[] => Array.from({ length }, (_, n) => n);
function item(place: c.Place, id: c.Id = [1, 0]): Y.Item {
  const [client, clock] = id;
  const [struct] = Y.decodeUpdate(c.update([{ client, clock, structs: [c.item(c.string('x'), place)] }])).structs;
  if (!(struct instanceof Y.Item)) throw new Error('no item');
  return struct;
}
/** How many more may come into it. */
function left(crowding: Crowding, place: c.Place): number {
  let more = 0;
  while (more < 100 && !crowding.isFull(item(place, [9, more]))) more += 1;
  return more;
}

describe('A place', () => {
  const MOST = 5;
  const places: readonly c.Place[] = [
    { parent: 'list' },
    { parent: 'other' },
    { parent: 'list', key: 'a' },
    { parent: 'list', key: 'b' },
    { parent: 'list', key: 'ab' },
    { parent: 'list', key: 'ba' },
    { parent: [4, 7] },
    { parent: [7, 4] },
    { parent: [4, 8] },
    { parent: [4, 7], key: 'a' },
    { origin: [4, 7] },
    { origin: [7, 4] },
    { origin: [5, 7] },
    { origin: [4, 8] },
    { rightOrigin: [4, 7] },
    { rightOrigin: [7, 4] },
    { rightOrigin: [4, 8] },
  ];

  it('is told from every other: by left neighbour, by right one where there is no left one, by parent and key', () => {
    for (const full of places) {
      const crowding = new Crowding(MOST);
      expect(left(crowding, full)).toBe(MOST);
      expect(crowding.isFull(item(full))).toBe(true);
      for (const other of places)
        if (other !== full) expect([full, other, crowding.isFull(item(other))]).toEqual([full, other, false]);
    }
  });

  it('behind a left neighbour is one, whatever is on the right of it', () => {
    const crowding = new Crowding(MOST);
    for (const n of range(MOST)) expect(crowding.isFull(item({ origin: [4, 7], rightOrigin: [5, n] }))).toBe(false);
    expect(crowding.isFull(item({ origin: [4, 7] }))).toBe(true);
  });

  it('is rarely taken for another one, on a board with a thousand of them', () => {
    const crowds = (placeOf: (n: number) => c.Place): number => {
      const crowding = new Crowding(4);
      return range(1_000).filter((n) => crowding.isFull(item(placeOf(n)))).length;
    };
    expect([
      crowds((n) => ({ origin: [4, n] })),
      crowds((n) => ({ origin: [n, 0] })),
      crowds((n) => ({ origin: [2 ** 31 + 77 * n, 3] })),
      crowds((n) => ({ rightOrigin: [n, 5] })),
      crowds((n) => ({ parent: [n, 5] })),
      crowds((n) => ({ parent: `list ${n}` })),
      crowds((n) => ({ parent: 'notes', key: `n${n}` })),
    ]).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });
});

describe('Who is put beside one of the last', () => {
  const MOST = 200;
  const END: c.Id = [5, 0];
  /** So many behind one another's back, each right behind the same neighbour. */
  function crowded(count: number): Crowding {
    const crowding = new Crowding(MOST);
    for (const n of range(count)) expect(crowding.isFull(item({ origin: END }, [1, n]))).toBe(false);
    return crowding;
  }
  const beside = (n: number, id: c.Id): Y.Item => item({ origin: END, rightOrigin: [1, n] }, id);

  it('is not counted, however many those are', () => {
    // The hundredth is watched, and whoever comes after it is remembered.
    const crowding = crowded(101);
    for (const n of range(1_000)) {
      const right: c.Id = n === 0 ? [1, 100] : [2, n - 1];
      expect(crowding.isFull(item({ origin: END, rightOrigin: right }, [2, n]))).toBe(false);
    }
    expect(left(crowding, { origin: END })).toBe(MOST - 101);
  });

  it('is counted before there are a hundred', () => {
    const crowding = crowded(99);
    for (const n of range(MOST - 99)) expect(crowding.isFull(beside(98, [2, n]))).toBe(false);
    expect(crowding.isFull(beside(98, [3, 0]))).toBe(true);
  });

  it('is counted when that one is not among the last 64 any more', () => {
    const crowding = crowded(MOST);
    // The first of the last 64 is number 136; this one goes in after them.
    expect(crowding.isFull(beside(136, [2, 0]))).toBe(false);
    expect(crowding.isFull(beside(136, [2, 1]))).toBe(true);
    expect(crowding.isFull(beside(199, [2, 2]))).toBe(false);
  });

  it('is counted beside one of another place', () => {
    const crowding = crowded(MOST);
    const other = (n: number): Y.Item => item({ origin: [6, 0], rightOrigin: [1, MOST - 1] }, [3, n]);
    for (const n of range(MOST)) expect(crowding.isFull(other(n))).toBe(false);
    expect(crowding.isFull(other(MOST))).toBe(true);
  });
});
