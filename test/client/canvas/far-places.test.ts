import { expect, test } from 'vitest';
import { titlePlaces } from '../../../client/canvas/theme/far-places.ts';

const box = (column: number, layer: number) => ({ x: column * 440, y: layer * 820, w: 424, h: 300 });

test('neighbours in narrow columns say their titles at different depths', () => {
  const [a, b, c] = [
    [box(0, 0), box(0, 1)],
    [box(1, 0), box(1, 1)],
    [box(2, 0), box(2, 2)],
  ];
  expect(titlePlaces([a, b, c], 0.11)).toEqual([a[0], b[1], c[0]]);
});

test('wide columns all say theirs at the first box, a lone box is used whatever is there, no box has no title', () => {
  const [a, b] = [[box(0, 0), box(0, 1)], [box(1, 0)]];
  expect(titlePlaces([a, b], 0.3)).toEqual([a[0], b[0]]);
  expect(titlePlaces([[box(0, 0)], b, []], 0.1)).toEqual([box(0, 0), b[0], null]);
});
