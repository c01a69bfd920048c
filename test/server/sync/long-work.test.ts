/** What takes long on one board, and what that means for it and for all the others. */
import { afterEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { BoardState } from '../../../server/sync/board-state.ts';
import { LongWork } from '../../../server/sync/long-work.ts';
import * as c from '../../kit/crafted.ts';
import { type HastyClock, hastyClock } from '../../kit/hasty-clock.ts';
import { trialsHere } from '../../kit/trials-here.ts';

const OPTIONS = { roots: null, maxEntries: 1_000, maxCrowd: 1_000, maxParts: 300_000, maxBoardParts: 2_000_000 };
/** Longer than any debt, and than any board rests. */
const LONG_AFTER = 60_000;

const open: BoardState[] = [];
afterEach(() => {
  for (const state of open.splice(0)) state.destroy();
});

function made(make: (doc: Y.Doc) => void): Uint8Array {
  const doc = new Y.Doc();
  doc.transact(() => make(doc));
  return Y.encodeStateAsUpdate(doc);
}
const some = (n: number): Uint8Array => made((doc) => doc.getMap('notes').set(`n${n}`, n));
function boardOn(clock: HastyClock, long = new LongWork(clock.now)): BoardState {
  const stored = { snapshot: null, updates: [some(1)], takesBack: false };
  const state = new BoardState(stored, OPTIONS, { clock, long, trials: trialsHere() });
  open.push(state);
  return state;
}
const change = (state: BoardState) => () =>
  state.change(
    (doc) => doc.getMap('notes').set('changed', 1),
    () => undefined,
  );
const sizeOf = (state: BoardState): number => state.read().getMap('notes').size;

describe('a board that takes too long to read', () => {
  test('is left alone for a while, and written on meanwhile', () => {
    const clock = hastyClock();
    const state = boardOn(clock);
    clock.takes = Number.POSITIVE_INFINITY;
    expect(() => state.read()).toThrow('busy');
    clock.takes = 0;
    expect(() => state.read()).toThrow('busy');
    expect(state.offer(some(2), 'x').kind).toBe('taken');
    clock.pass(LONG_AFTER);
    expect(sizeOf(state)).toBe(2);
  });

  test('rests ten times as long as it took, while others have their time again', () => {
    const clock = hastyClock();
    const long = new LongWork(clock.now);
    const [slow, other] = [boardOn(clock, long), boardOn(clock, long)];
    clock.takes = Number.POSITIVE_INFINITY;
    expect(() => slow.read()).toThrow('busy');
    clock.takes = 200;
    clock.pass(9_700);
    expect(sizeOf(other)).toBe(1);
    expect(() => slow.read()).toThrow('busy');
    clock.pass(200);
    expect(sizeOf(slow)).toBe(1);
  });

  test.each([
    [1, false],
    [2, true],
  ])('is read again while the computer is busy with something else, %i times', (times, isBusy) => {
    const clock = hastyClock();
    const state = boardOn(clock);
    clock.stalls = times;
    if (isBusy) expect(() => state.read()).toThrow('busy');
    else expect(sizeOf(state)).toBe(1);
  });

  test('is read anew when the computer did not get to catching up, with all that is on it', () => {
    const clock = hastyClock();
    const state = boardOn(clock);
    state.read();
    for (const n of [2, 3]) {
      state.offer(some(n), 'x');
      clock.stalls = 1;
      expect(sizeOf(state)).toBe(n);
    }
  });

  test('is not called too deep for that: what is put into it is tried, and holds up others no longer than short work', async () => {
    const clock = hastyClock();
    const state = boardOn(clock);
    const doc = new Y.Doc();
    const list = doc.getMap('notes').set('list', new Y.Array());
    state.offer(Y.encodeStateAsUpdate(doc), 'x');
    const before = Y.encodeStateVector(doc);
    list.insert(0, [new Y.Map()]);
    const into = Y.encodeStateAsUpdate(doc, before);
    clock.takes = 101;
    const news = { update: into, clients: new Set([doc.clientID]) };
    expect(state.offer(into, 'x')).toEqual({ kind: 'untried', news });
    expect(clock.now()).toBe(100);
    expect(state.offer(into, 'x', await state.try(news, 'x')).kind).toBe('taken');
  });

  test('is read once for what is put into it', () => {
    const clock = hastyClock();
    const state = boardOn(clock);
    state.offer(c.update([{ client: 9, structs: [c.item(c.type(1), { key: 'place' })] }]), 'x');
    const into = (client: number): Uint8Array =>
      c.update([{ client, structs: [c.item(c.type(1), { parent: [9, 0], key: `${client}` })] }]);
    clock.takes = 101;
    const kinds = [20, 21, 22].map((client) => state.offer(into(client), 'x').kind);
    expect([kinds, clock.now()]).toEqual([['untried', 'untried', 'untried'], 100]);
    // Somebody else has read it.
    state.read();
    clock.takes = 0;
    expect(state.offer(into(23), 'x').kind).toBe('taken');
  });
});

describe('a change of the server that takes too long', () => {
  test('is put off with nothing of it kept, and the board rests', () => {
    const clock = hastyClock();
    const state = boardOn(clock);
    state.read();
    clock.takes = Number.POSITIVE_INFINITY;
    expect(change(state)).toThrow('busy');
    clock.takes = 0;
    expect(change(state)).toThrow('busy');
    clock.pass(LONG_AFTER);
    expect(sizeOf(state)).toBe(1);
    expect(change(state)).not.toThrow();
    expect(sizeOf(state)).toBe(2);
  });
});

describe('while one board has taken long', () => {
  const world = () => {
    const clock = hastyClock();
    const long = new LongWork(clock.now);
    const [slow, other] = [boardOn(clock, long), boardOn(clock, long)];
    clock.takes = 1_000;
    expect(slow.read()).toBeDefined();
    clock.takes = 0;
    return { clock, other };
  };

  test('another one does what is short', () => {
    const { clock, other } = world();
    clock.takes = 100;
    expect(change(other)).not.toThrow();
    expect(clock.given).toBe(100);
    expect(sizeOf(other)).toBe(2);
    expect(other.offer(some(3), 'y').kind).toBe('taken');
  });

  test('another one that takes long waits, and has all its time after that', () => {
    const { clock, other } = world();
    clock.takes = 101;
    expect(() => other.read()).toThrow('busy');
    clock.pass(LONG_AFTER);
    expect(sizeOf(other)).toBe(1);
    expect(clock.given).toBeGreaterThan(100);
  });

  test('what was taken back from another one stays away from newcomers, whatever it takes', () => {
    const { clock } = world();
    const long = new LongWork(clock.now);
    long.took(LONG_AFTER, false);
    clock.takes = 900;
    const stored = { snapshot: null, updates: [some(1)], takesBack: true };
    const state = new BoardState(stored, OPTIONS, { clock, long, trials: trialsHere() });
    open.push(state);
    expect(state.log.answer(new Uint8Array([0]))).toHaveLength(1);
    expect(clock.given).toBeGreaterThan(900);
  });
});

test('short work is free however much there is of it, unless it was ended', () => {
  let now = 0;
  const long = new LongWork(() => now);
  for (let n = 0; n < 1_000; n += 1) long.took(100, false);
  expect(long.waitMs).toBe(0);
  long.took(600, false);
  expect(long.waitMs).toBe(1_000);
  now += 1_000;
  expect(long.waitMs).toBe(0);
  for (let n = 0; n < 6; n += 1) long.took(100, true);
  expect(long.waitMs).toBe(6_000);
});

describe('a brief change', () => {
  const brief = (state: BoardState) => () =>
    state.change(
      (doc) => doc.getMap('notes').set('changed', 1),
      () => undefined,
      'brief',
    );

  test('has no more time than others should wait, and what waits for a slow board goes on', () => {
    const clock = hastyClock();
    const state = boardOn(clock);
    clock.takes = 101;
    expect(brief(state)).toThrow('busy');
    expect(clock.given).toBe(100);
    expect(change(state)).not.toThrow();
    clock.takes = 100;
    expect(brief(state)).not.toThrow();
  });

  test('does not wait for a computer that is busy with something else', () => {
    const clock = hastyClock();
    const state = boardOn(clock);
    clock.stalls = 1;
    expect(brief(state)).toThrow('busy');
    expect(clock.now()).toBe(100);
  });

  test('does not read a board again that was too slow for it, until somebody else has', () => {
    const clock = hastyClock();
    const state = boardOn(clock);
    clock.takes = 101;
    expect(brief(state)).toThrow('busy');
    clock.given = 0;
    clock.takes = 0;
    expect(brief(state)).toThrow('busy');
    expect(clock.given).toBe(0);
    expect(sizeOf(state)).toBe(1);
    expect(brief(state)).not.toThrow();
  });

  test('is tried though the reading of somebody else was ended, once the board has rested', () => {
    const clock = hastyClock();
    const state = boardOn(clock);
    clock.takes = Number.POSITIVE_INFINITY;
    expect(() => state.read()).toThrow('busy');
    clock.takes = 0;
    clock.pass(LONG_AFTER);
    expect(brief(state)).not.toThrow();
  });

  test('reads a board anew that somebody read in time before', () => {
    const state = boardOn(hastyClock());
    state.read();
    const fails = (): unknown =>
      state.change(
        () => {
          throw new Error('a bug');
        },
        () => undefined,
      );
    expect(fails).toThrow('a bug');
    expect(brief(state)).not.toThrow();
  });
});

test('catching up is short work as often as it is short, and long work when it is long', () => {
  const clock = hastyClock();
  const long = new LongWork(clock.now);
  const state = boardOn(clock, long);
  clock.takes = 60;
  for (let n = 2; n < 40; n += 1) {
    state.offer(some(n), 'x');
    expect(sizeOf(state)).toBe(n);
  }
  expect(long.waitMs).toBe(0);
  clock.takes = 700;
  state.offer(some(40), 'x');
  expect([sizeOf(state), long.waitMs > 0]).toEqual([40, true]);
});
