/** Where a new note goes when the prepared places of its area are taken: what room is left, and what comes after that. */
import { describe, expect, test } from 'vitest';
import { areaOf, NOTE } from '../../../shared/template/geometry.ts';
import { cellBox, cellPlaces, groupLayout } from '../../../shared/template/group-iceberg.ts';
import { ICEBERG, ICEBERG_BANDS, ICEBERG_PLACES } from '../../../shared/template/iceberg.ts';
import { type AreaId, areasOf, type CanvasKind, LAYER_IDS, ZONE_IDS } from '../../../shared/template/kinds.ts';
import { PRACTICE, PRACTICE_PLACES } from '../../../shared/template/practice.ts';
import type { Box, Point } from '../../../shared/template/shapes.ts';
import { freeSlot, freeSlots, slotFinder } from '../../../shared/template/slots.ts';
import { VALUE, VALUE_PLACES, VALUE_ZONES } from '../../../shared/template/value.ts';

interface Area {
  readonly kind: CanvasKind;
  readonly area: AreaId;
  readonly prepared: readonly Point[];
  /** Where whole notes may lie: below what is written there. */
  readonly room: Box;
}

const below = ({ x, y, w, h }: Box, head: number): Box => ({ x, y: y + head, w, h: h - head });
const group = groupLayout(12);
const AREAS: readonly Area[] = [
  ...LAYER_IDS.map((area): Area => {
    const { top, bottom } = ICEBERG_BANDS[area];
    const { inside, overflow } = ICEBERG_PLACES[area];
    const across = { x: ICEBERG.notesFrom, w: ICEBERG.notesTo - ICEBERG.notesFrom };
    return { kind: 'iceberg', area, prepared: [...inside, ...overflow], room: { ...across, y: top, h: bottom - top } };
  }),
  ...ZONE_IDS.map((area): Area => {
    const room = below(VALUE_ZONES[area], VALUE.head);
    return { kind: 'value', area, prepared: VALUE_PLACES[area], room };
  }),
  ...LAYER_IDS.map((area): Area => {
    const room = below(cellBox(group, 0, area), group.head);
    return { kind: 'group-iceberg', area, prepared: cellPlaces(group, 0, area), room };
  }),
  { kind: 'practice', area: 'practice', prepared: PRACTICE_PLACES, room: below(PRACTICE.area, PRACTICE.head) },
];

const { size } = NOTE;
const boxOf = ([x, y]: Point): Box => ({ x, y, w: size, h: size });
const right = ({ x, w }: Box): number => x + w;
const bottom = ({ y, h }: Box): number => y + h;
const overlap = (a: Box, b: Box): boolean => a.x < right(b) && b.x < right(a) && a.y < bottom(b) && b.y < bottom(a);
const holds = (box: Box, inner: Box): boolean =>
  inner.x >= box.x && inner.y >= box.y && right(inner) <= right(box) && bottom(inner) <= bottom(box);
const areApart = (notes: readonly Point[]): boolean =>
  notes.every((one, i) => notes.slice(0, i).every((other) => !overlap(boxOf(one), boxOf(other))));

/** Where notes begin that cover all from one edge to another. */
const covering = (from: number, to: number, beside: readonly number[] = []): number[] => {
  const steps = Array.from({ length: Math.ceil((to - from) / 40) }, (_, n) => from + 40 * n);
  return [...new Set([...steps, ...beside, to - size])].filter((at) => at >= from && at <= to - size);
};
/** So many notes that nothing is left of a box but a hole in it. */
const allBut = (box: Box, hole: Box): Point[] =>
  covering(box.x, right(box), [hole.x - size, right(hole)]).flatMap((x) =>
    covering(box.y, bottom(box), [hole.y - size, bottom(hole)]).flatMap((y) =>
      overlap(boxOf([x, y]), hole) ? [] : [[x, y] as const],
    ),
  );
const around = ({ x, y, w, h }: Box): Box => ({ x: x - size, y: y - size, w: w + 2 * size, h: h + 2 * size });
const NOWHERE: Box = { x: 0, y: 0, w: 0, h: 0 };
const full = (box: Box): Point[] => allBut(box, NOWHERE);
/** To the sides it holds all of it. */
const hasCentre = (box: Box, [x, y]: Point): boolean =>
  x >= box.x && x + size <= right(box) && y + size / 2 > box.y && y + size / 2 < bottom(box);

