/** The reading order of the list: layer, theme, row by row; and where the keyboard goes when a note is gone. */
import { expect, it } from 'vitest';
import { inReadingOrder } from '../../../client/board/reading-order.ts';
import { neighbourOf, notesIn, outlineOf } from '../../../client/list/outline.ts';
import type { Theme } from '../../../shared/board/themes.ts';
import type { NoteId, ThemeId } from '../../../shared/ids.ts';
import { GROUP_BANDS } from '../../../shared/template/group-iceberg.ts';
import { madeNote } from './made-note.ts';

const theme = (id: string, order: number): Theme => ({ id: id as ThemeId, title: id, order, createdAt: 0 });
const ids = (notes: readonly { id: string }[]): string[] => notes.map((note) => note.id);

it('reads row by row, a little unevenness apart', () => {
  const notes = [
    madeNote('c', { pos: [700, 497] }),
    madeNote('b', { pos: [900, 270] }),
    madeNote('a', { pos: [700, 310] }),
    madeNote('d', { pos: [700, 497] }),
  ];
  expect(ids(inReadingOrder(notes))).toEqual(['a', 'b', 'c', 'd']);
});

it('gives an iceberg four layers, also the empty ones', () => {
  const sections = outlineOf('iceberg', [madeNote('deep', { pos: [800, 2000] })], []);
  expect(sections.map(({ area, count }) => [area, count])).toEqual([
    ['results', 0],
    ['patterns', 0],
    ['structures', 0],
    ['beliefs', 1],
  ]);
});

it('puts a note where its centre is', () => {
  const [results, patterns] = outlineOf(
    'iceberg',
    [madeNote('a', { pos: [0, 616] }), madeNote('b', { pos: [0, 618] })],
    [],
  );
  expect([results?.count, patterns?.count]).toEqual([1, 1]);
});

it('groups the group iceberg by themes in their order, loose notes last, unknown themes as loose', () => {
  const y = GROUP_BANDS.patterns.top + 100;
  const notes = [
    madeNote('loose', { pos: [1000, y] }),
    madeNote('two', { pos: [1300, y], theme: 'B' as ThemeId }),
    madeNote('one', { pos: [1600, y], theme: 'A' as ThemeId }),
    madeNote('lost', { pos: [1900, y], theme: 'gone' as ThemeId }),
  ];
  const patterns = outlineOf('group-iceberg', notes, [theme('A', 1), theme('B', 2)])[1];
  expect(patterns?.groups.map((group) => [group.number, ids(group.notes)])).toEqual([
    [1, ['one']],
    [2, ['two']],
    [0, ['loose', 'lost']],
  ]);
  expect(ids(notesIn(patterns ? [patterns] : []))).toEqual(['one', 'two', 'loose', 'lost']);
});

it('goes to the next note that is still there, else to the one before', () => {
  const order = ['a', 'b', 'c', 'd'].map((id) => id as NoteId);
  const there = (...left: string[]): Set<NoteId> => new Set(left.map((id) => id as NoteId));
  expect(neighbourOf(order, 'b' as NoteId, there('a', 'd'))).toBe('d');
  expect(neighbourOf(order, 'd' as NoteId, there('a', 'b'))).toBe('b');
  expect(neighbourOf(order, 'x' as NoteId, there('a'))).toBeNull();
  expect(neighbourOf(order, 'a' as NoteId, there())).toBeNull();
});
