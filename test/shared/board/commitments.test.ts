/** Commitments: their order, what is a day, what the closing shows of them, and that nothing is written for nothing. */
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import {
  addCommitment,
  commitmentsOf,
  commitmentText,
  dayOf,
  deleteCommitment,
  keepCommitment,
  markShown,
  progressOf,
  readCommitments,
  setProgress,
  setWhen,
} from '../../../shared/board/commitments.ts';
import type { Writer } from '../../../shared/board/document.ts';
import type { EntryId } from '../../../shared/ids.ts';
import { joinedBoards } from '../../kit/docs.ts';

const id = (text: string): EntryId => text as EntryId;
const one = id('c1');
function board(...names: string[]): Writer {
  const [w] = joinedBoards('feedback', 1);
  if (!w) throw new Error('a board');
  for (const name of names) addCommitment(w, { id: id(name), createdAt: 5, session: 2 });
  return w;
}
const entry = (w: Writer, name: string): Y.Map<unknown> => {
  const map = commitmentsOf(w.doc).get(name);
  if (!(map instanceof Y.Map)) throw new Error('an entry');
  return map;
};

it('come as they were made, those of one moment by their ids', () => {
  const w = board('c', 'a', 'b');
  addCommitment(w, { id: id('z'), createdAt: 1, session: 1 });
  expect(readCommitments(w.doc).map(({ id }) => id)).toEqual(['z', 'a', 'b', 'c']);
});

it('are blank, open and without a day at first, of the call they were made in', () => {
  const w = board('c1');
  const blank = { what: '', who: '', support: '', when: '', done: 'open', shown: 'no' };
  expect(readCommitments(w.doc)).toEqual([{ id: 'c1', createdAt: 5, session: 2, ...blank }]);
});

it('are left out where they are none, and read with defaults where values are none', () => {
  const w = board();
  const entries: [string, unknown][] = [
    ['bad id!', new Y.Map([['what', new Y.Text('x')]])],
    ['plain', { what: 'x' }],
    ['wordless', new Y.Map([['what', 'x']])],
    ['odd', new Y.Map<unknown>(Object.entries({ what: new Y.Text('x'), session: '3', createdAt: null, shown: 7 }))],
  ];
  for (const [key, value] of entries) commitmentsOf(w.doc).set(key, value);
  expect(readCommitments(w.doc)).toMatchObject([{ id: 'odd', what: 'x', session: 1, createdAt: 0, shown: 'no' }]);
});

it.each(['2026-12-07x', 'x2026-12-07', '2026-12-7', '26-12-07', '07/12/2026', '', 20261207, null])(
  'have no day in %j',
  (value) => {
    expect(dayOf(value)).toBe('');
  },
);

it.each(['open', 'underway', 'done'] as const)('have come as far as %s', (how) => {
  expect([dayOf('2026-12-07'), progressOf(how), progressOf(`${how}!`)]).toEqual(['2026-12-07', how, 'open']);
});

describe('The closing', () => {
  const shown = (w: Writer): string | undefined => readCommitments(w.doc)[0]?.shown;

  it.each(['what', 'who', 'support'] as const)('has it as before once somebody changes: %s', (key) => {
    const w = board('c1');
    markShown(w, one, true);
    commitmentText(w.doc, one, key)?.insert(0, 'x');
    expect(shown(w)).toBe('stale');
    markShown(w, one, true);
    expect(shown(w)).toBe('yes');
  });

  it('takes a blank support for none', () => {
    const w = board('c1');
    markShown(w, one, true);
    commitmentText(w.doc, one, 'support')?.insert(0, '  ');
    expect(shown(w)).toBe('yes');
  });

  it('has it as it reads now again when a change was taken back', () => {
    const w = board('c1');
    setWhen(w, one, '2026-12-07');
    markShown(w, one, true);
    setWhen(w, one, '');
    expect(shown(w)).toBe('stale');
    setWhen(w, one, '2026-12-07');
    expect(shown(w)).toBe('yes');
  });

  it('forgets it, and can forget only what it had', () => {
    const w = board('c1', 'c2');
    markShown(w, one, true);
    markShown(w, one, false);
    markShown(w, id('c2'), false);
    expect([entry(w, 'c1').has('shown'), entry(w, 'c2').has('shown')]).toEqual([false, false]);
  });
});

it('are written only where something is other, and only where there is one', () => {
  const w = board('c1');
  commitmentsOf(w.doc).set('word', 'none');
  setWhen(w, one, '2026-12-07');
  markShown(w, one, true);
  const before = commitmentsOf(w.doc).toJSON();
  let updates = 0;
  w.doc.on('update', () => (updates += 1));
  setWhen(w, one, '2026-12-07');
  setProgress(w, one, 'open');
  markShown(w, one, true);
  keepCommitment(w, one);
  for (const none of [id('word'), id('unknown')]) {
    setWhen(w, none, '2026-12-07');
    setProgress(w, none, 'done');
    for (const on of [true, false]) markShown(w, none, on);
    deleteCommitment(w, none, 9);
    keepCommitment(w, none);
  }
  expect([updates, commitmentsOf(w.doc).toJSON()]).toEqual([0, before]);
});

it.each(['what', 'who', 'support'] as const)('a deletion that somebody types past in %s leaves it there', (key) => {
  const w = board('c1');
  deleteCommitment(w, one, 9);
  expect(readCommitments(w.doc)).toEqual([]);
  commitmentText(w.doc, one, key)?.insert(0, 'x');
  expect(readCommitments(w.doc)).toMatchObject([{ id: 'c1', [key]: 'x' }]);
});
