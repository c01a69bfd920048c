/**
 * Where themes say their titles from afar: beside their boxes, where no note is covered and no other title stands, in
 * words as long as there is room for them and else by their number alone. Pure: screen pixels from the board's corner.
 */
import type { Box } from '../../../shared/template/shapes.ts';
import type { TitleShape } from './far-shapes.ts';

export interface FarTheme {
  /** Canvas units, from the surface down. */
  readonly boxes: readonly Box[];
  /** How its title can be set, the most wanted first. */
  readonly shapes: readonly TitleShape[];
}
export interface FarBoard {
  readonly themes: readonly FarTheme[];
  /** Canvas units, as everything on the board. */
  readonly notes: readonly Box[];
  /** Heads of columns: covered only where every other place is worse. */
  readonly heads: readonly Box[];
  /** Where titles may be: right of the names of the layers, and not on these. */
  readonly room: Box;
  readonly kept: readonly Box[];
}
/** `lines` is empty where only the number has room. */
export interface TitlePlace extends Box {
  readonly lines: readonly string[];
}
interface Candidate {
  readonly at: TitlePlace;
  readonly price: number;
}

/** Pixels between a title and what it keeps off. */
const GAP = 3;
/** Of a note, as much as may be under a title: its edge. */
const MOST_COVERED = 0.3;
const PRICE = { note: 100, box: 24, head: 12, depth: 4, above: 3, lower: 2, shape: 1.5, wider: 3 } as const;
const STEPS = 8;
/** Pixels below a box where a title still is its own. */
const NEAR = 60;

/** One place for each theme, in their order; null for a theme without boxes, or where not even its number has room. */
export function titlePlaces({ themes, notes, heads, room, kept }: FarBoard, zoom: number): (TitlePlace | null)[] {
  const ground = {
    notes: notes.map((note) => scaled(note, zoom)),
    heads: heads.map((head) => scaled(head, zoom)),
  };
  const limits = scaled(room, zoom);
  const boxes = themes.map((theme) => theme.boxes.map((box) => scaled(box, zoom)));
  const placed = kept.map((box) => scaled(box, zoom));
  const places: (TitlePlace | null)[] = themes.map(() => null);
  // Who has fewer places to choose from goes first.
  const order = [...themes.keys()].sort((a, b) => (boxes[a]?.length ?? 0) - (boxes[b]?.length ?? 0) || a - b);
  for (const i of order) {
    const own = boxes[i] ?? [];
    const others = boxes.flatMap((one, j) => (i === j ? [] : one));
    const isFree = (at: Box, gap: number): boolean =>
      isInside(at, limits) && !placed.some((other) => touches(at, other, gap));
    const place =
      cheapest(candidates(own, others, themes[i]?.shapes ?? []), ground, others, (at) => isFree(at, GAP)) ??
      numbersOn(own).find((at) => isFree(at, 1)) ??
      null;
    places[i] = place;
    if (place) placed.push(place);
  }
  return places;
}

function cheapest(
  all: Iterable<Candidate>,
  { notes, heads }: Pick<FarBoard, 'notes' | 'heads'>,
  others: readonly Box[],
  isFree: (at: Box) => boolean,
): TitlePlace | null {
  let found: TitlePlace | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const { at, price } of all) {
    if (price >= least || !isFree(at)) continue;
    const covered = covers(at, notes);
    if (covered > MOST_COVERED || price + covered * PRICE.note >= least) continue;
    const onOthers = others.reduce((sum, box) => sum + common(at, box), 0) / (at.w * at.h);
    const cost = price + covered * PRICE.note + onOthers * PRICE.box + covers(at, heads) * PRICE.head;
    if (cost < least) [found, least] = [at, cost];
  }
  return found;
}

/** How many of these boxes are covered, in parts of one. */
const covers = (at: Box, boxes: readonly Box[]): number =>
  boxes.reduce((sum, box) => sum + common(at, box) / (box.w * box.h), 0);

/** Below a box (also as low as its neighbours reach), else above it, from its left end to its right. */
function* candidates(own: readonly Box[], others: readonly Box[], shapes: readonly TitleShape[]): Generator<Candidate> {
  for (const [depth, box] of own.entries())
    for (const [turn, shape] of shapes.entries())
      for (const [y, way] of heights(box, others, shape.h))
        for (const x of along(box, shape.w)) {
          // Under a wide box one line is best; under a narrow one what reaches least far beyond it.
          const { w, h, lines } = shape;
          const set = w <= box.w ? lines.length * PRICE.shape : PRICE.wider + turn * PRICE.shape;
          yield { at: { x, y, w, h, lines }, price: depth * PRICE.depth + set + way };
        }
}

function heights(box: Box, others: readonly Box[], h: number): [y: number, price: number][] {
  const bottom = box.y + box.h;
  const lower = others
    .filter((one) => one.x < box.x + 2 * box.w && box.x < one.x + 2 * one.w)
    .map((one) => one.y + one.h)
    .filter((y) => y > bottom + 1 && y < bottom + NEAR);
  return [
    [bottom + GAP, 0],
    ...[...new Set(lower.map(Math.round))].map((y): [number, number] => [y + GAP, PRICE.lower]),
    [box.y - h - GAP, PRICE.above],
  ];
}

/** Left ends of a title along a box: at its edges, and between them where it is wider. */
function along(box: Box, w: number): number[] {
  const [first, last] = [Math.min(box.x, box.x + box.w - w), Math.max(box.x, box.x + box.w - w)];
  const steps = Math.min(STEPS, Math.max(1, Math.round((last - first) / 24)));
  const places = Array.from({ length: steps + 1 }, (_, i) => first + ((last - first) * i) / steps);
  // With its left edge at that of its box it is found first.
  return box.w >= w ? places : places.reverse();
}

const NUMBER = { w: 26, h: 20, lines: [] } as const;

/** At the head of a box. */
const numbersOn = (own: readonly Box[]): TitlePlace[] =>
  own.flatMap((box) => [box.x, box.x + box.w - NUMBER.w].map((x) => ({ x, y: box.y - 6, ...NUMBER })));

const scaled = ({ x, y, w, h }: Box, by: number): Box => ({ x: x * by, y: y * by, w: w * by, h: h * by });
const isInside = (a: Box, b: Box): boolean =>
  a.x >= b.x && a.y >= b.y && a.x + a.w <= b.x + b.w && a.y + a.h <= b.y + b.h;
const touches = (a: Box, b: Box, gap: number): boolean =>
  a.x < b.x + b.w + gap && b.x < a.x + a.w + gap && a.y < b.y + b.h + gap && b.y < a.y + a.h + gap;
const common = (a: Box, b: Box): number =>
  Math.max(0, Math.min(a.x + a.w, b.x + b.w) - Math.max(a.x, b.x)) *
  Math.max(0, Math.min(a.y + a.h, b.y + b.h) - Math.max(a.y, b.y));
