import { describe, expect, it } from 'vitest';
import { middleOf } from './report/middle.ts';
import type { Outcome } from './scenarios/scenario.ts';

describe('Several runs', () => {
  it('count by the middle of each figure, so that one bad minute of the machine does not', () => {
    const runs = [3.4, 6.5, 3.6].map((cpu, n) => ({ figures: { cpu, p99: 18 + n }, faults: [] }));
    expect(middleOf(runs)).toEqual({ figures: { cpu: 3.6, p99: 19 }, faults: [] });
  });

  it('keep every fault, and the figures of those that had any', () => {
    const runs: Outcome[] = [
      { figures: {}, faults: ['it did not start'] },
      { figures: { cpu: 2 }, faults: ['different', 'it did not start'] },
    ];
    expect(middleOf(runs)).toEqual({ figures: { cpu: 2 }, faults: ['it did not start', 'different'] });
  });
});
