/** What is tried on a document that is at hand: at once where that takes next to nothing, elsewhere in all other cases. */
import { afterEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { BoardState } from '../../../server/sync/board-state.ts';
import { LongWork } from '../../../server/sync/long-work.ts';
import { hastyClock } from '../../kit/hasty-clock.ts';
import { made } from '../../kit/judged-board.ts';
import { pendingTrials } from '../../kit/pending-trials.ts';

const OPTIONS = { roots: null, maxEntries: 1_000, maxCrowd: 10_000, maxParts: 300_000, maxBoardParts: 2_000_000 };
const SHORT = 20;

const open: BoardState[] = [];
afterEach(() => {
  for (const state of open.splice(0)) state.destroy();
});

function world() {
  const clock = hastyClock();
  const long = new LongWork(clock.now);
  const stored = { snapshot: null, updates: [made((doc) => doc.getMap('m').set('a', 1))], takesBack: false };
  const state = new BoardState(stored, OPTIONS, { clock, long, trials: pendingTrials() });
  open.push(state);
  /** Has to be tried. */
  const heavy = (where = 't'): Uint8Array =>
    made((doc) =>
      doc.transact(() => {
        const text = doc.getMap<Y.Text>('texts').set(where, new Y.Text());
        for (let n = 0; n < 2_000; n += 1) text.insert(0, 'xy');
      }),
    );
  return { clock, long, state, heavy };
}
const lengthOn = (state: BoardState, where = 't'): number =>
  state.read().getMap<Y.Text>('texts').get(where)?.length ?? 0;

describe('an update that has to be tried', () => {
  test('is taken at once when somebody asked for the document before and it takes next to no time', () => {
    const { clock, state, heavy } = world();
    state.read();
    clock.takes = SHORT;
    expect(state.offer(heavy(), 'x').kind).toBe('taken');
    expect([clock.given, lengthOn(state)]).toEqual([SHORT, 4_000]);
  });

  test('is tried elsewhere when nobody asked for the document', () => {
    const { clock, state, heavy } = world();
    expect(state.offer(heavy(), 'x').kind).toBe('untried');
    expect(clock.given).toBe(0);
  });

  test('is tried elsewhere when it takes longer, and nothing of it is there', () => {
    const { clock, state, heavy } = world();
    state.read();
    clock.takes = SHORT + 1;
    expect(state.offer(heavy(), 'x').kind).toBe('untried');
    clock.takes = 0;
    expect(lengthOn(state)).toBe(0);
  });

  test('is tried elsewhere as long as nothing was found good', () => {
    const { clock, state } = world();
    state.read();
    clock.takes = SHORT + 1;
    // Three of them are taken on trust, four are too much.
    const part = (where: string): Uint8Array =>
      made((doc) =>
        doc.transact(() => {
          for (let n = 0; n < 300; n += 1) doc.getText(where).insert(0, 'xy');
        }),
      );
    const kinds = ['t1', 't2', 't3', 't4', 't5'].map((where) => state.offer(part(where), 'x').kind);
    expect(kinds).toEqual(['taken', 'taken', 'taken', 'untried', 'untried']);
  });

  test('is tried elsewhere while the document is far behind', () => {
    const { clock, state, heavy } = world();
    state.read();
    for (let n = 0; n < 201; n += 1) state.offer(made((doc) => doc.getMap('m').set('b', n)));
    clock.given = 0;
    expect(state.offer(heavy(), 'x').kind).toBe('untried');
    expect(clock.given).toBe(0);
    state.read();
    expect(state.offer(heavy(), 'x').kind).toBe('taken');
  });

  test('is taken at once while the document is a little behind', () => {
    const { state, heavy } = world();
    state.read();
    for (let n = 0; n < 200; n += 1) state.offer(made((doc) => doc.getMap('m').set('b', n)));
    expect(state.offer(heavy(), 'x').kind).toBe('taken');
    expect(lengthOn(state)).toBe(4_000);
  });

  test('is tried elsewhere while others wait for long work', () => {
    const { clock, long, state, heavy } = world();
    state.read();
    clock.given = 0;
    long.took(1_000, false);
    expect(state.offer(heavy(), 'x').kind).toBe('untried');
    expect(clock.given).toBe(0);
  });

  test('counts against who wrote it, in the end', () => {
    const { clock, state, heavy } = world();
    state.read();
    clock.takes = SHORT;
    const kinds = new Set<string>();
    for (let n = 0; n < 400; n += 1) kinds.add(state.offer(heavy(`t${n}`), 'eve').kind);
    expect([...kinds]).toEqual(['taken', 'rests']);
    expect(state.offer(heavy('other'), 'eve').kind).toBe('rests');
    expect(state.offer(heavy('other'), 'luz').kind).toBe('taken');
    clock.pass(60_000);
    expect(state.offer(heavy('another'), 'eve').kind).toBe('taken');
  });

  test('counts against who wrote it by what it took, not by what was read before', () => {
    const { clock, state, heavy } = world();
    clock.takes = 900;
    state.read();
    clock.takes = 0;
    clock.pass(60_000);
    const kinds = ['t1', 't2', 't3'].map((where) => state.offer(heavy(where), 'luz').kind);
    expect(kinds).toEqual(['taken', 'taken', 'taken']);
  });

  test('that was tried is put on the document once, with all that was stored beside it', () => {
    const { state, heavy } = world();
    state.read();
    for (let n = 0; n < 3; n += 1) {
      const doc = new Y.Doc();
      doc.getText('u').insert(0, 'abc');
      expect(state.offer(heavy(`t${n}`), 'x').kind).toBe('taken');
      expect(state.offer(Y.encodeStateAsUpdate(doc), 'x').kind).toBe('taken');
    }
    expect(['t0', 't1', 't2'].map((where) => lengthOn(state, where))).toEqual([4_000, 4_000, 4_000]);
    expect(state.read().getText('u').length).toBe(9);
  });
});
