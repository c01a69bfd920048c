/**
 * Where a new note goes by itself: prepared places first, then any free room of its area, then beside the drawing; at last,
 * where an area ends (a cell, the practice), the least crowded spot. Knows no document.
 */
import { NOTE } from './geometry.ts';
import { cellBox, cellPlaces, type GroupLayout, groupLayout } from './group-iceberg.ts';
import { ICEBERG, ICEBERG_BANDS, ICEBERG_PLACES } from './iceberg.ts';
import { type AreaId, type CanvasKind, isLayerId, isZoneId, type ZoneId } from './kinds.ts';
import { PRACTICE, PRACTICE_PLACES } from './practice.ts';
import type { Box, Point } from './shapes.ts';
import { VALUE, VALUE_PLACES, VALUE_ZONES } from './value.ts';

/** On the group iceberg: the layout as it is drawn and the column to place into (first when left out). */
export interface SlotOptions {
  readonly layout?: GroupLayout | undefined;
  readonly column?: number | undefined;
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
  /** Tried when no whole note fits any more. Without end where there is room: notes then never cover each other. */
  readonly beside: Iterable<Point>;
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

function icebergRoom(area: AreaId): Room | null {
  if (!isLayerId(area)) return null;
  const { top, bottom } = ICEBERG_BANDS[area];
  const { inside, overflow } = ICEBERG_PLACES[area];
  const across = { x: ICEBERG.notesFrom, w: ICEBERG.notesTo - ICEBERG.notesFrom };
  return {
    places: [inside, overflow],
    whole: cornersOf({ ...across, y: top + 10, h: bottom - top - 20 }),
    beside: besideTheBoard(top, bottom),
    centre: centreBox(across, top, bottom),
  };
}

/** Columns to the right of the picture: layers are as wide as anybody wants. */
function* besideTheBoard(top: number, bottom: number): Generator<Point> {
  const rows = Math.floor((bottom - top - NOTE.gap) / NOTE.cell);
  const first = Math.round(top + (bottom - top - rows * NOTE.cell + NOTE.gap) / 2);
  for (let x = ICEBERG.w + NOTE.gap; ; x += NOTE.cell)
    for (let row = 0; row < rows; row += 1) yield [x, first + NOTE.cell * row];
}

/** Corners of notes whose centre is between top and bottom and which do not leave the strip to the sides. */
const centreBox = (across: { x: number; w: number }, top: number, bottom: number): Box => ({
  x: across.x,
  w: Math.max(0, across.w - NOTE.size),
  y: top + BORDER - NOTE.size / 2,
  h: bottom - top - 2 * BORDER,
});

function valueRoom(area: AreaId): Room | null {
  if (!isZoneId(area)) return null;
  const box = VALUE_ZONES[area];
  const across = { x: box.x + 10, w: box.w - 20 };
  const below = box.y + VALUE.head + 10;
  return {
    places: [VALUE_PLACES[area]],
    whole: cornersOf({ ...across, y: below, h: box.y + box.h - 10 - below }),
    beside: besideTheZone(area),
    centre: centreBox(across, below + NOTE.size / 2, box.y + box.h),
  };
}

/** A full zone goes on outside of the drawing, on its own side: out there a note belongs to the nearest zone. */
const OUTWARDS: Readonly<Record<ZoneId, Point>> = {
  beneficiaries: [-1, 0],
  value: [0, -1],
  impact: [1, 0],
  resources: [-1, 0],
  alliances: [1, 0],
};

function* besideTheZone(zone: ZoneId): Generator<Point> {
  const [dx, dy] = OUTWARDS[zone];
  const edge = {
    x: dx < 0 ? -NOTE.cell : VALUE.w + NOTE.gap,
    y: -NOTE.cell,
  };
  // One place a row (or column) of the zone, step by step away from the drawing.
  const lines = [...new Set(VALUE_PLACES[zone].map(([x, y]) => (dx === 0 ? x : y)))];
  for (let away = 0; ; away += NOTE.cell)
    for (const line of lines) yield dx === 0 ? [line, edge.y + dy * away] : [edge.x + dx * away, line];
}

function groupRoom(area: AreaId, options: SlotOptions): Room | null {
  if (!isLayerId(area)) return null;
  const layout = options.layout ?? groupLayout(12);
  const column = options.column ?? 0;
  const box = cellBox(layout, column, area);
  const below = box.y + layout.head;
  return {
    places: [cellPlaces(layout, column, area)],
    whole: cornersOf({ ...box, y: below, h: box.y + box.h - below }),
    beside: [],
    centre: centreBox(box, below + NOTE.size / 2, box.y + box.h),
  };
}

function practiceRoom(area: AreaId): Room | null {
  if (area !== 'practice') return null;
  const { x, y, w, h } = PRACTICE.area;
  const below = y + PRACTICE.head;
  return {
    places: [PRACTICE_PLACES],
    whole: cornersOf({ x: x + 10, w: w - 20, y: below, h: y + h - 10 - below }),
    beside: [],
    centre: centreBox({ x, w }, below, y + h),
  };
}

/** None where the kind of board has no such area. */
const ROOMS: Readonly<Record<CanvasKind, (area: AreaId, options: SlotOptions) => Room | null>> = {
  iceberg: icebergRoom,
  value: valueRoom,
  practice: practiceRoom,
  'group-iceberg': groupRoom,
};

/** Goes through places in order and never back: where notes are only added, what was taken stays taken. */
class Walk {
  readonly #places: Iterator<Point, unknown>;
  readonly #suits: (place: Point) => boolean;
  #at: Point | null;

