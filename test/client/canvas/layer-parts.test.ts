import { expect, test } from 'vitest';
import { type Held, heldBy, layerParts, partAt } from '../../../client/canvas/layer-parts.ts';

const columns = (count: number, w = 440): Held[] =>
  Array.from({ length: count }, (_, i) => ({ from: 1000 + i * w, to: 1000 + (i + 1) * w, notes: [] }));
/** So many notes side by side, as they lie in a column that begins at `x`. */
const row = (x: number, count: number) =>
  Array.from({ length: count }, (_, i) => ({ from: x + 10 + i * 220, to: x + 210 + i * 220 }));

test('a part begins where a column begins and holds as many as it can, none cut', () => {
  expect(layerParts(columns(7), 1400)).toEqual([
    { from: 1000, to: 2320 },
    { from: 2320, to: 3640 },
    { from: 3640, to: 4080 },
  ]);
  expect(layerParts(columns(3), 1320)).toEqual([{ from: 1000, to: 2320 }]);
});

test('columns without anything in the layer are passed over', () => {
  const [first, , , , fifth] = columns(5);
  expect(first && fifth && layerParts([first, fifth], 500)).toEqual([
    { from: 1000, to: 1440 },
    { from: 2760, to: 3200 },
  ]);
});

test('what a column holds reaches from its head to its last note', () => {
  const column = { from: 1000, to: 2760 };
  expect(heldBy(column, row(1000, 3), 220)).toMatchObject({ from: 1000, to: 1650 });
  const far = row(1880, 2);
  expect(heldBy(column, far, 220)).toMatchObject({ from: 1890, to: 2310 });
});

test('few notes of three organisations are three parts, though their columns are wider than a part', () => {
  const held = [0, 1, 2].map((i) =>
    heldBy({ from: 1000 + i * 1760, to: 2760 + i * 1760 }, row(1000 + i * 1760, 3), 220),
  );
  expect(layerParts(held, 1500)).toEqual([
    { from: 1000, to: 1650 },
    { from: 2760, to: 3410 },
    { from: 4520, to: 5170 },
  ]);
});

test('a column wider than a part is gone through in pieces: every note whole in one, none without a note', () => {
  const notes = [...row(0, 12), ...row(3300, 1)];
  const parts = layerParts([heldBy({ from: 0, to: 3740 }, notes, 220)], 1000);
  expect(parts).toHaveLength(4);
  expect(parts[0]?.from).toBe(0);
  for (const { from, to } of parts) expect(to - from).toBeLessThanOrEqual(1000);
  const wholeIn = (part: { from: number; to: number }) =>
    notes.filter(({ from, to }) => from >= part.from && to <= part.to);
  expect(new Set(parts.flatMap(wholeIn)).size).toBe(notes.length);
  expect(parts.filter((part) => wholeIn(part).length === 0)).toEqual([]);
  expect(layerParts([], 1000)).toEqual([]);
});

test('the part one looks at is the one that begins nearest', () => {
  const parts = layerParts(columns(7), 1400);
  expect([1000, 1500, 1700, 2400, 9000].map((left) => partAt(parts, left))).toEqual([0, 0, 1, 1, 2]);
});
