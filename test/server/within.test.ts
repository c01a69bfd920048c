import { describe, expect, it } from 'vitest';
import { within } from '../../server/within.ts';

const LONG_MS = 60_000;
const forEver = (): never => {
  for (;;);
};

describe('Work within a time', () => {
  it('gives what it returns, also nothing', () => {
    expect(within(LONG_MS, () => 7)).toEqual({ value: 7 });
    expect(within(LONG_MS, () => undefined)).toEqual({ value: undefined });
  });

  it('is ended when it does not end, and the next is done', () => {
    expect(within(20, forEver)).toBeNull();
    expect(within(LONG_MS, () => 8)).toEqual({ value: 8 });
  });

  it('throws what it throws', () => {
    const fails = (): never => {
      throw new RangeError('a mistake');
    };
    expect(() => within(LONG_MS, fails)).toThrow('a mistake');
  });

  it('may have other work inside, with a time of its own', () => {
    expect(within(LONG_MS, () => [within(20, forEver), within(LONG_MS, () => 1), 2])).toEqual({
      value: [null, { value: 1 }, 2],
    });
  });
});