describe.each(AREAS)('$kind, $area', ({ kind, area, prepared, room }) => {
  const slot = (taken: readonly Point[]): Point => freeSlot(kind, area, taken, { layout: group });
  const slots = (count: number, taken: readonly Point[]): Point[] =>
    freeSlots(kind, area, count, taken, { layout: group });

  test('takes its prepared places first, in their order, also between notes that touch them', () => {
    expect(slots(prepared.length, [])).toEqual(prepared);
    const [[x, y] = [0, 0]] = prepared;
    const touching: Point[] = [-size, size].flatMap((by) => [[x + by, y] as const, [x, y + by] as const]);
    expect(slot(touching)).toEqual([x, y]);
  });

  test('takes one that is covered in part only where no whole one is left, and none whose centre is within 110 of another', () => {
    const shifted = (x: number, y: number): Point[] => prepared.map(([px, py]) => [px + x, py + y]);
    const taken = shifted(67, 88);
    const place = slot(taken);
    const isClear = !taken.some((other) => overlap(boxOf(other), boxOf(place)));
    expect(areaOf(kind, place)).toBe(area);
    if (kind === 'iceberg' || kind === 'value') expect(isClear).toBe(true);
    else if (!isClear) expect(place).toEqual(prepared[0]);
    expect(prepared).not.toContainEqual(slot(shifted(66, 88)));
  });

  test('takes whatever room is left for a whole note: between its places, in any corner', () => {
    const rows = [...prepared].sort(([ax, ay], [bx, by]) => ay - by || ax - bx);
    // Beside the first of the first row, and the last of the last one.
    const [[x, y] = [0, 0]] = rows;
    const [lastX, lastY] = rows.at(-1) ?? [0, 0];
    const middle = { w: size + 20, h: size + 20 };
    const between: readonly Box[] = [
      { ...middle, x: x + 100, y: y - 10 },
      { ...middle, x: lastX - 120, y: lastY - 10 },
    ];
    const corner = { w: size + 40, h: size + 40 };
    const holes: readonly Box[] = [
      ...between,
      ...[room.x, right(room) - corner.w].flatMap((left) =>
        [room.y, bottom(room) - corner.h].map((top) => ({ ...corner, x: left, y: top })),
      ),
    ];
    for (const hole of holes) {
      const taken = allBut(around(room), hole);
      const place = slot(taken);
      // A prepared place is taken also where it is covered in part.
      if (!between.includes(hole) && prepared.some(([px, py]) => px === place[0] && py === place[1])) continue;
      expect(holds(hole, boxOf(place))).toBe(true);
      expect(taken.some((other) => overlap(boxOf(other), boxOf(place)))).toBe(false);
    }
  });

  test('takes no room that is too small for a whole note, at any edge', () => {
    const little = size - 5;
    const [tall, wide] = [
      { y: room.y, w: little, h: room.h },
      { x: room.x, w: room.w, h: little },
    ];
    const holes: readonly Box[] = [
      { ...tall, x: room.x },
      { ...tall, x: right(room) - little },
      { ...wide, y: room.y },
      { ...wide, y: bottom(room) - little },
    ];
    for (const hole of holes) {
      const taken = allBut(room, hole);
      const place = slot(taken);
      const isClear = !taken.some((other) => overlap(boxOf(other), boxOf(place)));
      // Then it lies beside the drawing, or hangs over the border of an area that has nothing beside it.
      const hangsOver = kind === 'group-iceberg' || kind === 'practice';
      if (hangsOver) expect(hasCentre(room, place)).toBe(true);
      else if (isClear) expect(overlap(boxOf(place), room)).toBe(false);
    }
  });

  test('never goes onto what is written above it, and never out of it, however full it is', () => {
    const places = slots(prepared.length + 100, []).filter((place) => overlap(boxOf(place), room));
    for (const place of places) expect(areaOf(kind, place)).toBe(area);
    if (kind === 'value' || kind === 'group-iceberg')
      expect(Math.min(...places.map(([, y]) => y)) - room.y).toBeGreaterThanOrEqual(0);
  });
});

