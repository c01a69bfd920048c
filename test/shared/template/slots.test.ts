import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { COUNT } from '../../../shared/limits.ts';
import { areaOf, NOTE } from '../../../shared/template/geometry.ts';
import { columnOf, groupLayout } from '../../../shared/template/group-iceberg.ts';
import { ICEBERG, ICEBERG_BANDS, ICEBERG_OUTLINE, ICEBERG_PLACES } from '../../../shared/template/iceberg.ts';
import { areasOf, LAYER_IDS, ZONE_IDS } from '../../../shared/template/kinds.ts';
import { PRACTICE, PRACTICE_PLACES } from '../../../shared/template/practice.ts';
import { type Point, polygonHoldsBox } from '../../../shared/template/shapes.ts';
import { freeSlot, freeSlots } from '../../../shared/template/slots.ts';
import { VALUE_PLACES } from '../../../shared/template/value.ts';

const point = fc.tuple(fc.integer({ min: 0, max: 2200 }), fc.integer({ min: 0, max: 2400 }));
const scattered: fc.Arbitrary<Point[]> = fc.array(point, { maxLength: 40 });

const overlap = ([ax, ay]: Point, [bx, by]: Point): boolean =>
  Math.abs(ax - bx) < NOTE.size && Math.abs(ay - by) < NOTE.size;

const anyOverlap = (notes: ReadonlyArray<Point>): boolean =>
  notes.some((a, index) => notes.slice(index + 1).some((b) => overlap(a, b)));

describe('prepared places', () => {
  test.each(LAYER_IDS)('%s: inside means that the whole note lies on the ice', (layer) => {
    for (const [x, y] of ICEBERG_PLACES[layer].inside) {
      expect(polygonHoldsBox(ICEBERG_OUTLINE, { x, y, w: NOTE.size, h: NOTE.size })).toBe(true);
    }
  });

  test.each(LAYER_IDS)('%s: overflow lies beside the ice, at least in part', (layer) => {
    for (const [x, y] of ICEBERG_PLACES[layer].overflow) {
      expect(polygonHoldsBox(ICEBERG_OUTLINE, { x, y, w: NOTE.size, h: NOTE.size })).toBe(false);
    }
  });

  test('lie in the area they belong to', () => {
    for (const layer of LAYER_IDS) {
      const { inside, overflow } = ICEBERG_PLACES[layer];
      for (const place of [...inside, ...overflow]) expect(areaOf('iceberg', place)).toBe(layer);
    }
    for (const zone of ZONE_IDS) {
      for (const place of VALUE_PLACES[zone]) expect(areaOf('value', place)).toBe(zone);
    }
  });
});

describe('the places of the practice board', () => {
  test('lie below its head, whole and apart, row by row', () => {
    const { x, y, w, h } = PRACTICE.area;
    for (const [left, top] of PRACTICE_PLACES) {
      expect([left >= x, left + NOTE.size <= x + w]).toEqual([true, true]);
      expect([top >= y + PRACTICE.head, top + NOTE.size <= y + h]).toEqual([true, true]);
    }
    expect(anyOverlap(PRACTICE_PLACES)).toBe(false);
    const rows = PRACTICE_PLACES.map(([, top]) => top);
    expect(rows).toEqual([...rows].sort((a, b) => a - b));
    expect(new Set(rows).size).toBe(5);
    expect(PRACTICE_PLACES).toHaveLength(50);
  });

  test('begin in the middle and go outwards, to both sides in turn', () => {
    const row = PRACTICE_PLACES.slice(0, 10).map(([left]) => left + NOTE.size / 2);
    const middle = PRACTICE.area.x + PRACTICE.area.w / 2;
    const away = row.map((centre) => Math.abs(centre - middle));
    expect(away[0]).toBeLessThan(NOTE.cell);
    expect(away.at(-1)).toBe(Math.max(...away));
    for (const [i, distance] of away.entries()) if (i > 1) expect(distance).toBeGreaterThan(away[i - 2] ?? 0);
    const sides = row.slice(0, -1).map((centre) => centre > (row[0] ?? 0));
    for (const [i, side] of sides.entries()) if (i > 1) expect(side).not.toBe(sides[i - 1]);
  });
});

