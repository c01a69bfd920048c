/** Where buttons and bars lie around the board. */
import { expect, it } from 'vitest';
import { isInSight, placeBar, placeList } from '../../../client/canvas/chrome/selection-place.ts';
import { placesToAdd } from '../../../client/canvas/template/places-to-add.ts';
import { zoneOf } from '../../../shared/template/geometry.ts';
import { groupLayout } from '../../../shared/template/group-iceberg.ts';
import { ICEBERG } from '../../../shared/template/iceberg.ts';
import { areasOf, CANVAS_KINDS } from '../../../shared/template/kinds.ts';

const canvas = { w: 1000, h: 700 };
const bar = { w: 300, h: 52 };

it('lays the bar above the selection, below it where there is no room, and never over the foot of the canvas', () => {
  expect(placeBar({ x: 400, y: 300, w: 100, h: 100 }, bar, canvas)).toEqual({ x: 300, y: 234 });
  expect(placeBar({ x: 400, y: 20, w: 100, h: 100 }, bar, canvas).y).toBe(134);
  for (const x of [-500, 0, 500, 950, 2000])
    for (const y of [-500, 0, 300, 650, 900, 2000]) {
      const place = placeBar({ x, y, w: 120, h: 120 }, bar, canvas);
      expect(place.x).toBeGreaterThanOrEqual(0);
      expect(place.x + bar.w).toBeLessThanOrEqual(canvas.w);
      expect(place.y).toBeGreaterThanOrEqual(0);
      expect(place.y + bar.h).toBeLessThanOrEqual(canvas.h - 48);
    }
});

it('leaves what lies along the upper edge uncovered', () => {
  expect(placeBar({ x: 400, y: 120, w: 100, h: 100 }, bar, canvas, 54).y).toBe(234);
  expect(placeBar({ x: 400, y: 130, w: 100, h: 100 }, bar, canvas, 54).y).toBe(64);
  for (const y of [-50, 20]) expect(placeBar({ x: 400, y, w: 100, h: 660 }, bar, canvas, 54).y).toBe(62);
});

it('opens a list under its button, over it where the canvas ends below, and never over an edge', () => {
  const list = { w: 360, h: 340 };
  expect(placeList({ x: 200, y: 100, w: 44, h: 44 }, list, canvas)).toEqual({ x: 200, y: 150 });
  expect(placeList({ x: 900, y: 500, w: 44, h: 44 }, list, canvas)).toEqual({ x: 632, y: 154 });
  for (const size of [canvas, { w: 390, h: 560 }])
    for (const x of [0, 100, 380, 950])
      for (const y of [0, 200, 340, 600]) {
        const place = placeList({ x, y, w: 44, h: 44 }, list, size);
        expect(place.x).toBeGreaterThanOrEqual(0);
        expect(place.x + list.w).toBeLessThanOrEqual(size.w);
        expect(place.y).toBeGreaterThanOrEqual(0);
        expect(place.y + list.h).toBeLessThanOrEqual(size.h);
      }
});

it('keeps the bar off the depth rail, and away from a selection nobody sees', () => {
  expect(placeBar({ x: 80, y: 300, w: 40, h: 40 }, bar, canvas).x).toBe(72);
  expect(placeBar({ x: 20, y: 300, w: 40, h: 40 }, bar, { w: 390, h: 600 }).x).toBe(8);
  expect(isInSight({ x: 990, y: 300, w: 40, h: 40 }, canvas)).toBe(true);
  for (const x of [-40, 1000]) expect(isInSight({ x, y: 300, w: 40, h: 40 }, canvas)).toBe(false);
  for (const y of [-40, 700]) expect(isInSight({ x: 300, y, w: 40, h: 40 }, canvas)).toBe(false);
});

it.each(CANVAS_KINDS)('offers a place to add in every area of a %s, inside that area', (kind) => {
  for (const language of ['es', 'en'] as const) {
    const places = placesToAdd(kind, language, kind === 'group-iceberg' ? groupLayout(6) : null, []);
    expect(places.map(({ area }) => area)).toEqual(areasOf(kind));
    for (const { area, box } of places) {
      expect(zoneOf(kind, [box.x + box.w / 2, box.y + box.h / 2])).toBe(area);
      if (kind === 'iceberg') expect(box.x + box.w).toBeLessThan(ICEBERG.notesFrom);
    }
  }
});
