/** Boxes and polygons: what lies inside, how far away the rest is, and what is no list of numbers. */
import { describe, expect, it } from 'vitest';
import {
  boxHas,
  distanceToBox,
  type Point,
  polygonHoldsBox,
  toBand,
  toBox,
  toPoint,
} from '../../../shared/template/shapes.ts';

const BOX = { x: 10, y: 20, w: 30, h: 40 };

it('numbers of a file become points, bands and boxes, and too few of them are a mistake in the file', () => {
  expect([toPoint([1, 2]), toBand([3, 4]), toBox([10, 20, 30, 40])]).toEqual([[1, 2], { top: 3, bottom: 4 }, BOX]);
  for (const short of [() => toPoint([1]), () => toBand([]), () => toBox([1, 2, 3])])
    expect(short).toThrow(/a list of \d numbers has none at \d/);
});

describe('A box', () => {
  it.each<[string, Point, boolean]>([
    ['its upper left corner', [10, 20], true],
    ['the last point before its right edge', [39.9, 30], true],
    ['the last point before its lower edge', [20, 59.9], true],
    ['its right edge', [40, 30], false],
    ['its lower edge', [20, 60], false],
    ['what is left of it', [9.9, 30], false],
    ['what is above it', [20, 19.9], false],
  ])('has %s: %j is %s', (_, point, isIn) => {
    expect(boxHas(BOX, point)).toBe(isIn);
  });

  it.each<[Point, number]>([
    [[20, 30], 0],
    [[10, 20], 0],
    [[7, 30], 3],
    [[44, 30], 4],
    [[20, 15], 5],
    [[20, 66], 6],
    [[7, 16], 5],
    [[43, 64], 5],
  ])('is from %j as far away as its nearest point: %i', (point, distance) => {
    expect(distanceToBox(BOX, point)).toBe(distance);
  });
});

describe('A polygon', () => {
  const square: Point[] = [
    [0, 0],
    [100, 0],
    [100, 100],
    [0, 100],
  ];
  /** A square with a notch from above down to its middle. */
  const notched: Point[] = [
    [0, 0],
    [45, 0],
    [50, 50],
    [55, 0],
    [100, 0],
    [100, 100],
    [0, 100],
  ];
  const slope: Point[] = [
    [0, 0],
    [100, 100],
    [0, 100],
  ];

  it.each([
    [{ x: 10, y: 10, w: 80, h: 80 }, true],
    [{ x: 1, y: 1, w: 98, h: 98 }, true],
    [{ x: -1, y: 10, w: 20, h: 20 }, false],
    [{ x: 90, y: 10, w: 20, h: 20 }, false],
    [{ x: 10, y: -1, w: 20, h: 20 }, false],
    [{ x: 10, y: 90, w: 20, h: 20 }, false],
    [{ x: -10, y: -10, w: 120, h: 120 }, false],
    [{ x: 200, y: 200, w: 10, h: 10 }, false],
  ])('holds a box that lies in it as a whole: %j %s', (box, isHeld) => {
    expect(polygonHoldsBox(square, box)).toBe(isHeld);
  });

  it('holds no box that one of its corners pokes into, and every box beside it', () => {
    expect(polygonHoldsBox(notched, { x: 20, y: 20, w: 60, h: 60 })).toBe(false);
    expect(polygonHoldsBox(notched, { x: 20, y: 55, w: 60, h: 30 })).toBe(true);
    expect(polygonHoldsBox(notched, { x: 5, y: 20, w: 35, h: 60 })).toBe(true);
    expect(polygonHoldsBox(notched, { x: 60, y: 20, w: 35, h: 60 })).toBe(true);
  });

  it('holds no box that a corner as thin as a needle pokes into', () => {
    const needle = (tip: number): Point[] => [[0, 0], [51, 0], [51.5, tip], [52, 0], ...square.slice(1)];
    const box = { x: 20, y: 20, w: 60, h: 60 };
    expect([10, 20, 50, 79].map((tip) => polygonHoldsBox(needle(tip), box))).toEqual([true, true, false, false]);
    const atEdge = (x: number, y: number): boolean =>
      polygonHoldsBox([...square.slice(0, 1), [x, y], [0, 0], ...square.slice(1)], box);
    expect([atEdge(19, 19), atEdge(30, 21.5)]).toEqual([true, false]);
  });

  it('holds boxes under its slope only', () => {
    expect(polygonHoldsBox(slope, { x: 5, y: 60, w: 40, h: 30 })).toBe(true);
    expect(polygonHoldsBox(slope, { x: 30, y: 35, w: 20, h: 20 })).toBe(false);
    expect(polygonHoldsBox(slope, { x: 60, y: 10, w: 20, h: 20 })).toBe(false);
    expect(polygonHoldsBox([...slope].reverse(), { x: 5, y: 60, w: 40, h: 30 })).toBe(true);
  });

  it('of nothing holds nothing', () => {
    expect(polygonHoldsBox([], BOX)).toBe(false);
  });
});
