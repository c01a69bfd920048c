import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { areaOf, centreOf, NOTE, roughHeight, zoneOf } from '../../../shared/template/geometry.ts';
import { ICEBERG_BANDS } from '../../../shared/template/iceberg.ts';
import { LAYER_IDS, ZONE_IDS } from '../../../shared/template/kinds.ts';
import { boxHas, distanceToBox } from '../../../shared/template/shapes.ts';
import { VALUE_ZONES } from '../../../shared/template/value.ts';

const coordinate = fc.integer({ min: -5000, max: 8000 });

describe('the layer of a note', () => {
  test('is the band that holds its centre, whatever its x', () => {
    fc.assert(
      fc.property(coordinate, coordinate, (x, y) => {
        const layer = areaOf('iceberg', [x, y]);
        const centre = centreOf([x, y])[1];
        if (layer !== 'results') expect(centre).toBeGreaterThanOrEqual(ICEBERG_BANDS[layer].top);
        if (layer !== 'beliefs') expect(centre).toBeLessThan(ICEBERG_BANDS[layer].bottom);
      }),
    );
  });

  test('changes exactly at the waterline', () => {
    expect(zoneOf('iceberg', [300, 716.9])).toBe('results');
    expect(zoneOf('iceberg', [300, 717])).toBe('patterns');
  });

  test('exists above the first and below the last band', () => {
    expect(zoneOf('iceberg', [0, -9000])).toBe('results');
    expect(zoneOf('iceberg', [0, 9000])).toBe('beliefs');
    expect(zoneOf('group-iceberg', [0, -9000])).toBe('results');
    expect(zoneOf('group-iceberg', [0, 9000])).toBe('beliefs');
  });

  test('the bands touch: nothing is between two layers', () => {
    for (const [index, layer] of LAYER_IDS.slice(1).entries()) {
      expect(ICEBERG_BANDS[layer].top).toBe(ICEBERG_BANDS[LAYER_IDS[index] ?? layer].bottom);
    }
  });
});

describe('the zone of a note', () => {
  test('is the box that holds its centre, else the nearest box', () => {
    fc.assert(
      fc.property(coordinate, coordinate, (x, y) => {
        const zone = zoneOf('value', [x, y]);
        if (boxHas(VALUE_ZONES[zone], [x, y])) return;
        const distance = distanceToBox(VALUE_ZONES[zone], [x, y]);
        for (const other of ZONE_IDS) {
          expect(boxHas(VALUE_ZONES[other], [x, y])).toBe(false);
          expect(distanceToBox(VALUE_ZONES[other], [x, y])).toBeGreaterThanOrEqual(distance);
        }
      }),
    );
  });
});

test('the practice board is one area, wherever a note lies', () => {
  for (const at of [-5000, 0, 900, 9000]) expect(areaOf('practice', [at, at])).toBe('practice');
});

test('a note whose text cannot be measured is a square until it is full, then a line taller for each line', () => {
  const heights = [0, 170, 171, 191, 192].map((letters) => roughHeight('x'.repeat(letters)) - NOTE.size);
  const line = heights[2] ?? 0;
  expect([line > 10, line < 30]).toEqual([true, true]);
  expect(heights).toEqual([0, 0, line, line, 2 * line]);
});
