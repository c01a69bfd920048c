/** Where a new note goes by itself: prepared places first, then any free room of its area, at last the least crowded spot. Knows no document. */
import { NOTE } from './geometry.ts';
import { cellBox, cellPlaces, type GroupLayout, groupLayout } from './group-iceberg.ts';
import { ICEBERG, ICEBERG_BANDS, ICEBERG_PLACES } from './iceberg.ts';
import { type AreaId, type BoardKind, isLayerId, isZoneId } from './kinds.ts';
import type { Box, Point } from './shapes.ts';
import { VALUE, VALUE_PLACES, VALUE_ZONES } from './value.ts';

/** On the group iceberg: the layout as it is drawn and the column to place into (first when left out). */
export interface SlotOptions {
  readonly layout?: GroupLayout;
  readonly column?: number;
}

/** A place whose centre is this near to the centre of a note counts as taken. */
const TAKEN_WITHIN = 110;
const STEP = 20;
/** Keeps a centre clear of the border of its area, so that rounding never moves a note across. */
const BORDER = 4;

interface Room {
  /** Tried one after the other, each in order. */
  readonly places: ReadonlyArray<ReadonlyArray<Point>>;
  /** Whole notes lie inside. */
  readonly whole: Box;
  /** At least the centre lies inside the area. */
  readonly centre: Box;
}

const nearest = ([x, y]: Point, taken: ReadonlyArray<Point>): number =>
  taken.reduce((least, [tx, ty]) => Math.min(least, Math.hypot(tx - x, ty - y)), Number.POSITIVE_INFINITY);

const isFree = (place: Point, taken: ReadonlyArray<Point>): boolean => nearest(place, taken) > TAKEN_WITHIN;

const isClear = ([x, y]: Point, taken: ReadonlyArray<Point>): boolean =>
  taken.every(([tx, ty]) => Math.abs(tx - x) >= NOTE.size || Math.abs(ty - y) >= NOTE.size);

/** Top left corners in a box of corners, row by row. */
function* corners(box: Box): Generator<Point> {
  for (let y = box.y; y <= box.y + box.h; y += STEP) {
    for (let x = box.x; x <= box.x + box.w; x += STEP) yield [x, y];
  }
}

/** From the box that holds whole notes to the box that holds their corners. */
const cornersOf = (box: Box): Box => ({ ...box, w: Math.max(0, box.w - NOTE.size), h: Math.max(0, box.h - NOTE.size) });

function icebergRoom(area: AreaId): Room {
  if (!isLayerId(area)) throw new Error(`an iceberg has no area ${area}`);
  const { top, bottom } = ICEBERG_BANDS[area];
  const { inside, overflow } = ICEBERG_PLACES[area];
  const across = { x: ICEBERG.notesFrom, w: ICEBERG.notesTo - ICEBERG.notesFrom };
  return {
    places: [inside, overflow],
    whole: cornersOf({ ...across, y: top + 10, h: bottom - top - 20 }),
    centre: centreBox(across, top, bottom),
  };
}

/** Corners of notes whose centre is between top and bottom and which do not leave the strip to the sides. */
const centreBox = (across: { x: number; w: number }, top: number, bottom: number): Box => ({
  x: across.x,
  w: Math.max(0, across.w - NOTE.size),
  y: top + BORDER - NOTE.size / 2,
  h: bottom - top - 2 * BORDER,
});

function valueRoom(area: AreaId): Room {
  if (!isZoneId(area)) throw new Error(`the value proposition has no area ${area}`);
  const box = VALUE_ZONES[area];
  const across = { x: box.x + 10, w: box.w - 20 };
  const below = box.y + VALUE.head + 10;
  return {
    places: [VALUE_PLACES[area]],
    whole: cornersOf({ ...across, y: below, h: box.y + box.h - 10 - below }),
    centre: centreBox(across, below + NOTE.size / 2, box.y + box.h),
  };
}

function groupRoom(area: AreaId, options: SlotOptions): Room {
  if (!isLayerId(area)) throw new Error(`a group iceberg has no area ${area}`);
  const layout = options.layout ?? groupLayout(12);
  const column = options.column ?? 0;
  const box = cellBox(layout, column, area);
  const below = box.y + layout.head;
  return {
    places: [cellPlaces(layout, column, area)],
    whole: cornersOf({ ...box, y: below, h: box.y + box.h - below }),
    centre: centreBox(box, below + NOTE.size / 2, box.y + box.h),
  };
}

function roomOf(kind: BoardKind, area: AreaId, options: SlotOptions): Room {
  if (kind === 'iceberg') return icebergRoom(area);
  return kind === 'value' ? valueRoom(area) : groupRoom(area, options);
}

/** The corner that is furthest from every note, so that even hundreds of notes never lie exactly on each other. */
function leastCrowded(box: Box, taken: ReadonlyArray<Point>): Point {
  let best: Point = [box.x, box.y];
  let furthest = -1;
  for (const corner of corners(box)) {
    const distance = nearest(corner, taken);
    if (distance > furthest) {
      furthest = distance;
      best = corner;
    }
  }
  return best;
}

function firstOf(places: Iterable<Point>, suits: (place: Point) => boolean): Point | undefined {
  for (const place of places) if (suits(place)) return place;
  return undefined;
}

function placeIn(room: Room, taken: ReadonlyArray<Point>): Point {
  const clear = (place: Point) => isClear(place, taken);
  const free = (place: Point) => isFree(place, taken);
  for (const places of room.places) {
    const place = firstOf(places, clear) ?? firstOf(places, free);
    if (place) return place;
  }
  return (
    firstOf(corners(room.whole), clear) ??
    firstOf(corners(room.centre), clear) ??
    firstOf(corners(room.centre), free) ??
    leastCrowded(room.centre, taken)
  );
}

/**
 * Top left corner for one new note in an area. `taken` are the corners of every note on the board.
 * Its centre always lies inside the area. Throws when the kind of board has no such area.
 */
export function freeSlot(kind: BoardKind, area: AreaId, taken: ReadonlyArray<Point>, options: SlotOptions = {}): Point {
  return placeIn(roomOf(kind, area, options), taken);
}

/** The same for several notes at once: none of them takes the place of another. */
export function freeSlots(
  kind: BoardKind,
  area: AreaId,
  count: number,
  taken: ReadonlyArray<Point>,
  options: SlotOptions = {},
): Point[] {
  const room = roomOf(kind, area, options);
  const placed: Point[] = [];
  for (let index = 0; index < count; index++) placed.push(placeIn(room, [...taken, ...placed]));
  return placed;
}
