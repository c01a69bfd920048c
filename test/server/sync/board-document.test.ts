import { afterEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { systemClock } from '../../../server/clock.ts';
import { type BoardMeans, BoardState } from '../../../server/sync/board-state.ts';
import { LongWork } from '../../../server/sync/long-work.ts';
import type { Compacted, StoredBoard } from '../../../server/sync/ports.ts';
import { trialsHere } from '../../kit/trials-here.ts';
import { whole } from '../../kit/whole.ts';

const SECRET = 'lo que se retiró del grupal';
const NEWCOMER = new Uint8Array([0]);
const open: BoardState[] = [];
const OPTIONS = { roots: null, maxEntries: 1_000, maxCrowd: 1_000, maxParts: 300_000, maxBoardParts: 2_000_000 };
function stateOf(stored: Partial<StoredBoard> = {}, own: Pick<BoardMeans, 'onRenewed'> = {}): BoardState {
  const whole = { snapshot: null, updates: [], takesBack: false, ...stored };
  const state = new BoardState(whole, OPTIONS, {
    ...own,
    clock: systemClock,
    long: new LongWork(systemClock.now),
    trials: trialsHere(),
  });
  open.push(state);
  return state;
}
afterEach(() => {
  for (const state of open.splice(0)) state.destroy();
});
const nothing = (): void => undefined;
const bytesFor = (state: BoardState, to: Uint8Array = NEWCOMER) =>
  Buffer.concat(whole(state.log.answer(to))).toString('utf8');
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

describe('what goes for good', () => {
  const takesBack = (state: BoardState, change: (doc: Y.Doc) => unknown): boolean =>
    state.change(change, nothing).takesBack;

  test('is a note that another one took the place of, with the text in it', () => {
    const state = stateOf();
    bring(state);
    expect(takesBack(state, (doc) => doc.getMap('notes').set('n', new Y.Map()))).toBe(true);
    expect(bytesFor(state)).not.toContain(SECRET);
    bring(state);
    expect(takesBack(state, (doc) => doc.getMap('notes').set('n', 1))).toBe(true);
    expect(bytesFor(state)).not.toContain(SECRET);
  });

  test('is a value of a list, wherever in it, and letters of a text', () => {
    const state = stateOf();
    const add = (doc: Y.Doc): void => {
      doc.getArray('list').insert(0, [SECRET, 'a', 'b']);
      doc.getText('t').insert(0, 'hola');
    };
    expect(takesBack(state, add)).toBe(false);
    expect(takesBack(state, (doc) => doc.getArray('list').delete(0))).toBe(true);
    expect(bytesFor(state)).not.toContain(SECRET);
    expect(takesBack(state, (doc) => doc.getArray('list').delete(1))).toBe(true);
    expect(takesBack(state, (doc) => doc.getText('t').delete(1, 1))).toBe(true);
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

describe('a board', () => {
  const set = (state: BoardState, value: number) => state.change((doc) => doc.getMap('m').set('n', value), nothing);
  const folded = (state: BoardState): Compacted => {
    const doc = state.read();
    const [bytes, stateVector] = [Y.encodeStateAsUpdate(doc), Y.encodeStateVector(doc)];
    const deletes = Y.encodeStateAsUpdate(doc, stateVector);
    return { snapshot: { bytes, stateVector, deletes, entries: 1 }, records: state.log.records };
  };

  test('says when it is other bytes from now on: something was taken back, or its records were folded', () => {
    let renewed = 0;
    const onRenewed = (): void => {
      renewed += 1;
    };
    const state = stateOf({}, { onRenewed });
    bring(state);
    set(state, 1);
    state.change(nothing, nothing);
    expect(renewed).toBe(0);
    withdraw(state);
    expect(renewed).toBe(1);
    state.compacted(folded(state));
    expect(renewed).toBe(2);
  });

  test('is its folded records, and what came after them', () => {
    const state = stateOf();
    for (const value of [1, 2]) set(state, value);
    const compacted = folded(state);
    set(state, 3);
    state.compacted(compacted);
    expect([state.log.records, state.log.updates().length]).toEqual([1, 2]);
    expect(state.log.updates()[0]).toBe(compacted.snapshot.bytes);
    expect(state.read().getMap('m').get('n')).toBe(3);
  });

  test('that leaves memory takes its document along', () => {
    const state = stateOf();
    const doc = state.read();
    for (let times = 0; times < 2; times += 1) state.destroy();
    expect(doc.isDestroyed).toBe(true);
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
