import { expect, it } from 'vitest';
import { Turns } from '../../../server/trials/turns.ts';

it('hands out one of each before the second of any, each in their order', () => {
  const turns = new Turns<string>();
  for (const [whose, one] of [
    ['eve', 'e1'],
    ['eve', 'e2'],
    ['ana', 'a1'],
    ['eve', 'e3'],
    ['ana', 'a2'],
  ] as const)
    turns.add(whose, one);
  expect(turns.next()).toBe('e1');
  turns.add('luz', 'l1');
  expect([1, 2, 3, 4, 5, 6].map(() => turns.next())).toEqual(['a1', 'e2', 'l1', 'a2', 'e3', undefined]);
});
