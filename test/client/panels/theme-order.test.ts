/** A theme moves one place; the others stay as they are. */
import { expect, it } from 'vitest';
import { orderAfterStep } from '../../../client/panels/theme-order.ts';
import type { Theme } from '../../../shared/board/themes.ts';
import type { ThemeId } from '../../../shared/ids.ts';

const themes = ['a', 'b', 'c', 'd'].map(
  (id, i): Theme => ({ id: id as ThemeId, title: id, order: i + 1, createdAt: 0 }),
);
const after = (id: string, step: 1 | -1): string => {
  const order = orderAfterStep(themes, id as ThemeId, step);
  const moved = themes.map((theme) => (theme.id === id && order !== null ? { ...theme, order } : theme));
  return moved
    .sort((x, y) => x.order - y.order)
    .map((theme) => theme.id)
    .join('');
};

it.each([
  ['a', 1, 'bacd'],
  ['c', -1, 'acbd'],
  ['b', -1, 'bacd'],
  ['c', 1, 'abdc'],
  ['a', -1, 'abcd'],
  ['d', 1, 'abcd'],
] as const)('%s by %i gives %s', (id, step, order) => {
  expect(after(id, step)).toBe(order);
});
