/** When work took too long, and when the computer did not get to it. */
import { describe, expect, it } from 'vitest';
import { inTime, wasStalled } from '../../../server/sync/in-time.ts';
import { hastyClock } from '../../kit/hasty-clock.ts';

const MOST = 100;

function world() {
  const clock = hastyClock();
  let begun = 0;
  /** How often it was done, and what came of it. */
  const attempt = () => [inTime(clock, MOST, () => (begun += 1)), begun];
  return { clock, attempt };
}

it('the computer did not get to work that had less than half of its time', () => {
  expect([wasStalled(0, MOST), wasStalled(49, MOST), wasStalled(50, MOST)]).toEqual([true, true, false]);
});

describe('Work that can be begun again', () => {
  it('is done once where it is done in time', () => {
    const { clock, attempt } = world();
    clock.takes = MOST;
    expect(attempt()).toEqual([{ value: 1 }, 1]);
    expect(clock.given).toBe(MOST);
  });

  it('is not begun again when it took too long', () => {
    const { clock, attempt } = world();
    clock.takes = MOST + 1;
    expect(attempt()).toEqual([null, 0]);
    expect(clock.given).toBe(MOST);
  });

  it('is begun again, with four times as much, when the computer did not get to it, whatever was done before', () => {
    const { clock, attempt } = world();
    clock.takes = MOST;
    clock.within(MOST, () => undefined);
    clock.stalls = 1;
    clock.takes = 4 * MOST;
    expect(attempt()).toEqual([{ value: 1 }, 1]);
    expect(clock.given).toBe(4 * MOST);
  });

  it('is given up after that', () => {
    const { clock, attempt } = world();
    clock.stalls = 2;
    expect(attempt()).toEqual([null, 0]);
    expect(clock.stalls).toBe(0);
  });
});
