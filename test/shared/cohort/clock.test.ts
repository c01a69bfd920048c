/** A clock of a phase: started, stopped, given time and taken some, by the time of the server. */
import { describe, expect, it } from 'vitest';
import { addMinutes, type Clock, leftOf, pauseClock, resumeClock, startClock } from '../../../shared/cohort/clock.ts';

const NOW = 1_700_000_000_000;
const MINUTE = 60_000;
const paused = (minutes: number): Clock => ({ kind: 'paused', leftMs: minutes * MINUTE });

it('runs from its minutes down, below zero when time is over', () => {
  const clock = startClock(5, NOW);
  expect(clock).toEqual({ kind: 'running', endsAt: NOW + 5 * MINUTE });
  expect([0, 4, 7].map((minutes) => leftOf(clock, NOW + minutes * MINUTE) / MINUTE)).toEqual([5, 1, -2]);
});

it('stands still while it is paused, and goes on with what was left', () => {
  const stopped = pauseClock(startClock(5, NOW), NOW + 2 * MINUTE);
  expect(stopped).toEqual(paused(3));
  expect(leftOf(stopped, NOW + 90 * MINUTE)).toBe(3 * MINUTE);
  expect(resumeClock(stopped, NOW + 90 * MINUTE)).toEqual({ kind: 'running', endsAt: NOW + 93 * MINUTE });
});

describe.each(['running', 'paused'] as const)('A clock that is %s', (kind) => {
  const withLeft = (minutes: number): Clock =>
    kind === 'running' ? { kind, endsAt: NOW + minutes * MINUTE } : paused(minutes);
  const after = (left: number, added: number): number => {
    const clock = addMinutes(withLeft(left), added, NOW);
    expect(clock.kind).toBe(kind);
    return leftOf(clock, NOW) / MINUTE;
  };

  it.each([
    ['gets more', 5, 2, 7],
    ['gets all of it from now on when time was over', -3, 2, 2],
    ['loses some', 5, -2, 3],
    ['loses no more than there is', 1, -2, 0],
    ['loses nothing when time is over, and gets none', -3, -2, -3],
    ['gets no more than half a day', 715, 30, 720],
    ['stays as it is for nothing', 5, 0, 5],
  ])('%s: %i and %i minutes', (_, left, added, then) => {
    expect(after(left, added)).toBe(then);
  });
});