test.each(LAYER_IDS)('a full layer goes on to the right of the ice, in the middle of the layer: %s', (layer) => {
  const { room } = AREAS.find(({ kind, area }) => kind === 'iceberg' && area === layer) ?? { room: null };
  if (room === null) throw new Error('no such layer');
  const taken = full(room);
  const beside = freeSlots('iceberg', layer, 200, taken);
  expect(areApart(beside)).toBe(true);
  expect(new Set(beside.map(([x]) => x))).toEqual(
    new Set(Array.from({ length: 100 }, (_, n) => ICEBERG.w + NOTE.gap + n * NOTE.cell)),
  );
  const ys = beside.map(([, y]) => y);
  const [above, beneath] = [Math.min(...ys) - room.y, bottom(room) - Math.max(...ys) - size];
  expect(above).toBeGreaterThan(0);
  expect(Math.abs(above - beneath)).toBeLessThanOrEqual(1);
  expect(beside.slice(0, 2).map(([x]) => x)).toEqual([ICEBERG.w + NOTE.gap, ICEBERG.w + NOTE.gap]);
});

test.each(ZONE_IDS)('a full zone goes on outside of the drawing, on its own side: %s', (zone) => {
  const box = VALUE_ZONES[zone];
  const count = 6 * (zone === 'value' ? 3 : 2);
  const beside = freeSlots('value', zone, count, full(box));
  expect(areApart(beside)).toBe(true);
  const drawing = { x: 0, y: 0, w: VALUE.w, h: VALUE.h };
  for (const place of beside) {
    expect(overlap(boxOf(place), drawing)).toBe(false);
    expect(areaOf('value', place)).toBe(zone);
  }
  const away = beside.map(([x, y]) => Math.max(-right(boxOf([x, y])), x - VALUE.w, -bottom(boxOf([x, y]))));
  expect([away[0], away.at(-1)]).toEqual([NOTE.gap, NOTE.gap + 5 * NOTE.cell]);
  const many = freeSlots('value', zone, 100, full(box));
  expect(areApart(many)).toBe(true);
  expect(many.every((place) => !overlap(boxOf(place), drawing))).toBe(true);
});

test('a whole place comes before one that hangs over the border', () => {
  const room = below(PRACTICE.area, PRACTICE.head);
  // Between two columns of prepared places.
  const over = { x: 210, y: room.y - size / 2, w: size + 20, h: size + 20 };
  const whole = { ...over, y: bottom(room) - 230 };
  const but = (hole: Box, other: Box): Point[] =>
    allBut(around(room), hole).filter((note) => !overlap(boxOf(note), other));
  const taken = [...but(over, whole), ...but(whole, over)];
  expect(holds(whole, boxOf(freeSlot('practice', 'practice', taken)))).toBe(true);
  expect(holds(over, boxOf(freeSlot('practice', 'practice', allBut(around(room), over))))).toBe(true);
});

test('what is crowded everywhere takes the spot that is furthest from every note', () => {
  const box = cellBox(group, 0, 'patterns');
  const [x, y] = [box.x + 120, box.y + 300];
  const taken = covering(box.x - size, right(box) + size)
    .concat(covering(box.x - size + 50, right(box) + size))
    .flatMap((left) =>
      Array.from({ length: Math.ceil((box.h + 2 * size) / 50) }, (_, n): Point => [left, box.y - size + 50 * n]),
    )
    .filter((note) => Math.hypot(note[0] - x, note[1] - y) > 90);
  const place = freeSlot('group-iceberg', 'patterns', taken, { layout: group });
  expect(Math.hypot(place[0] - x, place[1] - y)).toBeLessThan(40);
});

test('one finder gives places in several areas and columns, and none twice', () => {
  const layer = slotFinder('iceberg', []);
  const both = (['results', 'patterns', 'results', 'patterns'] as const).map((area) => [area, layer(area)] as const);
  for (const [area, place] of both) expect(areaOf('iceberg', place)).toBe(area);
  expect(areApart(both.map(([, place]) => place))).toBe(true);
  const cell = slotFinder('group-iceberg', [], { layout: group, column: 3 });
  const columns = [undefined, 0, 3, 0].map((column) => cell('beliefs', column));
  const [own, first] = [cellPlaces(group, 3, 'beliefs'), cellPlaces(group, 0, 'beliefs')];
  expect(columns).toEqual([own[0], first[0], own[1], first[1]]);
});

test.each([
  ['iceberg', 'impact'],
  ['iceberg', 'practice'],
  ['value', 'results'],
  ['practice', 'results'],
  ['group-iceberg', 'impact'],
] as const)('there is no place on a board of the kind %s in %s', (kind, area) => {
  expect(areasOf(kind)).not.toContain(area);
  expect(() => freeSlot(kind, area, [])).toThrow(`${kind} has no area ${area}`);
});
