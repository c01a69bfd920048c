/** What *Ver todo* and the picture of a board take in. */
import { Box } from 'tldraw';
import { expect, it } from 'vitest';
import { reachOf } from '../../../client/canvas/reach.ts';
import { NOTE } from '../../../shared/template/geometry.ts';
import { ICEBERG } from '../../../shared/template/iceberg.ts';
import { freeSlots } from '../../../shared/template/slots.ts';

const NEAR = 3000;
const sheet = new Box(0, 0, ICEBERG.w, ICEBERG.h);
const notes = (...places: (readonly [number, number])[]): Box[] =>
  places.map(([x, y]) => new Box(x, y, NOTE.size, NOTE.size));

it('is the drawing where everything lies on it', () => {
  expect(reachOf(sheet, notes([900, 900]), NEAR).toJson()).toEqual(sheet.toJson());
});

it('takes in two hundred notes of a layer, however far their row goes, whichever comes first', () => {
  const placed = notes(...freeSlots('iceberg', 'structures', 200, []));
  const last = Math.max(...placed.map(({ maxX }) => maxX));
  expect(last).toBeGreaterThan(ICEBERG.w + 5 * NEAR);
  for (const order of [placed, [...placed].reverse()]) {
    expect(reachOf(sheet, order, NEAR).toJson()).toEqual({ x: 0, y: 0, w: last, h: ICEBERG.h });
  }
});

it('leaves out what was dragged far from everything', () => {
  expect(reachOf(sheet, notes([2100, 400], [9000, 400], [-3300, 0]), NEAR).maxX).toBe(2300);
  expect(reachOf(sheet, notes([9000, 400], [4500, 400], [6700, 400]), NEAR).maxX).toBe(9200);
});

it('leaves the box of the drawing as it is', () => {
  reachOf(sheet, notes([2100, 400]), NEAR);
  expect(sheet.w).toBe(ICEBERG.w);
});
