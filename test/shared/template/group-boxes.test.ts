/** Boxes of the group iceberg: around the notes of a theme, of a column, and the places of a cell. */
import { describe, expect, it } from 'vitest';
import { NOTE } from '../../../shared/template/geometry.ts';
import { BOX_HEADS, COLUMN_HEAD, columnBox, themeBox } from '../../../shared/template/group-heads.ts';
import {
  CELL_ROOM,
  cellBox,
  cellPlace,
  cellPlaces,
  cellPlacesFrom,
  columnOf,
  groupLayout,
} from '../../../shared/template/group-iceberg.ts';
import { LAYER_IDS } from '../../../shared/template/kinds.ts';
import type { Box, Point } from '../../../shared/template/shapes.ts';

const right = ({ x, w }: Box): number => x + w;
const bottom = ({ y, h }: Box): number => y + h;
function boxOf(notes: readonly Point[], pad?: number, heights?: readonly number[]): Box {
  const box = themeBox(notes, pad, heights);
  if (!box) throw new Error('a box');
  return box;
}

describe('The box of a theme', () => {
  const notes: Point[] = [
    [500, 700],
    [100, 400],
    [900, 600],
  ];

  it('holds all of its notes, as far from them on the left as on the right, with its head above', () => {
    const box = boxOf(notes, 12);
    expect([100 - box.x, right(box) - (900 + NOTE.size)]).toEqual([12, 12]);
    expect(400 - box.y).toBe(BOX_HEADS.usual.toNotes);
    expect(bottom(box)).toBeGreaterThan(700 + NOTE.size);
    expect(bottom(box) - (700 + NOTE.size)).toBeLessThan(NOTE.size / 2);
    expect(boxOf(notes)).toEqual(boxOf(notes, 8));
  });

  it('has room for two notes side by side though there is one, so that its title can be read', () => {
    const one = boxOf([[100, 400]]);
    const two = boxOf([
      [100, 400],
      [100 + NOTE.cell, 400],
    ]);
    expect(one).toEqual(two);
  });

  it('reaches below the tallest of its notes', () => {
    const flat = boxOf(notes);
    expect(bottom(boxOf(notes, 8, [NOTE.size, NOTE.size + 250, NOTE.size]))).toBe(bottom(flat));
    expect(bottom(boxOf(notes, 8, [NOTE.size + 40]))).toBe(bottom(flat) + 40);
    expect(bottom(boxOf(notes, 8, [NOTE.size, NOTE.size + 400, NOTE.size]))).toBe(bottom(flat) + 100);
  });
});

describe('A layout', () => {
  const layout = groupLayout(5);

  it('has as many columns as wanted, whole ones, and one at least, side by side up to its right margin', () => {
    for (const [wanted, count] of [
      [0, 1],
      [-3, 1],
      [2.9, 2],
      [7, 7],
    ] as const) {
      const { columns, w } = groupLayout(wanted);
      expect(columns).toHaveLength(count);
      for (const [i, { x, w: wide }] of columns.entries()) expect(columns[i + 1]?.x ?? w - 120).toBe(x + wide);
    }
  });

  it('has room for a box around the notes of each column', () => {
    for (const count of [1, 5, 12, 24]) {
      for (const { w, perRow, pad } of groupLayout(count).columns) {
        expect(perRow * NOTE.cell - NOTE.gap + 2 * pad).toBeLessThan(w);
        expect([pad > 0, pad <= 30, (perRow + 1) * NOTE.cell > w]).toEqual([true, true, true]);
      }
    }
  });

  it('draws what is of a column within it and its band, under its head', () => {
    const [, column] = layout.columns;
    if (!column) throw new Error('a column');
    for (const layer of LAYER_IDS) {
      const box = columnBox(layout, column, layer);
      const band = layout.bands[layer];
      expect([box.x - column.x, column.x + column.w - right(box)]).toEqual([6, 6]);
      expect([box.y - band.top, band.bottom - bottom(box)]).toEqual([COLUMN_HEAD.y, 14]);
    }
  });

  it('gives each cell a box from its head down to its band, clear of its neighbours', () => {
    for (const layer of LAYER_IDS)
      for (const [i, column] of layout.columns.entries()) {
        const box = cellBox(layout, i, layer);
        expect([box.x - column.x, column.x + column.w - right(box)]).toEqual([4, 4]);
        expect([box.y > layout.bands[layer].top, bottom(box)]).toEqual([true, layout.bands[layer].bottom]);
        const [first] = cellPlaces(layout, i, layer);
        expect((first?.[1] ?? 0) - box.y).toBe(BOX_HEADS.usual.toNotes);
      }
  });

  it('sets notes of a row in the middle of their column, row by row', () => {
    const [column] = layout.columns;
    if (!column) throw new Error('a column');
    const row = Array.from({ length: column.perRow }, (_, i) => cellPlace(layout, 0, 'results', i));
    const before = (row[0]?.[0] ?? 0) - column.x;
    const after = column.x + column.w - ((row.at(-1)?.[0] ?? 0) + NOTE.size);
    expect(Math.abs(before - after)).toBeLessThanOrEqual(1);
    for (const [i, [x, y]] of row.entries()) {
      expect([x, y]).toEqual([(row[0]?.[0] ?? 0) + i * NOTE.cell, row[0]?.[1]]);
      expect(cellPlace(layout, 0, 'results', i + column.perRow)).toEqual([x, y + NOTE.cell]);
    }
    const last = cellPlaces(layout, 0, 'results').at(-1)?.[1] ?? 0;
    expect(last + NOTE.size).toBeLessThan(layout.bands.results.bottom);
    expect((row[0]?.[1] ?? 0) + CELL_ROOM).toBeLessThan(layout.bands.results.bottom);
  });

  it('takes a column before the first for the first, and one after the last for the last', () => {
    expect(cellPlace(layout, -1, 'beliefs', 0)).toEqual(cellPlace(layout, 0, 'beliefs', 0));
    expect(cellPlace(layout, 9, 'beliefs', 0)).toEqual(cellPlace(layout, 4, 'beliefs', 0));
    expect([columnOf(layout, -5), columnOf(layout, 1e6)]).toEqual([0, 4]);
  });

  it.each([0, 3, 6, 30])('knows which places a cell gained since it had %i', (had) => {
    const all = cellPlaces(layout, 2, 'patterns');
    const columns = had / 3;
    const { perRow } = layout.columns[2] ?? { perRow: 0 };
    expect(cellPlacesFrom(layout, 2, 'patterns', had)).toEqual(all.filter((_, i) => i % perRow >= columns));
  });
});
