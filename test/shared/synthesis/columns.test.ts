/** Columns of the group iceberg: one beside the other, each as wide as what is in it needs. */
import { describe, expect, it } from 'vitest';
import { metaOf, type Writer } from '../../../shared/board/document.ts';
import { addNotes, noteAt } from '../../../shared/board/notes.ts';
import type { NoteId, OrgId } from '../../../shared/ids.ts';
import {
  type Column,
  ensureColumn,
  isRightOf,
  layoutOf,
  organisationColumns,
  parseColumns,
  readColumns,
  WIDEST_COLUMN,
  widenColumn,
  writeColumns,
} from '../../../shared/synthesis/columns.ts';
import { NOTE } from '../../../shared/template/geometry.ts';
import { groupLayout } from '../../../shared/template/group-iceberg.ts';
import { joinedBoards } from '../../kit/docs.ts';

const { cell, size } = NOTE;
const id = (text: string): NoteId => text as NoteId;
const column = (name: string, cells: number, kind: Column['kind'] = 'organisation'): Column => ({
  kind,
  id: name,
  w: cells * cell,
});
/** A board, and how often it was written to. */
function board(...columns: Column[]): { w: Writer; written: () => number } {
  const [w] = joinedBoards('group-iceberg', 1);
  if (!w) throw new Error('a board');
  if (columns.length > 0) writeColumns(w, columns);
  let count = 0;
  w.doc.on('update', () => {
    count += 1;
  });
  return { w, written: () => count };
}

describe('Where columns lie', () => {
  it('is as with one where there are none', () => {
    expect(layoutOf([])).toEqual(groupLayout(1));
  });

  it('is side by side, each with as many notes in a row as fit', () => {
    const { columns } = layoutOf([column('a', 2), { ...column('b', 3), w: 3 * cell + 50 }, column('c', 4)]);
    const [a, b, c] = columns;
    expect(columns.map(({ w, perRow }) => [w, perRow])).toEqual([
      [2 * cell, 2],
      [3 * cell + 50, 3],
      [4 * cell, 4],
    ]);
    expect([(b?.x ?? 0) - (a?.x ?? 0), (c?.x ?? 0) - (b?.x ?? 0)]).toEqual([2 * cell, 3 * cell + 50]);
    expect(a?.x).toBe(groupLayout(3).columns[0]?.x);
    // A row of notes and what is left on both sides of it fit the column.
    for (const { w, perRow, pad } of columns) {
      expect(2 * pad + perRow * cell - (cell - size)).toBeLessThanOrEqual(w);
      expect(pad).toBeGreaterThan(0);
      expect(pad).toBeLessThanOrEqual(30);
    }
  });

  it('makes the board wider by what they need, and never narrower than it is', () => {
    const usual = layoutOf([column('a', 2)]).w;
    expect(layoutOf([column('a', 24)]).w).toBe(usual);
    expect(layoutOf([column('a', 20), column('b', 4)]).w).toBe(usual);
    expect(layoutOf([column('a', 20), column('b', 14)]).w).toBe(usual + 10 * cell);
    expect(layoutOf([column('a', 2), column('b', 2)]).w).toBe(usual);
  });

  it('is the usual for as many organisations', () => {
    const columns = organisationColumns(['a', 'b', 'c'] as OrgId[]);
    expect(columns.map(({ kind, id: name, w }) => [kind, name, w])).toEqual(
      ['a', 'b', 'c'].map((name, i) => ['organisation', name, groupLayout(3).columns[i]?.w]),
    );
    expect(organisationColumns([])).toEqual([]);
  });
});

describe('A column that grows', () => {
  const edge = (w: Writer, index: number) => layoutOf(readColumns(w.doc)).columns[index] ?? { x: 0, w: 0 };

  it('moves what lies to its right along, and nothing else', () => {
    const { w } = board(column('a', 2), column('b', 2));
    const { x, w: width } = edge(w, 0);
    const right = x + width;
    const places = { inside: x + 10, just: right - size / 2, over: right - size / 2 + 1, far: right + 500 };
    addNotes(
      w,
      Object.entries(places).map(([name, at], i) => ({
        id: id(name),
        pos: [at, 300] as const,
        createdAt: i,
        text: name,
      })),
    );
    widenColumn(w, 0, 3);
    expect(Object.keys(places).map((name) => noteAt(w.doc, id(name))?.pos)).toEqual([
      [places.inside, 300],
      [places.just, 300],
      [places.over + 3 * cell, 300],
      [places.far + 3 * cell, 300],
    ]);
    expect(readColumns(w.doc)).toEqual([column('a', 5), column('b', 2)]);
  });

  it('by nothing, or that is none, changes nothing', () => {
    const { w, written } = board(column('a', 2));
    addNotes(w, [{ id: id('n'), pos: [9_000, 300], createdAt: 1, text: 'n' }]);
    widenColumn(w, 0, 0);
    widenColumn(w, 1, 3);
    expect([written(), readColumns(w.doc)]).toEqual([1, [column('a', 2)]]);
  });

  it('has those to its right whose middle is', () => {
    const edges = { x: 100, w: 400 };
    expect([500 - size / 2, 500 - size / 2 + 1, 100].map((x) => isRightOf([x, 0], edges))).toEqual([
      false,
      true,
      false,
    ]);
  });
});

describe('The column of somebody', () => {
  it('is found by what it is and whose', () => {
    const { w, written } = board(column('a', 2), column('a', 2, 'theme'), column('', 2, 'loose'));
    expect([
      ensureColumn(w, 'organisation', 'a'),
      ensureColumn(w, 'theme', 'a'),
      ensureColumn(w, 'loose', ''),
      written(),
    ]).toEqual([0, 1, 2, 0]);
  });

  it('is made at the right end, as wide as the others of its kind', () => {
    const { w } = board(column('a', 5));
    expect([ensureColumn(w, 'organisation', 'b'), ensureColumn(w, 'anonymous', '')]).toEqual([1, 2]);
    expect(readColumns(w.doc)).toEqual([column('a', 5), column('b', 5), column('', 2, 'anonymous')]);
  });

  it('is made also where there is none yet', () => {
    const { w } = board();
    expect(ensureColumn(w, 'loose', '')).toBe(0);
    expect(readColumns(w.doc)).toEqual([column('', 2, 'loose')]);
  });
});

it('columns are written when they change, and read when they are columns', () => {
  const { w, written } = board(column('a', 2));
  writeColumns(w, [column('a', 2)]);
  expect(written()).toBe(0);
  writeColumns(w, [column('a', 3)]);
  expect([written(), readColumns(w.doc)]).toEqual([1, [column('a', 3)]]);
  for (const none of [undefined, 'a', [1], [{ ...column('a', 1) }], [{ ...column('a', 2), kind: 'row' }]])
    expect(parseColumns(none)).toEqual([]);
  expect(parseColumns([{ ...column('a', 2), w: WIDEST_COLUMN + 1 }])).toEqual([]);
  metaOf(w.doc).set('columns', 7);
  expect(readColumns(w.doc)).toEqual([]);
});
