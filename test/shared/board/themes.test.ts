import { expect, test } from 'vitest';
import type { Writer } from '../../../shared/board/document.ts';
import { addNotes, noteAt, readNotes, themeNotes } from '../../../shared/board/notes.ts';
import { addTheme, dissolveTheme, mergeThemes, orderTheme, readThemes, themeOf } from '../../../shared/board/themes.ts';
import type { NoteId, ThemeId } from '../../../shared/ids.ts';
import { exchange, joinedBoards } from '../../kit/docs.ts';

const note = (text: string): NoteId => text as NoteId;
const theme = (text: string): ThemeId => text as ThemeId;
function two(): [Writer, Writer] {
  const [a, b] = joinedBoards('group-iceberg', 2);
  if (!a || !b) throw new Error('two boards');
  addNotes(
    a,
    ['x', 'y', 'z'].map((id) => ({ id: note(id), pos: [0, 0], createdAt: 0, text: id })),
  );
  exchange([a, b]);
  return [a, b];
}
const homeOf = (w: Writer, id: string) => {
  const found = noteAt(w.doc, note(id));
  return found ? themeOf(w.doc, found) : 'lost';
};

test('two people put one note in two themes: one home, none lost, both themes there', () => {
  const [a, b] = two();
  addTheme(a, { id: theme('t1'), title: 'Uno', createdAt: 0 }, [note('x'), note('y')]);
  addTheme(b, { id: theme('t2'), title: 'Dos', createdAt: 0 }, [note('x'), note('z')]);
  exchange([a, b]);
  expect(homeOf(a, 'x')).toBe(homeOf(b, 'x'));
  expect(['t1', 't2']).toContain(homeOf(a, 'x'));
  expect([homeOf(a, 'y'), homeOf(a, 'z')]).toEqual(['t1', 't2']);
  expect(readNotes(a.doc)).toHaveLength(3);
  expect(
    readThemes(b.doc)
      .map((t) => t.title)
      .sort(),
  ).toEqual(['Dos', 'Uno']);
});

test('a note put into a theme while it is merged away follows into the other', () => {
  const [a, b] = two();
  addTheme(a, { id: theme('t1'), title: 'Uno', createdAt: 0 }, [note('x')]);
  addTheme(a, { id: theme('t2'), title: 'Dos', createdAt: 0 }, [note('y')]);
  exchange([a, b]);
  mergeThemes(a, theme('t1'), [theme('t2')]);
  themeNotes(b, [note('z')], theme('t2'));
  exchange([a, b]);
  expect(['x', 'y', 'z'].map((id) => homeOf(b, id))).toEqual(['t1', 't1', 't1']);
  expect(readThemes(b.doc).map((t) => t.id)).toEqual(['t1']);
});

test('two people merge two themes into each other: nothing hangs, notes stay', () => {
  const [a, b] = two();
  addTheme(a, { id: theme('t1'), title: 'Uno', createdAt: 0 }, [note('x')]);
  addTheme(a, { id: theme('t2'), title: 'Dos', createdAt: 0 }, [note('y')]);
  exchange([a, b]);
  mergeThemes(a, theme('t1'), [theme('t2')]);
  mergeThemes(b, theme('t2'), [theme('t1')]);
  exchange([a, b]);
  expect(readNotes(a.doc)).toHaveLength(3);
  expect(homeOf(a, 'x')).toBe(homeOf(b, 'x'));
});

test('dissolving leaves the notes loose', () => {
  const [a] = two();
  addTheme(a, { id: theme('t1'), title: 'Uno', createdAt: 0 }, [note('x')]);
  dissolveTheme(a, theme('t1'));
  expect(homeOf(a, 'x')).toBeNull();
  expect(readNotes(a.doc)).toHaveLength(3);
});

test('a theme goes between two others; of two people who order one at once, both see the same order', () => {
  const [a, b] = two();
  for (const id of ['t1', 't2', 't3']) addTheme(a, { id: theme(id), title: id, createdAt: 0 }, []);
  exchange([a, b]);
  orderTheme(a, theme('t3'), 1.5);
  orderTheme(a, theme('unknown'), 0);
  expect(readThemes(a.doc).map((t) => t.id)).toEqual(['t1', 't3', 't2']);
  orderTheme(b, theme('t3'), 0.5);
  exchange([a, b]);
  expect(readThemes(a.doc)).toEqual(readThemes(b.doc));
  expect(readThemes(a.doc)).toHaveLength(3);
});
