/** Averages of what people of a team shared. */
import { expect, it } from 'vitest';
import { changeOf, growthOf, ownGrowth, type SharedAnswers } from '../../../shared/synthesis/growth.ts';
import type { DimensionId, Level } from '../../../shared/template/dimensions.ts';

type Levels = Partial<Record<DimensionId, Level>>;
const gave = (now: Levels, before: Levels = {}, more: Partial<SharedAnswers> = {}): SharedAnswers => {
  const levels = { now, ...Object.fromEntries([['then', before]]) } as Pick<SharedAnswers, 'now' | 'then'>;
  return { ...levels, proudest: null, evidence: null, at: 1, ...more };
};

it('averages to one decimal, and rounds a half up', () => {
  const growth = growthOf([gave({ people: 2 }), gave({ people: 2 }), gave({ people: 3 })]);
  expect([growth.n, growth.now.people, growth.of.now.people]).toEqual([3, 2.3, 3]);
  expect(growthOf([2, 2, 2, 3].map((level) => gave({ people: level as Level }))).now.people).toBe(2.3);
});

it('counts nobody who does not know, and has no number where nobody does', () => {
  const growth = growthOf([gave({ people: 4, finance: 0 }, { people: 0 }), gave({ people: 0 }), gave({})]);
  expect([growth.now.people, growth.of.now.people]).toEqual([4, 1]);
  expect([growth.now.finance, growth.then.people, growth.now.purpose]).toEqual([null, null, null]);
  expect(growth.n).toBe(3);
});

it('tells the change of the numbers that are shown', () => {
  const three = [
    gave({ people: 3 }, { people: 2 }),
    gave({ people: 3 }, { people: 2 }),
    gave({ people: 4 }, { people: 1 }),
  ];
  const growth = growthOf(three);
  expect([growth.then.people, growth.now.people, changeOf(growth, 'people')]).toEqual([1.7, 3.3, 1.6]);
  expect(changeOf(growth, 'finance')).toBeNull();
  expect(changeOf(growthOf([gave({ people: 1 }, { people: 4 })]), 'people')).toBe(-3);
  expect(changeOf(growthOf([gave({ people: 2 }, { people: 2 })]), 'people')).toBe(0);
});

it('counts what people are proudest of, and gives sentences in an order that tells nothing', () => {
  const growth = growthOf([
    gave({ people: 2 }, {}, { proudest: 'people', evidence: 'Zapatos nuevos', at: 1 }),
    gave({ people: 2 }, {}, { proudest: 'people', at: 2 }),
    gave({ people: 2 }, {}, { proudest: 'finance', evidence: 'Árboles', at: 3 }),
  ]);
  expect([growth.proudest.people, growth.proudest.finance, growth.proudest.purpose]).toEqual([2, 1, 0]);
  expect(growth.evidence).toEqual(['Árboles', 'Zapatos nuevos']);
  expect(JSON.stringify(growth)).not.toMatch(/"at"/);
});

it('is empty without anybody, and shows one person as they answered', () => {
  const nobody = growthOf([]);
  expect([nobody.n, nobody.now.people, nobody.evidence]).toEqual([0, null, []]);
  const own = ownGrowth(gave({ people: 3, finance: 0 }, { people: 1 }, { evidence: 'Mía' }));
  expect([own.n, own.now.people, own.then.people, own.now.finance, own.evidence]).toEqual([1, 3, 1, null, []]);
});
