import { beforeEach, describe, expect, it } from 'vitest';
import { type Buckets, createBuckets } from '../../../server/http/token-bucket.ts';

let now = 0;
let buckets: Buckets;
beforeEach(() => {
  now = 5_000;
  buckets = createBuckets(3, 60_000, () => now);
});
const taken = (key: string, most: number): number => {
  for (let n = 0; n < most; n += 1) if (!buckets.take(key)) return n;
  return most;
};

describe('A bucket', () => {
  it('gives so many at once, each key its own', () => {
    expect([taken('a', 9), taken('b', 9)]).toEqual([3, 3]);
  });

  it('fills up again with time, and never above the brim', () => {
    taken('a', 3);
    now += 20_000;
    expect(taken('a', 9)).toBe(1);
    now += 600_000;
    expect(taken('a', 9)).toBe(3);
  });

  it('gives several at once or none of them', () => {
    expect([buckets.take('a', 4), buckets.take('a', 2), buckets.take('a', 2), buckets.take('a')]).toEqual([
      false,
      true,
      false,
      true,
    ]);
  });

  it('says whether one is left without taking it', () => {
    expect([buckets.has('a'), buckets.has('a'), taken('a', 9), buckets.has('a')]).toEqual([true, true, 3, false]);
    now += 19_999;
    expect(buckets.has('a')).toBe(false);
    now += 1;
    expect(buckets.has('a')).toBe(true);
  });

  it('that is not full is remembered whoever else comes; one that is full again is as good as new', () => {
    taken('a', 3);
    for (let n = 0; n < 25_000; n += 1) buckets.take(`other ${n}`);
    expect(buckets.take('a')).toBe(false);
    now += 60_000;
    for (let n = 0; n < 25_000; n += 1) buckets.take(`another ${n}`);
    expect(taken('a', 9)).toBe(3);
  });
});
