/** Stacks: what lies on top is the same for everybody, whatever two people did at once, and no text is ever lost in one. */
import { expect, test } from 'vitest';
import { notesOf, type Writer } from '../../../shared/board/document.ts';
import { addNotes, deleteNotes, moveNotes, noteAt, readNotes, themeNotes } from '../../../shared/board/notes.ts';
import { applySnapshot, toSnapshot } from '../../../shared/board/snapshot.ts';
import { stackNotes, unstackNotes } from '../../../shared/board/stacking.ts';
import { onTop, stacksOf } from '../../../shared/board/stacks.ts';
import { addTheme } from '../../../shared/board/themes.ts';
import type { NoteId, ThemeId } from '../../../shared/ids.ts';
import { arrangeByThemes } from '../../../shared/synthesis/arrange.ts';
import { exchange, joinedBoards } from '../../kit/docs.ts';

const id = (text: string): NoteId => text as NoteId;
const ids = (...texts: string[]): NoteId[] => texts.map(id);

function two(): [Writer, Writer] {
  const [a, b] = joinedBoards('group-iceberg', 2);
  if (!a || !b) throw new Error('two boards');
  addNotes(
    a,
    ['a', 'b', 'c', 'd'].map((name, i) => ({ id: id(name), pos: [1100 + 220 * i, 300], createdAt: 0, text: name })),
  );
  exchange([a, b]);
  return [a, b];
}
/** `a>b,c`: b and c under a. */
const stacksIn = (w: Writer): string =>
  [...stacksOf(readNotes(w.doc))].map(([top, under]) => `${top}>${under.map((note) => note.id)}`).join(' ');
const shown = (w: Writer): string =>
  onTop(readNotes(w.doc))
    .map((note) => note.id)
    .sort()
    .join('');
const posOf = (w: Writer, name: string) => noteAt(w.doc, id(name))?.pos;

test('notes stacked under one lie where it lies, go where it goes and into its theme', () => {
  const [a] = two();
  stackNotes(a, id('a'), ids('b', 'c'));
  expect([stacksIn(a), shown(a)]).toEqual(['a>b,c', 'ad']);
  expect(posOf(a, 'c')).toEqual([1100, 300]);
  moveNotes(a, new Map([[id('a'), [1500, 400]]]));
  themeNotes(a, ids('a'), 't' as ThemeId);
  for (const name of ['a', 'b', 'c']) {
    expect(posOf(a, name)).toEqual([1500, 400]);
    expect(noteAt(a.doc, id(name))?.theme).toBe('t');
  }
  expect(posOf(a, 'd')).toEqual([1760, 300]);
});

test('a stack takes the theme one of its notes has', () => {
  const [a] = two();
  addTheme(a, { id: 't' as ThemeId, title: 'Uno', createdAt: 0 }, ids('b'));
  stackNotes(a, id('a'), ids('b', 'c'));
  expect(readNotes(a.doc).filter(({ theme }) => theme === 't')).toHaveLength(3);
});

test('a stack put under a note brings all of it', () => {
  const [a] = two();
  stackNotes(a, id('b'), ids('c'));
  stackNotes(a, id('a'), ids('b'));
  expect(stacksIn(a)).toBe('a>b,c');
  stackNotes(a, id('c'), ids('a', 'b'));
  expect(stacksIn(a)).toBe('c>a,b');
});

test('two people stack the same notes the other way round: one is on top, and both are there', () => {
  const [a, b] = two();
  stackNotes(a, id('a'), ids('b'));
  stackNotes(b, id('b'), ids('a'));
  exchange([a, b]);
  expect(stacksIn(a)).toBe('a>b');
  expect(stacksIn(b)).toBe('a>b');
});

test('a note stacked onto one of a circle lies under the one that is on top of it', () => {
  const [a, b] = two();
  stackNotes(a, id('b'), ids('a'));
  exchange([a, b]);
  stackNotes(a, id('b'), ids('c'));
  stackNotes(b, id('c'), ids('b'));
  exchange([a, b]);
  expect(stacksIn(a)).toBe(stacksIn(b));
  expect(shown(a)).toHaveLength(2);
  expect(shown(a)).not.toContain('a');
});

test('two people stack onto notes that become others’: one stack of all', () => {
  const [a, b] = two();
  stackNotes(a, id('b'), ids('a'));
  stackNotes(b, id('c'), ids('b'));
  exchange([a, b]);
  expect(stacksIn(a)).toBe('c>a,b');
  expect(stacksIn(b)).toBe('c>a,b');
});

test('the note on top is deleted or taken back: the others stay together, and none is lost', () => {
  const [a] = two();
  stackNotes(a, id('a'), ids('b', 'c'));
  deleteNotes(a, ids('a'), 5);
  expect([stacksIn(a), shown(a)]).toEqual(['b>c', 'bd']);
  moveNotes(a, new Map([[id('b'), [1320, 500]]]));
  expect(posOf(a, 'c')).toEqual([1320, 500]);
  notesOf(a.doc).delete('b');
  expect([stacksIn(a), shown(a)]).toEqual(['', 'cd']);
});

test('separated notes lie where they are put', () => {
  const [a] = two();
  stackNotes(a, id('a'), ids('b', 'c'));
  unstackNotes(a, new Map([[id('b'), [1320, 300]]]));
  expect([stacksIn(a), shown(a)]).toEqual(['a>c', 'abd']);
  expect(posOf(a, 'b')).toEqual([1320, 300]);
});

test('a stack has one place when the board is arranged, and all of it moves there', () => {
  const [a] = two();
  addTheme(a, { id: 't' as ThemeId, title: 'Uno', createdAt: 0 }, ids('a', 'd'));
  stackNotes(a, id('a'), ids('b', 'c'));
  arrangeByThemes(a);
  expect(posOf(a, 'b')).toEqual(posOf(a, 'a'));
  expect(posOf(a, 'c')).toEqual(posOf(a, 'a'));
  expect(new Set(onTop(readNotes(a.doc)).map(({ pos }) => String(pos))).size).toBe(2);
});

test('a file and a copy keep the stacks, and a copy from before them takes them apart', () => {
  const [a, b] = two();
  const context = {
    exportedAt: '2026-12-02T00:00:00Z',
    title: '',
    cohort: { name: '', date: '' },
    organisation: null,
    people: [],
  };
  const before = toSnapshot(a.doc, context);
  stackNotes(a, id('a'), ids('b', 'c'));
  applySnapshot(b, toSnapshot(a.doc, context), 1);
  expect(stacksIn(b)).toBe('a>b,c');
  moveNotes(b, new Map([[id('a'), [1200, 350]]]));
  expect(posOf(b, 'c')).toEqual([1200, 350]);
  applySnapshot(b, before, 2);
  expect(stacksIn(b)).toBe('');
});

test('nonsense of the wire is no stack', () => {
  const [a] = two();
  const map = notesOf(a.doc).get('b');
  for (const under of [5, {}, 'no such', 'b', '']) {
    if (map && 'set' in (map as object)) (map as { set(key: string, value: unknown): void }).set('under', under);
    expect([stacksIn(a), shown(a)]).toEqual(['', 'abcd']);
  }
});
