/** Ordered notes lie as they were read, in columns no wider than their notes need. */
import { describe, expect, it } from 'vitest';
import type { Writer } from '../../../shared/board/document.ts';
import { addNotes, noteAt } from '../../../shared/board/notes.ts';
import { addTheme } from '../../../shared/board/themes.ts';
import type { NoteId, OrgId, ThemeId } from '../../../shared/ids.ts';
import { arrangeByOrganisations, arrangeByThemes } from '../../../shared/synthesis/arrange.ts';
import { layoutOf, readColumns } from '../../../shared/synthesis/columns.ts';
import { NOTE } from '../../../shared/template/geometry.ts';
import { cellPlace, GROUP_BANDS } from '../../../shared/template/group-iceberg.ts';
import { joinedBoards } from '../../kit/docs.ts';

const { cell, gap, size } = NOTE;
const id = (text: string): NoteId => text as NoteId;
const org = (text: string): OrgId => text as OrgId;
const TOP = GROUP_BANDS.patterns.top + 200;
function board(): Writer {
  const [w] = joinedBoards('group-iceberg', 1);
  if (!w) throw new Error('a board');
  return w;
}
/** Notes by name, from the left. */
const put = (w: Writer, names: readonly string[], organisation: OrgId | null = null, text = 'corta'): void =>
  addNotes(
    w,
    names.map((name, i) => ({ id: id(name), pos: [1_000 + i, TOP] as const, createdAt: 1, text, organisation })),
  );
const named = (prefix: string, count: number): string[] => Array.from({ length: count }, (_, i) => `${prefix}${i}`);
const posOf = (w: Writer, name: string) => noteAt(w.doc, id(name))?.pos;
const heightOf = ({ text }: { text: string }): number => (text === 'alta' ? size + 90 : size);
/** How many notes side by side each column has room for. */
const widths = (w: Writer): number[] => readColumns(w.doc).map((column) => column.w / cell);

/** Twelve themes, so that no column is wider than it must be; the first has these notes. */
function themed(names: readonly string[], tall: readonly string[] = []): Writer {
  const w = board();
  put(
    w,
    names.filter((name) => !tall.includes(name)),
  );
  put(w, tall, null, 'alta');
  for (let t = 0; t < 12; t += 1) {
    if (t > 0) put(w, [`other-${t}`]);
    const theme = { id: `t${t}` as ThemeId, title: `Tema ${t}`, createdAt: 0 };
    addTheme(w, theme, (t === 0 ? names : [`other-${t}`]).map(id));
  }
  arrangeByThemes(w, heightOf);
  return w;
}

describe('Ordering', () => {
  it('keeps notes as they were read: from the left, from the top, and by their ids where they lay on each other', () => {
    const w = board();
    const places = {
      e: [1_500, TOP],
      c: [1_200, TOP + 60],
      b: [1_200, TOP + 60],
      a: [1_200, TOP],
      d: [1_400, TOP - 50],
    };
    addNotes(
      w,
      Object.entries(places).map(([name, [x = 0, y = 0]]) => ({ id: id(name), pos: [x, y], createdAt: 1, text: name })),
    );
    arrangeByThemes(w);
    const layout = layoutOf(readColumns(w.doc));
    expect(['a', 'b', 'c', 'd', 'e'].map((name) => posOf(w, name))).toEqual(
      [0, 1, 2, 3, 4].map((i) => cellPlace(layout, 0, 'patterns', i)),
    );
  });

  it.each([
    [1, 2],
    [6, 2],
    [7, 3],
    [9, 3],
    [10, 4],
  ])('makes the column of %d notes as wide as %d', (notes, wide) => {
    expect(widths(themed(named('n', notes)))).toEqual([wide, ...Array.from({ length: 11 }, () => 2)]);
  });

  it.each([
    [11, 40],
    [12, 0],
  ])('leaves air between %d columns of themes: %d', (count, air) => {
    const w = board();
    for (const name of named('n', count)) {
      put(w, [name]);
      addTheme(w, { id: name as ThemeId, title: name, createdAt: 0 }, [id(name)]);
    }
    arrangeByThemes(w, heightOf);
    const { columns } = layoutOf(readColumns(w.doc));
    expect(columns.map(({ w: wide, perRow }) => [wide, perRow])).toEqual(
      Array.from({ length: count }, () => [2 * cell + air, 2]),
    );
    arrangeByOrganisations(w, [org('a')]);
    expect(widths(w)).toEqual([6, 6]);
  });

  it('once more changes nothing, by themes or by organisations', () => {
    const w = board();
    const [casa, red] = [org('casa'), org('red')];
    put(w, named('a', 7), casa);
    put(w, named('b', 5), red, 'alta');
    const names = [...named('a', 7), ...named('b', 5)];
    addTheme(w, { id: 't' as ThemeId, title: 'Relevo', createdAt: 0 }, names.slice(1, 10).map(id));
    const state = () => [readColumns(w.doc), names.map((name) => posOf(w, name))];
    const byThemes = (): void => arrangeByThemes(w, heightOf);
    const byOrganisations = (): void => arrangeByOrganisations(w, [casa, red], heightOf);
    for (const arrange of [byThemes, byOrganisations, byThemes]) {
      arrange();
      const once = state();
      arrange();
      expect(state()).toEqual(once);
    }
  });

  it('gives tall notes their room: fewer rows, and the next row below the tallest', () => {
    const names = named('n', 6);
    const w = themed(names, ['n1']);
    expect(widths(w)[0]).toBe(3);
    const [top = 0, ...rows] = [...new Set(names.map((name) => posOf(w, name)?.[1] ?? 0))].sort((a, b) => a - b);
    const tallRow = posOf(w, 'n1')?.[1] === top;
    expect(rows).toEqual([top + (tallRow ? size + 90 : size) + gap]);
  });

  it('leaves columns as wide as there is room for while there are few', () => {
    const w = board();
    put(w, ['a', 'b']);
    const wide = (organisations: number): number[] => {
      arrangeByOrganisations(w, named('o', organisations).map(org));
      return widths(w);
    };
    expect(wide(0)).toEqual([2]);
    expect(wide(1)).toEqual([6, 6]);
    expect(wide(4)).toEqual([4, 4, 4, 4, 4]);
    expect(new Set(wide(20))).toEqual(new Set([2]));
  });
});

it('by organisations each has its column, also without a note; what is nobody’s of them stands apart', () => {
  const w = board();
  put(w, ['a1', 'a2'], org('a'));
  put(w, ['x1'], org('gone'));
  put(w, ['n1'], null);
  arrangeByOrganisations(w, [org('b'), org('a')]);
  expect(readColumns(w.doc).map(({ kind, id: name }) => [kind, name])).toEqual([
    ['organisation', 'b'],
    ['organisation', 'a'],
    ['anonymous', ''],
  ]);
  const layout = layoutOf(readColumns(w.doc));
  const at = (column: number, i: number) => cellPlace(layout, column, 'patterns', i);
  expect(['a1', 'a2', 'n1', 'x1'].map((name) => posOf(w, name))).toEqual([at(1, 0), at(1, 1), at(2, 0), at(2, 1)]);
});
