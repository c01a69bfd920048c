/** Points, boxes and polygons in canvas units (1 unit = 1 px at 100 %). Knows nothing of boards or notes' contents. */

/** [x, y] */
export type Point = readonly [number, number];

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** A horizontal strip over the full width: top included, bottom not. */
export interface Band {
  readonly top: number;
  readonly bottom: number;
}

/** One number of a list read from JSON. Throws when the file lacks it: that is a mistake in the file. */
const numberAt = (list: ReadonlyArray<number>, index: number): number => {
  const value = list[index];
  if (value === undefined) throw new Error(`a list of ${list.length} numbers has none at ${index}`);
  return value;
};

export const toPoint = (list: ReadonlyArray<number>): Point => [numberAt(list, 0), numberAt(list, 1)];
export const toBand = (list: ReadonlyArray<number>): Band => ({ top: numberAt(list, 0), bottom: numberAt(list, 1) });
export const toBox = (list: ReadonlyArray<number>): Box => ({
  x: numberAt(list, 0),
  y: numberAt(list, 1),
  w: numberAt(list, 2),
  h: numberAt(list, 3),
});

export const boxHas = (box: Box, [x, y]: Point): boolean =>
  x >= box.x && x < box.x + box.w && y >= box.y && y < box.y + box.h;

/** 0 inside, else the distance to the nearest edge. */
export const distanceToBox = (box: Box, [x, y]: Point): number =>
  Math.hypot(Math.max(box.x - x, 0, x - box.x - box.w), Math.max(box.y - y, 0, y - box.y - box.h));

/** Even-odd rule. A point exactly on an edge may count either way. */
function polygonHas(polygon: ReadonlyArray<Point>, [x, y]: Point): boolean {
  let inside = false;
  let [px, py] = polygon.at(-1) ?? [0, 0];
  for (const [qx, qy] of polygon) {
    if (qy > y !== py > y && x < ((px - qx) * (y - qy)) / (py - qy) + qx) inside = !inside;
    px = qx;
    py = qy;
  }
  return inside;
}

/** Whether the whole box lies inside the polygon: its outline is walked, and no corner of the polygon may poke in. */
export function polygonHoldsBox(polygon: ReadonlyArray<Point>, box: Box): boolean {
  if (polygon.some(([x, y]) => x > box.x && x < box.x + box.w && y > box.y && y < box.y + box.h)) return false;
  const steps = 20;
  for (let step = 0; step <= steps; step++) {
    const x = box.x + (box.w * step) / steps;
    const y = box.y + (box.h * step) / steps;
    const edge: Point[] = [
      [x, box.y],
      [x, box.y + box.h],
      [box.x, y],
      [box.x + box.w, y],
    ];
    if (!edge.every((point) => polygonHas(polygon, point))) return false;
  }
  return true;
}
