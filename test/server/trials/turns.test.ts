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

it('hands out what is of those who have taken least, until nothing waits', () => {
  const turns = new Turns<string>();
  for (const one of ['e1', 'e2', 'e3']) turns.add('eve', one);
  expect(turns.next()).toBe('e1');
  turns.took('eve', 900);
  for (const one of ['a1', 'a2']) turns.add('ana', one);
  expect(turns.next()).toBe('a1');
  turns.took('ana', 500);
  expect(turns.next()).toBe('a2');
  turns.took('ana', 500);
  turns.add('ana', 'a3');
  expect([turns.next(), turns.next(), turns.next(), turns.next()]).toEqual(['e2', 'e3', 'a3', undefined]);
  turns.add('ana', 'a4');
  turns.add('eve', 'e4');
  expect(turns.next()).toBe('a4');
});