describe('a new note', () => {
  test('takes the centre of the ice first', () => {
    expect(freeSlot('iceberg', 'results', [])).toEqual([1129, 497]);
    expect(freeSlot('iceberg', 'results', [[1129, 497]])).toEqual([909, 497]);
  });

  test('avoids a place that a moved note covers by more than half', () => {
    expect(freeSlot('iceberg', 'results', [[1160, 520]])).not.toEqual([1129, 497]);
  });

  test.each([
    ['results', 10],
    ['patterns', 12],
    ['structures', 10],
    ['beliefs', 11],
  ] as const)('%s: the first %i never touch each other', (layer, count) => {
    expect(anyOverlap(freeSlots('iceberg', layer, count, []))).toBe(false);
  });

  test('stays in its area among any other notes', () => {
    fc.assert(
      fc.property(scattered, fc.constantFrom('iceberg' as const, 'value' as const), fc.nat(), (taken, kind, pick) => {
        const areas = areasOf(kind);
        const area = areas[pick % areas.length] ?? 'results';
        const place = freeSlot(kind, area, taken);
        expect(areaOf(kind, place)).toBe(area);
        expect(taken).not.toContainEqual(place);
      }),
      { numRuns: 60 },
    );
  });

  test.each([...areasOf('iceberg'), ...areasOf('value')])('%s holds sixty notes, no two in one place', (area) => {
    const kind = areasOf('value').includes(area) ? 'value' : 'iceberg';
    const placed = freeSlots(kind, area, 60, []);
    expect(new Set(placed.map(String)).size).toBe(60);
    for (const place of placed) expect(areaOf(kind, place)).toBe(area);
  });

  test.each([...areasOf('iceberg'), ...areasOf('value')])('%s holds eighteen notes, none on another', (area) => {
    const kind = areasOf('value').includes(area) ? 'value' : 'iceberg';
    const placed = freeSlots(kind, area, 18, []);
    for (const place of placed) expect(areaOf(kind, place)).toBe(area);
    for (const [i, [x, y]] of placed.entries())
      for (const [ox, oy] of placed.slice(0, i))
        expect(Math.abs(x - ox) >= NOTE.size || Math.abs(y - oy) >= NOTE.size).toBe(true);
  });

  const onEverySide: Point[] = Array.from({ length: 120 }, (_, i) => [-1900 + 97 * i, (i * 353) % 2500]);

  test.each(
    [...areasOf('iceberg'), ...areasOf('value')].flatMap((area) => [
      { area, taken: [] },
      { area, taken: onEverySide },
    ]),
  )('$area holds two hundred notes, none on another or on what is there ($taken.length)', ({ area, taken }) => {
    const kind = areasOf('value').includes(area) ? 'value' : 'iceberg';
    const placed = freeSlots(kind, area, 200, taken);
    expect(anyOverlap(placed)).toBe(false);
    expect(placed.filter((place) => taken.some((other) => overlap(place, other)))).toEqual([]);
    for (const place of placed) expect(areaOf(kind, place)).toBe(area);
  });

  test.each(LAYER_IDS)('%s is never left by an edge of a note that lies beside the picture', (layer) => {
    const beside = freeSlots('iceberg', layer, 200, []).filter(([x]) => x >= ICEBERG.w);
    expect(beside.length).toBeGreaterThan(150);
    const { top, bottom } = ICEBERG_BANDS[layer];
    expect(beside.filter(([, y]) => y < top || y + NOTE.size > bottom)).toEqual([]);
  });

  test('finds a place for as many as a full board may have', () => {
    const placed = freeSlots('iceberg', 'patterns', COUNT.notesPerBoard, []);
    expect(placed.every((place) => areaOf('iceberg', place) === 'patterns')).toBe(true);
    expect(anyOverlap(placed)).toBe(false);
  });

  test('refuses an area that the board does not have', () => {
    expect(() => freeSlot('value', 'results', [])).toThrow('no area results');
  });
});

describe('a new note on the group iceberg', () => {
  test('stays in its cell, for any number of columns', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), fc.nat(), fc.constantFrom(...LAYER_IDS), (count, pick, layer) => {
        const layout = groupLayout(count);
        const column = pick % count;
        const placed = freeSlots('group-iceberg', layer, 8, [], { layout, column });
        expect(new Set(placed.map(String)).size).toBe(8);
        for (const place of placed) {
          expect(areaOf('group-iceberg', place)).toBe(layer);
          expect(columnOf(layout, place[0] + NOTE.size / 2)).toBe(column);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('fills six places of a narrow cell without touching', () => {
    const layout = groupLayout(12);
    expect(anyOverlap(freeSlots('group-iceberg', 'beliefs', 6, [], { layout, column: 11 }))).toBe(false);
  });
});
