import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { themesOf, type Writer } from '../../../shared/board/document.ts';
import { addNotes, noteAt, readNotes, themeNotes } from '../../../shared/board/notes.ts';
import {
  addTheme,
  dissolveTheme,
  mergeThemes,
  orderTheme,
  readThemes,
  themeOf,
  themeTitleAt,
} from '../../../shared/board/themes.ts';
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

test('themes of one place in the order stand by their ids, everywhere the same', () => {
  const [a] = two();
  for (const id of ['t2', 't3', 't1']) addTheme(a, { id: theme(id), title: id, createdAt: 7, order: 5 }, []);
  expect(readThemes(a.doc).map(({ id, createdAt }) => [id, createdAt])).toEqual([
    ['t1', 7],
    ['t2', 7],
    ['t3', 7],
  ]);
});

test('what is no theme is none, and what a theme lacks is empty', () => {
  const [a] = two();
  themesOf(a.doc).set('no id', new Y.Map());
  themesOf(a.doc).set('word', 'tema');
  themesOf(a.doc).set(
    'bare',
    new Y.Map<unknown>([
      ['title', 'no text'],
      ['order', '3'],
      ['createdAt', Number.NaN],
    ]),
  );
  themesOf(a.doc).set(
    'far',
    new Y.Map<unknown>([
      ['order', Number.POSITIVE_INFINITY],
      ['createdAt', '7'],
    ]),
  );
  const bare = { title: '', order: 0, createdAt: 0 };
  expect(readThemes(a.doc)).toEqual([
    { ...bare, id: 'bare' },
    { ...bare, id: 'far' },
  ]);
  expect([themeTitleAt(a.doc, theme('bare')), themeTitleAt(a.doc, theme('word'))]).toEqual([null, null]);
  themeNotes(a, [note('x')], theme('word'));
  expect(homeOf(a, 'x')).toBeNull();
  dissolveTheme(a, theme('word'));
  mergeThemes(a, theme('bare'), [theme('word'), theme('bare'), theme('unknown')]);
  expect(readThemes(a.doc).map(({ id }) => id)).toEqual(['bare', 'far']);
});

test('merges in a circle lead nowhere, and a long row of them to its end', () => {
  const [a] = two();
  const row = Array.from({ length: 60 }, (_, i) => theme(`t${i}`));
  for (const id of row) addTheme(a, { id, title: id, createdAt: 0 }, []);
  themeNotes(a, [note('x')], theme('t0'));
  for (const [i, id] of row.slice(0, 49).entries()) mergeThemes(a, row[i + 1] ?? id, [id]);
  expect(homeOf(a, 'x')).toBe('t49');
  mergeThemes(a, theme('t50'), [theme('t49')]);
  expect(homeOf(a, 'x')).toBeNull();
});

test('the title is a text two people type into', () => {
  const [a, b] = two();
  addTheme(a, { id: theme('t1'), title: 'Agua', createdAt: 0 }, []);
  exchange([a, b]);
  themeTitleAt(a.doc, theme('t1'))?.insert(4, ' limpia');
  themeTitleAt(b.doc, theme('t1'))?.insert(0, 'El ');
  exchange([a, b]);
  expect(readThemes(b.doc).map(({ title }) => title)).toEqual(['El Agua limpia']);
});
