import { expect, test } from 'vitest';
import { layerParts, partAt } from '../../../client/canvas/layer-parts.ts';

const columns = (count: number, w = 440) =>
  Array.from({ length: count }, (_, i) => ({ from: 1000 + i * w, to: 1000 + (i + 1) * w }));

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
  expect(first && fifth && layerParts([first, fifth], 500)).toEqual([first, fifth]);
});

test('a column wider than a part is gone through in equal pieces, with nothing left out', () => {
  expect(layerParts([{ from: 0, to: 2500 }], 1000).map(({ from, to }) => Math.round(to - from))).toEqual([
    833, 833, 833,
  ]);
  expect(layerParts([], 1000)).toEqual([]);
});

test('the part one looks at is the one that begins nearest', () => {
  const parts = layerParts(columns(7), 1400);
  expect([1000, 1500, 1700, 2400, 9000].map((left) => partAt(parts, left))).toEqual([0, 0, 1, 1, 2]);
});