  constructor(places: Iterable<Point>, suits: (place: Point) => boolean) {
    this.#places = places[Symbol.iterator]();
    this.#suits = suits;
    this.#at = this.#step();
  }

  /** The first place that suits now; null when there is none any more. */
  next(): Point | null {
    while (this.#at !== null && !this.#suits(this.#at)) this.#at = this.#step();
    return this.#at;
  }

  #step(): Point | null {
    const step = this.#places.next();
    return step.done ? null : step.value;
  }
}

/** The corner that is furthest from every note, so that even hundreds of notes never lie exactly on each other. */
class Crowd {
  readonly #corners: readonly Point[];
  readonly #taken: ReadonlyArray<Point>;
  readonly #distances: Float64Array;
  /** How many of the notes the distances know. */
  #known = 0;

  constructor(box: Box, taken: ReadonlyArray<Point>) {
    this.#corners = [...corners(box)];
    this.#taken = taken;
    this.#distances = new Float64Array(this.#corners.length).fill(Number.POSITIVE_INFINITY);
  }

  leastCrowded(): Point {
    for (; this.#known < this.#taken.length; this.#known += 1) this.#learn(this.#taken[this.#known] ?? [0, 0]);
    let best = 0;
    this.#distances.forEach((distance, i) => {
      if (distance > (this.#distances[best] ?? 0)) best = i;
    });
    return this.#corners[best] ?? [0, 0];
  }

  #learn([tx, ty]: Point): void {
    this.#corners.forEach(([x, y], i) => {
      const distance = Math.hypot(tx - x, ty - y);
      if (distance < (this.#distances[i] ?? 0)) this.#distances[i] = distance;
    });
  }
}

/** Gives one place after the other; `taken` may grow in between, never shrink. */
function placesIn(room: Room, taken: ReadonlyArray<Point>): () => Point {
  const clear = (place: Point) => isClear(place, taken);
  const free = (place: Point) => isFree(place, taken);
  const walks = [
    ...room.places.map((places) => new Walk(places, clear)),
    new Walk(corners(room.whole), clear),
    new Walk(room.beside, clear),
    ...room.places.map((places) => new Walk(places, free)),
    new Walk(corners(room.centre), clear),
    new Walk(corners(room.centre), free),
  ];
  let crowd: Crowd | null = null;
  return () => {
    for (const walk of walks) {
      const place = walk.next();
      if (place) return place;
    }
    crowd ??= new Crowd(room.centre, taken);
    return crowd.leastCrowded();
  };
}

/**
 * Finds place after place on one board: none of them takes the place of another. `taken` are the corners of every note
 * on the board. The centre of a place lies inside its area. Throws when the kind of board has no such area.
 */
export function slotFinder(
  kind: CanvasKind,
  taken: ReadonlyArray<Point>,
  { layout, column }: SlotOptions = {},
): (area: AreaId, into?: number) => Point {
  const all = [...taken];
  const finders = new Map<string, () => Point>();
  return (area, into = column) => {
    const key = area + into;
    let find = finders.get(key);
    if (!find) {
      const room = ROOMS[kind](area, { layout, column: into });
      if (!room) throw new Error(`${kind} has no area ${area}`);
      find = placesIn(room, all);
      finders.set(key, find);
    }
    const place = find();
    all.push(place);
    return place;
  };
}

/** Top left corner for one new note in an area, as above. */
export function freeSlot(
  kind: CanvasKind,
  area: AreaId,
  taken: ReadonlyArray<Point>,
  options: SlotOptions = {},
): Point {
  return slotFinder(kind, taken, options)(area);
}

/** The same for several notes at once. */
export function freeSlots(
  kind: CanvasKind,
  area: AreaId,
  count: number,
  taken: ReadonlyArray<Point>,
  options: SlotOptions = {},
): Point[] {
  const next = slotFinder(kind, taken, options);
  return Array.from({ length: count }, () => next(area));
}
