/** When the records of a board are folded, and what happens when that fails. */
import { describe, expect, it } from 'vitest';
import { Folding } from '../../../server/sync/folding.ts';
import type { Compacted } from '../../../server/sync/ports.ts';
import { newBoardId } from '../../../shared/ids.ts';

const LIMITS = { tailRecords: 5_000, tailBytes: 1_000_000 };
const SNAPSHOT = { bytes: new Uint8Array(9), stateVector: new Uint8Array(1), deletes: new Uint8Array(1), entries: 0 };

/** A board's records with a snapshot before them. */
const tail = (records: number, tailBytes = 0, snapshot = 0, isWounded = false) => ({
  records,
  tailBytes,
  bytes: snapshot + tailBytes,
  isWounded,
});

function world() {
  const events: string[] = [];
  const waiting: Array<{ readonly done: (compacted: Compacted | null) => void; readonly failed: () => void }> = [];
  const compact = (): Promise<Compacted | null> =>
    new Promise((done, fail) => waiting.push({ done, failed: () => fail(new Error('disk full')) }));
  const storage = { compact };
  const folding = new Folding(newBoardId(), { storage, limits: LIMITS, log: (event) => events.push(event) });
  return { folding, events, waiting };
}
const isDue = (records: ReturnType<typeof tail>, urgent = false): boolean => world().folding.isDue(records, urgent);
const isWorthIt = (records: ReturnType<typeof tail>): boolean => world().folding.isWorthIt(records);

describe('Records are folded', () => {
  it('above so many, or so many bytes, or a quarter of a large snapshot', () => {
    expect([isDue(tail(5_000)), isDue(tail(5_001))]).toEqual([false, true]);
    expect([isDue(tail(1, 1_000_000)), isDue(tail(1, 1_000_001))]).toEqual([false, true]);
    expect([isDue(tail(1, 2_000_000, 8_000_000)), isDue(tail(1, 2_000_001, 8_000_000))]).toEqual([false, true]);
    expect([isDue(tail(1, 1_000_000, 100)), isDue(tail(1, 1_000_001, 100))]).toEqual([false, true]);
  });

  it('at once where something was taken back or the board is full, and never where a record is missing', () => {
    expect([isDue(tail(1), true), isDue(tail(9_000, 0, 0, true)), isDue(tail(1, 0, 0, true), true)]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('of a board everybody has left from a hundred on, or two kilobytes and an eighth of the snapshot', () => {
    expect([isWorthIt(tail(99)), isWorthIt(tail(100))]).toEqual([false, true]);
    expect([isWorthIt(tail(1, 2_047)), isWorthIt(tail(1, 2_048))]).toEqual([false, true]);
    expect([isWorthIt(tail(1, 3_047, 8_000)), isWorthIt(tail(1, 3_048, 8_000))]).toEqual([false, true]);
    expect(isWorthIt(tail(200, 0, 0, true))).toBe(false);
  });
});

describe('Folding', () => {
  it('happens once at a time, and is in the log', async () => {
    const { folding, events, waiting } = world();
    const first = folding.fold(tail(200));
    expect([folding.isDue(tail(9_000), true), folding.isWorthIt(tail(200))]).toEqual([false, false]);
    expect(await folding.fold(tail(200))).toBeNull();
    const compacted = { snapshot: SNAPSHOT, records: 200 };
    waiting[0]?.done(compacted);
    expect([await first, waiting.length, events]).toEqual([compacted, 1, ['board-compacted']]);
    expect([folding.isDue(tail(1), true), folding.isWorthIt(tail(100))]).toEqual([true, true]);
  });

  it('of no records is nothing to do', async () => {
    const { folding, waiting } = world();
    expect([await folding.fold(tail(0)), waiting]).toEqual([null, []]);
  });

  it.each([
    ['failed', ['compaction-failed']],
    ['could not be done', []],
  ] as const)('that %s is tried again with twice as many records, and as before once it was done', async (how, log) => {
    const { folding, events, waiting } = world();
    const first = folding.fold(tail(200));
    if (how === 'failed') waiting[0]?.failed();
    else waiting[0]?.done(null);
    expect([await first, events]).toEqual([null, log]);
    const may = (records: number): boolean[] => [folding.isDue(tail(records), true), folding.isWorthIt(tail(records))];
    expect([may(399), may(400)]).toEqual([
      [false, false],
      [true, true],
    ]);
    const second = folding.fold(tail(400));
    waiting[1]?.done({ snapshot: SNAPSHOT, records: 400 });
    expect(await second).not.toBeNull();
    expect(may(100)).toEqual([true, true]);
  });
});
