/** Several runs of one server on one scenario as one: the middle of each figure, and every fault. Knows no run. */
import type { Outcome } from '../scenarios/scenario.ts';

export function middleOf(outcomes: readonly Outcome[]): Outcome {
  const names = new Set(outcomes.flatMap(({ figures }) => Object.keys(figures)));
  const figures = Object.fromEntries(
    [...names].map((name) => [name, median(outcomes.flatMap(({ figures: { [name]: value } }) => value ?? []))]),
  );
  return { figures, faults: [...new Set(outcomes.flatMap(({ faults }) => faults))] };
}

/** Of two in the middle the lower one. */
function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[(sorted.length - 1) >> 1] ?? Number.NaN;
}
