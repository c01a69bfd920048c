/**
 * Peer groups as they are proposed: of three organisations, whose themes differ as much as can be. Pure, and the same
 * every time for the same organisations. Knows no board and changes nothing.
 */
import type { OrgId, ThemeId } from '../ids.ts';

/** An organisation with what it works on. */
export interface Themed {
  readonly id: OrgId;
  /** Of its notes on the group iceberg. */
  readonly themes: readonly ThemeId[];
  /** Of the issue it chose. */
  readonly issue: ThemeId | null;
}

/** How many organisations each group has: threes, and one of four or of two for the remainder. */
export function groupSizes(n: number): number[] {
  if (n === 1) return [1];
  const threes = Array.from({ length: Math.floor(n / 3) }, () => 3);
  if (n % 3 === 1) return [4, ...threes.slice(1)];
  return n % 3 === 2 ? [...threes, 2] : threes;
}

/** Each organisation is in exactly one group; groups and what is in them are in the order that was given. */
export function proposeGroups(organisations: readonly Themed[]): OrgId[][] {
  const places = dealt(organisations);
  while (swapBest(places)) {
    // Each swap makes the sum of what groups share smaller: it ends.
  }
  const orderOf = new Map(organisations.map(({ id }, i) => [id, i]));
  const order = (id: OrgId | undefined): number => (id === undefined ? -1 : (orderOf.get(id) ?? -1));
  return places
    .map((group) => group.map(({ id }) => id).sort((a, b) => order(a) - order(b)))
    .sort((a, b) => order(a[0]) - order(b[0]));
}

/**
 * Like cards: those with the same issue follow each other, and so come to different groups as far as there are enough.
 * Sizes differ by one at most, the larger ones first: going round and round makes them.
 */
function dealt(organisations: readonly Themed[]): Themed[][] {
  const groups = groupSizes(organisations.length).map((): Themed[] => []);
  for (const [i, one] of byIssue(organisations).entries()) groups[i % groups.length]?.push(one);
  return groups;
}

function byIssue(organisations: readonly Themed[]): Themed[] {
  const order = [...new Set(organisations.map(({ issue }) => issue))];
  return order.flatMap((issue) => organisations.filter((one) => one.issue === issue));
}

/** The same issue weighs more than all themes together. */
const SAME_ISSUE = 1_000_000;
const SAME_THEMES = 1000;

/** What two organisations share: 0 when nothing. A whole number, so that sums are exact. */
export function shared(a: Themed, b: Themed): number {
  const issue = a.issue !== null && a.issue === b.issue ? SAME_ISSUE : 0;
  const all = new Set([...a.themes, ...b.themes]).size;
  const both = new Set(a.themes.filter((theme) => b.themes.includes(theme))).size;
  return issue + (all === 0 ? 0 : Math.round((SAME_THEMES * both) / all));
}

const cost = (one: Themed, group: readonly Themed[], except: Themed): number =>
  group.reduce((sum, other) => (other === except ? sum : sum + shared(one, other)), 0);

/** Swaps the two organisations that gain most. False when no swap gains anything. */
function swapBest(groups: Themed[][]): boolean {
  let best = { gain: 0, swap: (): void => undefined };
  for (const [i, group] of groups.entries()) {
    for (const other of groups.slice(i + 1)) {
      for (const [a, one] of group.entries()) {
        for (const [b, two] of other.entries()) {
          const before = cost(one, group, one) + cost(two, other, two);
          const gain = before - cost(two, group, one) - cost(one, other, two);
          if (gain <= best.gain) continue;
          best = {
            gain,
            swap() {
              group[a] = two;
              other[b] = one;
            },
          };
        }
      }
    }
  }
  best.swap();
  return best.gain > 0;
}
