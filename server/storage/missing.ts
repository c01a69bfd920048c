/**
 * Which records of a board are missing: its records are numbered without a hole, up to an end that is kept apart from
 * them. Knows numbers only.
 */

/** Numbers from the first to the last, both included. */
export interface Run {
  readonly first: number;
  readonly last: number;
}

/** The parts of `expected` that are neither there nor known to be lost. */
export function missingRuns(expected: Run, there: readonly number[], known: readonly Run[]): Run[] {
  const seen = [...there.map((seq) => ({ first: seq, last: seq })), ...known].sort((a, b) => a.first - b.first);
  const missing: Run[] = [];
  let next = expected.first;
  for (const { first, last } of seen) {
    if (first > expected.last) break;
    if (first > next) missing.push({ first: next, last: first - 1 });
    next = Math.max(next, last + 1);
  }
  if (next <= expected.last) missing.push({ first: next, last: expected.last });
  return missing;
}

export const countOf = (runs: readonly Run[]): number =>
  runs.reduce((sum, { first, last }) => sum + 1 + last - first, 0);
