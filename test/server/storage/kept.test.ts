/** Rows that are kept: read once, again after a change, and never too many of them. */
import { expect, it } from 'vitest';
import { Kept } from '../../../server/storage/kept.ts';

it('reads a row once, also one that is not there, and again when it was forgotten', () => {
  const kept = new Kept<string, number>();
  let reads = 0;
  const read = (value: number | null) => (): number | null => {
    reads += 1;
    return value;
  };
  expect([kept.get('a', read(1)), kept.get('a', read(2)), reads]).toEqual([1, 1, 1]);
  expect([kept.get('b', read(null)), kept.get('b', read(3)), reads]).toEqual([null, null, 2]);
  kept.forget('a');
  expect([kept.get('a', read(4)), kept.get('b', read(5))]).toEqual([4, null]);
  kept.clear();
  expect(kept.get('b', read(6))).toBe(6);
});

it('forgets all rather than keep more and more', () => {
  const kept = new Kept<number, number>();
  for (let key = 0; key < 2_001; key += 1) kept.get(key, () => key);
  expect(kept.get(0, () => -1)).toBe(-1);
  expect(kept.get(2_000, () => -1)).toBe(2_000);
});
