import { describe, expect, it } from 'vitest';
import { SlowWriters } from '../../../server/sync/slow-writers.ts';

const clock = { now: (): number => 0 };

describe('Who makes a board slow', () => {
  it('is whoever writes what takes long again and again', () => {
    const slow = new SlowWriters(clock);
    for (let n = 0; n < 400; n += 1) slow.took('x', 5, 30);
    expect(slow.isOne('x')).toBe(false);
    for (let n = 0; n < 100; n += 1) slow.took('x', 5, 30);
    expect(slow.isOne('x')).toBe(true);
  });

  it('is nobody whose updates are quick but for a pause of the computer now and then', () => {
    const slow = new SlowWriters(clock);
    for (let n = 0; n < 250; n += 1) slow.took('x', 10, 30);
    for (let n = 0; n < 5_000; n += 1) slow.took('y', n % 200 === 0 ? 20 : 0.05, 30);
    expect([slow.isOne('x'), slow.isOne('y')]).toEqual([true, false]);
  });

  it('is nobody for a large update that takes what it must', () => {
    const slow = new SlowWriters(clock);
    for (let n = 0; n < 50; n += 1) slow.took('x', 200, 1_000_000);
    expect(slow.isOne('x')).toBe(false);
  });

  it('is nobody for good: it fades, and begins again', () => {
    let now = 0;
    const slow = new SlowWriters({ now: () => now });
    const writesFor = (seconds: number, msASecond: number): void => {
      for (let n = 0; n < seconds; n += 1) {
        slow.took('x', msASecond, 0);
        now += 1_000;
      }
    };
    writesFor(600, 65);
    expect(slow.isOne('x')).toBe(false);
    writesFor(60, 80);
    expect(slow.isOne('x')).toBe(true);
    now += 10_000;
    expect(slow.isOne('x')).toBe(false);
    writesFor(30, 80);
    expect(slow.isOne('x')).toBe(true);
  });

  it('is nobody who wrote little of what takes long, or who did so long ago', () => {
    let now = 0;
    const slow = new SlowWriters({ now: () => now });
    slow.took('y', 150, 0);
    now += 20_000;
    slow.took('x', 3_000, 0);
    expect([slow.isOne('x'), slow.isOne('y')]).toEqual([true, false]);
    slow.took('y', 30, 0);
    expect(slow.isOne('y')).toBe(true);
  });

  it('is told from who sent what had to be ended three times, however quick the rest is', () => {
    const slow = new SlowWriters(clock);
    for (let n = 0; n < 2; n += 1) slow.ended('x');
    expect([slow.wereEnded('x'), slow.isOne('x')]).toEqual([false, false]);
    slow.ended('x');
    expect([slow.wereEnded('x'), slow.wereEnded('y'), slow.isOne('x')]).toEqual([true, false, false]);
  });
});

describe('What is held against a writer', () => {
  /** So much above what an update without bytes may take. */
  const over = (ms: number): number => ms + 0.2;

  it('is more than two seconds of all together, and more than a tenth of a second of their own', () => {
    const slow = new SlowWriters(clock);
    slow.took('x', over(2_000), 0);
    expect(slow.isOne('x')).toBe(false);
    slow.took('y', over(100), 0);
    expect([slow.isOne('x'), slow.isOne('y')]).toEqual([true, false]);
    slow.took('y', over(1), 0);
    expect([slow.isOne('y'), slow.isOne('z')]).toEqual([true, false]);
  });

  it('is less by what their other updates take less', () => {
    const slow = new SlowWriters(clock);
    slow.took('x', over(2_001), 0);
    slow.took('y', over(200), 0);
    expect([slow.isOne('x'), slow.isOne('y')]).toEqual([true, true]);
    for (let n = 0; n < 501; n += 1) slow.took('y', 0, 0);
    expect([slow.isOne('x'), slow.isOne('y')]).toEqual([true, false]);
    for (let n = 0; n < 600; n += 1) slow.took('x', 0, 0);
    expect(slow.isOne('x')).toBe(false);
  });

  it('is never less than nothing: who wrote quickly before has earned no more time than others', () => {
    const slow = new SlowWriters(clock);
    for (let n = 0; n < 10_000; n += 1) slow.took('x', 0, 0);
    slow.took('x', over(2_001), 0);
    expect(slow.isOne('x')).toBe(true);
  });

  it('is what large updates take beyond three tenths of a second a megabyte', () => {
    const slow = new SlowWriters(clock);
    for (let n = 0; n < 10; n += 1) slow.took('x', over(300), 1_000_000);
    expect(slow.isOne('x')).toBe(false);
    for (let n = 0; n < 10; n += 1) slow.took('x', over(501), 1_000_000);
    expect(slow.isOne('x')).toBe(true);
  });
});
