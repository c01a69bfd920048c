import { afterEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { systemClock } from '../../../server/clock.ts';
import { BoardState } from '../../../server/sync/board-state.ts';
import type { StoredBoard } from '../../../server/sync/ports.ts';

const SECRET = 'lo que se retiró del grupal';
const NEWCOMER = new Uint8Array([0]);
const open: BoardState[] = [];
const OPTIONS = { roots: null, maxEntries: 1_000, maxCrowd: 1_000, maxParts: 300_000, maxBoardParts: 2_000_000 };
function stateOf(stored: Partial<StoredBoard> = {}): BoardState {
  const state = new BoardState({ snapshot: null, updates: [], takesBack: false, ...stored }, OPTIONS, systemClock);
  open.push(state);
  return state;
}
afterEach(() => {
  for (const state of open.splice(0)) state.destroy();
});
const nothing = (): void => undefined;
const bytesFor = (state: BoardState, to: Uint8Array = NEWCOMER) => Buffer.concat(state.log.answer(to)).toString('utf8');
const bring = (state: BoardState) =>
  state.change((doc) => doc.getMap('notes').set('n', new Y.Map([['text', new Y.Text(SECRET)]])), nothing);
const withdraw = (state: BoardState) => state.change((doc) => doc.getMap('notes').delete('n'), nothing);

describe('what the server took back', () => {
  test('is in no byte of an answer, to a newcomer or to somebody who saw a part', () => {
    const state = stateOf();
    state.change((doc) => doc.getMap('meta').set('kind', 'iceberg'), nothing);
    const early = state.log.stateVector();
    bring(state);
    expect(bytesFor(state)).toContain(SECRET);
    expect(bytesFor(state, early)).toContain(SECRET);
    expect(withdraw(state).takesBack).toBe(true);
    expect(bytesFor(state)).not.toContain(SECRET);
    expect(bytesFor(state, early)).not.toContain(SECRET);
  });

  test('is in no byte after a restart either, though the stored records still hold it', () => {
    const before = stateOf();
    const changes = [bring(before), withdraw(before)];
    const updates = changes.flatMap(({ update }) => (update === null ? [] : [update]));
    expect(Buffer.concat(updates).toString('utf8')).toContain(SECRET);
    const after = stateOf({ updates, takesBack: changes.some(({ takesBack }) => takesBack) });
    expect(bytesFor(after)).not.toContain(SECRET);
  });

  test('is no value that another one replaced', () => {
    const state = stateOf();
    const set = (value: number) => state.change((doc) => doc.getMap('counts').set('n', value), nothing).takesBack;
    expect([set(1), set(2), set(3)]).toEqual([false, false, false]);
    expect(state.change((doc) => doc.getMap('counts').delete('n'), nothing).takesBack).toBe(true);
  });
});

describe('a change with a mistake', () => {
  test('leaves nothing of it behind, and the board goes on', () => {
    const state = stateOf();
    bring(state);
    const fails = () =>
      state.change((doc) => {
        doc.getMap('notes').set('half', 1);
        throw new Error('a bug');
      }, nothing);
    expect(fails).toThrow('a bug');
    expect([...state.read().getMap('notes').keys()]).toEqual(['n']);
    expect(withdraw(state).update).not.toBeNull();
  });
});

describe('a document that is not asked for', () => {
  test('has everything when it is, however much came meanwhile', () => {
    const state = stateOf();
    const writer = new Y.Doc();
    writer.on('update', (update: Uint8Array) => state.offer(update));
    state.read();
    for (let i = 0; i < 2_500; i += 1) writer.getText('t').insert(i, 'x');
    expect(state.read().getText('t').length).toBe(2_500);
    writer.getText('t').delete(0, 100);
    expect(state.read().getText('t').length).toBe(2_400);
    writer.destroy();
  });
});

describe('a board that takes too long to read', () => {
  /** Work is ended as soon as it begins; it took a second. */
  const hasty = () => {
    let now = 0;
    const late = { value: true };
    let used = 0;
    const stalls = { left: 0 };
    const clock = {
      now: () => now,
      used: () => used,
      within: <T>(ms: number, work: () => T) => {
        const stalled = stalls.left > 0;
        stalls.left -= 1;
        if (!late.value && !stalled) return { value: work() };
        now += ms;
        used += stalled ? 0 : ms;
        return null;
      },
    };
    return { clock, late, stalls, pass: (ms: number) => (now += ms) };
  };
  const some = (n: number): Uint8Array => {
    const doc = new Y.Doc();
    doc.getMap('notes').set(`n${n}`, n);
    return Y.encodeStateAsUpdate(doc);
  };
  /** Many places of a text, so that it has to be tried. */
  const leaping = (): Uint8Array => {
    const doc = new Y.Doc();
    doc.transact(() => {
      for (let n = 0; n < 3_000; n += 1) doc.getText('t').insert(0, 'ab');
      for (let n = 0; n < 3_000; n += 1) doc.getText('t').insert(1 + 2 * n, 'c');
    });
    return Y.encodeStateAsUpdate(doc);
  };
  const offered = (clock: ReturnType<typeof hasty>['clock']) => {
    const state = new BoardState({ snapshot: null, updates: [some(1)], takesBack: false }, OPTIONS, clock);
    open.push(state);
    return state;
  };

  test('is left alone for a while, and what would have to be tried comes later', () => {
    const { clock, late, pass } = hasty();
    const state = offered(clock);
    expect(() => state.read()).toThrow('too long to read');
    late.value = false;
    expect(() => state.read()).toThrow('a moment ago');
    expect(state.offer(some(2), 'x').kind).toBe('taken');
    expect(state.offer(leaping(), 'x').kind).toBe('later');
    pass(20_000);
    expect(state.offer(leaping(), 'x').kind).toBe('taken');
    expect(state.read().getMap('notes').size).toBe(2);
  });

  test.each([
    [2, 'taken'],
    [50, 'later'],
  ])('is not to blame while the computer is busy with something else, for %i trials', (times, kind) => {
    const { clock, late, stalls } = hasty();
    late.value = false;
    const state = offered(clock);
    state.read();
    stalls.left = times;
    expect(state.offer(leaping(), 'x').kind).toBe(kind);
  });
});
