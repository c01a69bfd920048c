/** How well a grouping of notes agrees with the one a facilitator made: the figures product.md asks for. */

/** A note whose theme is known. */
export interface LabelledNote {
  readonly id: string;
  readonly layer: string;
  readonly text: string;
  readonly theme: string | null;
  readonly themeAlt?: string;
  readonly duplicateOf?: string;
}

const pairs = (n: number): number => (n * (n - 1)) / 2;
const sizes = (labels: readonly string[]): number[] =>
  [...Map.groupBy(labels, (label) => label).values()].map((same) => same.length);
const pairsIn = (labels: readonly string[]): number => sizes(labels).reduce((sum, n) => sum + pairs(n), 0);

/** Adjusted Rand index (Hubert and Arabie 1985): 1 for the same grouping, about 0 for a random one. */
export function adjustedRand(truth: readonly string[], found: readonly string[]): number {
  const both = pairsIn(truth.map((label, i) => `${label}\n${found[i]}`));
  const [a, b, all] = [pairsIn(truth), pairsIn(found), pairs(truth.length)];
  const expected = (a * b) / all;
  const most = (a + b) / 2;
  return most === expected ? 1 : (both - expected) / (most - expected);
}

/** `groups`: what was proposed for a note; who is in none is alone. */
export function scoreOf(notes: readonly LabelledNote[], groups: ReadonlyMap<string, string>) {
  const truth = notes.map(({ theme }) => theme ?? '');
  const found = notes.map(({ id }) => groups.get(id) ?? `alone ${id}`);
  const byGroup = Map.groupBy(
    notes.filter(({ id }) => groups.has(id)),
    ({ id }) => groups.get(id),
  );
  let right = 0;
  for (const inside of byGroup.values()) {
    const themes = Map.groupBy(inside, ({ theme }) => theme);
    const [most] = [...themes].sort((a, b) => b[1].length - a[1].length);
    right += inside.filter(({ theme, themeAlt }) => theme === most?.[0] || themeAlt === most?.[0]).length;
  }
  return { ari: adjustedRand(truth, found), coverage: groups.size / notes.length, right: right / groups.size };
}
