/** What long work on a board costs it, and what it costs all boards together. */
import { describe, expect, it } from 'vitest';
import { BoardRest } from '../../../server/sync/board-rest.ts';
import { LongWork } from '../../../server/sync/long-work.ts';

/** Work of this board on a clock that it moves itself. */
function world() {
  let now = 0;
  const clock = { now: () => now, used: () => now };
  const long = new LongWork(clock.now);
  const rest = new BoardRest(clock, long);
  const works = (ms: number, done: { readonly value: string } | null = { value: 'done' }) =>
    rest.after(() => {
      now += ms;
      return done;
    });
  /** How long it rests from now on. */
  const restMs = (): number => {
    const from = now;
    while (rest.isResting) now += 1;
    return now - from;
  };
  return { rest, long, works, restMs };
}

describe('A board', () => {
  it('rests ten times as long as its work took above three tenths of a second', () => {
    const { works, restMs } = world();
    expect(works(300)).toEqual({ value: 'done' });
    expect(restMs()).toBe(0);
    works(301);
    expect(restMs()).toBe(3_010);
  });

  it('rests until there is time again when short work on it was ended for want of that', () => {
    const { long, works, restMs } = world();
    long.took(700, false);
    expect(() => works(50, null)).toThrow('busy');
    const { waitMs } = long;
    expect(waitMs).toBeGreaterThan(2_000);
    expect(restMs()).toBe(waitMs);
  });

  it('does not rest after short work that was done, or that failed, whatever others have taken', () => {
    const { rest, long, works, restMs } = world();
    long.took(700, false);
    works(50);
    const fails = () =>
      rest.after<string>(() => {
        throw new Error('a bug');
      });
    expect(fails).toThrow('a bug');
    expect(restMs()).toBe(0);
  });

  it('takes nothing from others with short work, unless that was ended', () => {
    const { long, works } = world();
    for (let n = 0; n < 100; n += 1) works(100);
    expect(long.waitMs).toBe(0);
    for (let n = 0; n < 7; n += 1) expect(() => works(100, null)).toThrow('busy');
    expect(long.waitMs).toBeGreaterThan(0);
  });
});
