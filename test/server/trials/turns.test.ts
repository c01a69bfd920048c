import { expect, it } from 'vitest';
import { Turns, type Whose } from '../../../server/trials/turns.ts';

const of = (person: string, cohort = 'one'): Whose => ({ person, cohort });

it('hands out one of each before the second of any, each in their order', () => {
  const turns = new Turns<string>();
  for (const [whose, one] of [
    ['eve', 'e1'],
    ['eve', 'e2'],
    ['ana', 'a1'],
    ['eve', 'e3'],
    ['ana', 'a2'],
  ] as const)
    turns.add(of(whose), one);
  expect(turns.next()).toBe('e1');
  turns.add(of('luz'), 'l1');
  expect([1, 2, 3, 4, 5, 6].map(() => turns.next())).toEqual(['a1', 'e2', 'l1', 'a2', 'e3', undefined]);
});

it('hands out what is of those who have taken least, until nothing waits', () => {
  const turns = new Turns<string>();
  for (const one of ['e1', 'e2', 'e3']) turns.add(of('eve'), one);
  expect(turns.next()).toBe('e1');
  turns.took(of('eve'), 900);
  for (const one of ['a1', 'a2']) turns.add(of('ana'), one);
  expect(turns.next()).toBe('a1');
  turns.took(of('ana'), 500);
  expect(turns.next()).toBe('a2');
  turns.took(of('ana'), 500);
  turns.add(of('ana'), 'a3');
  expect([turns.next(), turns.next(), turns.next(), turns.next()]).toEqual(['e2', 'e3', 'a3', undefined]);
  turns.add(of('ana'), 'a4');
  turns.add(of('eve'), 'e4');
  expect(turns.next()).toBe('a4');
});

it('lets no cohort wait for the many of another one', () => {
  const turns = new Turns<string>();
  for (let n = 0; n < 20; n += 1) turns.add(of(`m${n}`, 'many'), `m${n}`);
  expect(turns.next()).toBe('m0');
  turns.took(of('m0', 'many'), 1_700);
  turns.add(of('ana', 'hers'), 'a1');
  turns.add(of('luz', 'hers'), 'l1');
  expect(turns.next()).toBe('a1');
  turns.took(of('ana', 'hers'), 10);
  turns.add(of('ana', 'hers'), 'a2');
  expect([turns.next(), turns.next(), turns.next()]).toEqual(['l1', 'a2', 'm1']);
});

it('forgets what cohorts have taken, too, once nothing waits', () => {
  const turns = new Turns<string>();
  turns.took(of('eve', 'many'), 1_700);
  expect(turns.next()).toBeUndefined();
  turns.add(of('eve', 'many'), 'e1');
  turns.add(of('ana', 'hers'), 'a1');
  turns.took(of('ana', 'hers'), 10);
  expect(turns.next()).toBe('e1');
});
