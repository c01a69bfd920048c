import { describe, expect, it } from 'vitest';
import { SlowWriters } from '../../../server/sync/slow-writers.ts';

describe('Who makes a board slow', () => {
  it('is whoever writes what takes long again and again', () => {
    const slow = new SlowWriters();
    for (let n = 0; n < 400; n += 1) slow.took('x', 5, 30);
    expect(slow.isOne('x')).toBe(false);
    for (let n = 0; n < 100; n += 1) slow.took('x', 5, 30);
    expect(slow.isOne('x')).toBe(true);
  });

  it('is nobody whose updates are quick but for a pause of the computer now and then', () => {
    const slow = new SlowWriters();
    for (let n = 0; n < 250; n += 1) slow.took('x', 10, 30);
    for (let n = 0; n < 5_000; n += 1) slow.took('y', n % 200 === 0 ? 20 : 0.05, 30);
    expect([slow.isOne('x'), slow.isOne('y')]).toEqual([true, false]);
  });

  it('is nobody for a large update that takes what it must', () => {
    const slow = new SlowWriters();
    for (let n = 0; n < 50; n += 1) slow.took('x', 200, 1_000_000);
    expect(slow.isOne('x')).toBe(false);
  });

  it('is whoever sent what had to be ended three times, however quick the rest is, and nobody else', () => {
    const slow = new SlowWriters();
    slow.took('y', 200, 30);
    for (let n = 0; n < 2; n += 1) slow.ended('x');
    expect([slow.isOne('x'), slow.isOne('y')]).toEqual([false, false]);
    slow.ended('x');
    expect([slow.isOne('x'), slow.isOne('y')]).toEqual([true, false]);
  });
});
