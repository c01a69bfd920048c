import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { areaOf, NOTE } from '../../../shared/template/geometry.ts';
import { themeBox } from '../../../shared/template/group-heads.ts';
import { cellPlace, cellPlaces, columnOf, groupLayout } from '../../../shared/template/group-iceberg.ts';
import { LAYER_IDS } from '../../../shared/template/kinds.ts';
import numbers from '../../../shared/template/layout.json' with { type: 'json' };

const columns = fc.integer({ min: 1, max: 40 });
const fullest = fc.record({ results: fc.nat(30), patterns: fc.nat(30), structures: fc.nat(30), beliefs: fc.nat(30) });

describe('the layout of the group iceberg', () => {
  test.each([
    [6, numbers.groupIceberg.n6],
    [12, numbers.groupIceberg.n12],
    [24, numbers.groupIceberg.n24],
  ])('%i columns are as designed', (count, designed) => {
    const layout = groupLayout(count);
    expect([layout.w, layout.h, layout.waterline]).toEqual([designed.w, designed.h, designed.waterline]);
    expect(layout.columns[0]).toMatchObject({
      x: designed.columns.x,
      w: designed.columns.w,
      perRow: designed.columns.perRow,
    });
    for (const layer of LAYER_IDS) {
      expect([layout.bands[layer].top, layout.bands[layer].bottom]).toEqual(designed.bands[layer]);
    }
  });

  test('every note of the fullest cells lies in its cell, with its box inside the band', () => {
    fc.assert(
      fc.property(columns, fullest, fc.nat(), (count, notes, pick) => {
        const layout = groupLayout(count);
        const column = pick % count;
        for (const layer of LAYER_IDS) {
          const places = cellPlaces(layout, column, layer).slice(0, notes[layer]);
          for (const place of places) {
            expect(areaOf('group-iceberg', place)).toBe(layer);
            expect(columnOf(layout, place[0] + NOTE.size / 2)).toBe(column);
          }
          const box = themeBox(places, layout.columns[column]?.pad);
          if (!box) continue;
          expect(box.y).toBeGreaterThan(layout.bands[layer].top);
          expect(box.y + box.h).toBeLessThan(layout.bands[layer].bottom);
        }
      }),
      { numRuns: 80 },
    );
  });

  test('boxes of neighbouring columns do not touch', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 40 }), (count) => {
        const layout = groupLayout(count);
        const boxes = [0, 1].map((column) => {
          const row = Array.from({ length: layout.columns[0]?.perRow ?? 0 }, (_, i) =>
            cellPlace(layout, column, 'results', i),
          );
          return themeBox(row, layout.columns[column]?.pad);
        });
        const [left, right] = boxes;
        expect((left?.x ?? 0) + (left?.w ?? 0)).toBeLessThan(right?.x ?? 0);
      }),
    );
  });

  test('a point belongs to its column whatever the widths, and to the last one beyond the right edge', () => {
    const layout = groupLayout(3);
    const [first] = layout.columns;
    if (!first) throw new Error('a layout has columns');
    const uneven = {
      ...layout,
      columns: [
        { ...first, w: 440 },
        { ...first, x: first.x + 440, w: 2000 },
      ],
    };
    expect([0, first.x + 439, first.x + 440, first.x + 2439, 99_999].map((x) => columnOf(uneven, x))).toEqual([
      0, 0, 1, 1, 1,
    ]);
  });

  test('without notes there is no box', () => {
    expect(themeBox([])).toBeNull();
  });
});
