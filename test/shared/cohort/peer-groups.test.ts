/** Groups of peers as they are proposed: whole, of the right sizes, always the same, and as different inside as can be. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupSizes, proposeGroups, shared, type Themed } from '../../../shared/cohort/peer-groups.ts';
import { isOrgId, isThemeId, type OrgId, type ThemeId } from '../../../shared/ids.ts';

const org = (id: string): OrgId => {
  if (!isOrgId(id)) throw new Error(`no id: ${id}`);
  return id;
};
const theme = (id: string): ThemeId => {
  if (!isThemeId(id)) throw new Error(`no id: ${id}`);
  return id;
};
const anyTheme = fc.integer({ min: 1, max: 6 }).map((n) => theme(`t${n}`));
const cohort = fc
  .array(
    fc.record({
      themes: fc.uniqueArray(anyTheme, { maxLength: 5 }),
      issue: fc.option(anyTheme, { nil: null }),
    }),
    { maxLength: 24 },
  )
  .map((all) => all.map((one, i): Themed => ({ ...one, id: org(`o${i}`) })));

/** What the organisations of one group share, over all groups. */
const sharedIn = (groups: readonly (readonly OrgId[])[], all: readonly Themed[]): number => {
  const at = (id: OrgId): Themed => all.find((one) => one.id === id) ?? { id, themes: [], issue: null };
  return groups
    .flatMap((group) => group.flatMap((a, i) => group.slice(i + 1).map((b) => shared(at(a), at(b)))))
    .reduce((sum, n) => sum + n, 0);
};

describe('sizes', () => {
  it.each([
    [0, []],
    [1, [1]],
    [2, [2]],
    [3, [3]],
    [4, [4]],
    [5, [3, 2]],
    [6, [3, 3]],
    [7, [4, 3]],
    [8, [3, 3, 2]],
    [10, [4, 3, 3]],
    [12, [3, 3, 3, 3]],
  ])('of %i organisations', (n, sizes) => {
    expect(groupSizes(n)).toEqual(sizes);
  });
});

describe('what two organisations share', () => {
  const one = (themes: number[], issue: number | null = null): Themed => ({
    id: org('o'),
    themes: themes.map((n) => theme(`t${n}`)),
    issue: issue === null ? null : theme(`t${issue}`),
  });

  it('is nothing, or the part of their themes that both work on, however often each is there', () => {
    expect([shared(one([]), one([])), shared(one([1]), one([2])), shared(one([1]), one([]))]).toEqual([0, 0, 0]);
    expect([shared(one([1, 2]), one([2, 1])), shared(one([1, 2]), one([2, 3]))]).toEqual([1_000, 333]);
    expect(shared(one([1, 1, 2]), one([2, 3, 3, 1]))).toBe(667);
  });

  it('is above all their issue, and no issue is none', () => {
    const themes = Array.from({ length: 24 }, () => shared(one([1]), one([1]))).reduce((sum, n) => sum + n);
    expect(shared(one([], 1), one([], 1))).toBeGreaterThan(themes);
    expect(shared(one([1], 1), one([1], 1))).toBe(shared(one([], 1), one([], 1)) + 1_000);
    expect([shared(one([], 1), one([], 2)), shared(one([], 1), one([]))]).toEqual([0, 0]);
  });
});

describe('proposal', () => {
  it('has each organisation exactly once, in groups of the right sizes', () => {
    fc.assert(
      fc.property(cohort, (all) => {
        const groups = proposeGroups(all);
        expect(groups.flat().sort()).toEqual(all.map(({ id }) => id).sort());
        const sizes = groups.map((group) => group.length).sort();
        expect(sizes).toEqual(groupSizes(all.length).sort());
      }),
    );
  });

  it('is the same every time, and keeps the order of the list', () => {
    fc.assert(
      fc.property(cohort, (all) => {
        const groups = proposeGroups(all);
        expect(proposeGroups(structuredClone(all))).toEqual(groups);
        const place = (id: OrgId | undefined): number => all.findIndex((one) => one.id === id);
        for (const group of groups) expect(group.map(place)).toEqual(group.map(place).sort((a, b) => a - b));
        const firsts = groups.map(([first]) => place(first));
        expect(firsts).toEqual([...firsts].sort((a, b) => a - b));
      }),
    );
  });

  it('never puts one issue twice in a group when there are groups enough', () => {
    fc.assert(
      fc.property(cohort, (all) => {
        const groups = proposeGroups(all);
        const chosen = all.flatMap(({ issue }) => issue ?? []);
        const times = (issue: ThemeId): number => chosen.filter((one) => one === issue).length;
        fc.pre(chosen.every((issue) => times(issue) <= groups.length));
        for (const group of groups) {
          const issues = group.flatMap((id) => all.find((one) => one.id === id)?.issue ?? []);
          expect(new Set(issues).size).toBe(issues.length);
        }
      }),
    );
  });

  it('cannot be made better by swapping two organisations', () => {
    fc.assert(
      fc.property(cohort, fc.nat(), fc.nat(), (all, i, j) => {
        fc.pre(all.length > 4);
        const groups = proposeGroups(all);
        const [one, two] = [all[i % all.length]?.id, all[j % all.length]?.id];
        const swapped = groups.map((group) =>
          group.map((id) => (id === one ? (two ?? id) : id === two ? (one ?? id) : id)),
        );
        expect(sharedIn(groups, all)).toBeLessThanOrEqual(sharedIn(swapped, all));
      }),
    );
  });

  it('deals like cards where nobody shares anything', () => {
    const all = [1, 2, 3, 4, 5, 6, 7].map((n): Themed => ({ id: org(`o${n}`), themes: [], issue: null }));
    expect(proposeGroups(all)).toEqual([
      ['o1', 'o3', 'o5', 'o7'],
      ['o2', 'o4', 'o6'],
    ]);
  });

  it('mixes organisations that work on the same themes', () => {
    const all = [1, 1, 1, 2, 2, 2, 3, 3, 3].map(
      (n, i): Themed => ({ id: org(`o${i}`), themes: [theme(`t${n}`)], issue: null }),
    );
    expect(sharedIn(proposeGroups(all), all)).toBe(0);
  });
});
