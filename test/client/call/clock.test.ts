/** The clock of a call: the server's time on a device that is wrong, its digits, and what is said aloud. */
import { describe, expect, it } from 'vitest';
import { digitsOf, leftInWords, turnOf } from '../../../client/call/clock-words.ts';
import { untilNextSecond } from '../../../client/call/use-now.ts';
import { hourOf } from '../../../client/i18n/dates.ts';
import { offsetOf, ServerClock } from '../../../client/sync/server-clock.ts';

/** A device `wrongMs` ahead of the server, `there` and `back` away from it. */
class Device {
  real = 1_700_000_000_000;
  wrongMs: number;
  trips: (readonly [there: number, back: number])[];
  answers = true;
  asked = 0;
  readonly clock: ServerClock;

  constructor(wrongMs: number, trips: (readonly [number, number])[]) {
    this.wrongMs = wrongMs;
    this.trips = trips;
    this.clock = new ServerClock({
      ask: async () => {
        const [there, back] = this.trips[Math.min(this.asked, this.trips.length - 1)] ?? [0, 0];
        this.asked += 1;
        this.real += there;
        const server = this.real;
        this.real += back;
        return this.answers ? server : null;
      },
      wall: () => this.real + this.wrongMs,
      steady: () => this.real - 1_600_000_000_000,
    });
  }
  /** How wrong the clock it shows is. */
  get error(): number {
    return Math.abs(this.clock.now() - this.real);
  }
}

describe('the time of the server', () => {
  it.each([
    ['a clock five minutes fast', 300_000, [[5, 5]]],
    ['a clock an hour slow', -3_600_000, [[5, 5]]],
    ['400 ms of latency', 90_000, [[200, 200]]],
    ['400 ms of latency, all of it on one way', 0, [[400, 0]]],
    [
      'a first question that opens the connection',
      -40_000,
      [
        [1900, 100],
        [120, 80],
      ],
    ],
    [
      'a line that stutters',
      0,
      [
        [900, 30],
        [30, 1200],
        [60, 40],
        [700, 10],
        [20, 900],
      ],
    ],
  ] as const)('is known within 250 ms with %s', async (_, wrong, trips) => {
    const device = new Device(wrong, [...trips]);
    await device.clock.refine();
    expect(device.error).toBeLessThan(250);
    expect(device.error).toBeLessThanOrEqual(device.clock.offset.get()?.within ?? 0);
  });

  it('is the own clock until somebody answered, and what was known when nobody answers any more', async () => {
    const device = new Device(60_000, [[5, 5]]);
    device.answers = false;
    await device.clock.refine();
    expect(device.clock.offset.get()).toBeNull();
    device.answers = true;
    await device.clock.refine();
    device.answers = false;
    await device.clock.refine();
    expect(device.error).toBeLessThan(10);
  });

  it('asks a good line little, and once for all who ask at the same time', async () => {
    const device = new Device(0, [[2, 2]]);
    await Promise.all([device.clock.refine(), device.clock.refine()]);
    expect(device.asked).toBe(2);
  });

  it('notices that the clock of the device was moved', async () => {
    const device = new Device(0, [[5, 5]]);
    await device.clock.refine();
    expect(device.clock.wasMoved).toBe(false);
    device.wrongMs = -7_200_000;
    expect(device.clock.wasMoved).toBe(true);
    await device.clock.refine();
    expect(device.clock.wasMoved).toBe(false);
    expect(device.error).toBeLessThan(10);
  });

  it('is nothing without samples', () => {
    expect(offsetOf([])).toBeNull();
  });

  it('ticks where the server begins a second', () => {
    expect(untilNextSecond(5000)).toBe(1000);
    expect(untilNextSecond(5001)).toBe(999);
    expect(untilNextSecond(-250)).toBe(250);
  });
});

describe('digits', () => {
  it.each([
    [600_000, '10:00'],
    [599_001, '10:00'],
    [599_000, '9:59'],
    [61_000, '1:01'],
    [1, '0:01'],
    [0, '0:00'],
    [-999, '0:00'],
    [-1000, '+0:01'],
    [-75_400, '+1:15'],
    [3_600_000, '1:00:00'],
    [3_725_000, '1:02:05'],
  ])('of %i are %s', (left, digits) => {
    expect(digitsOf(left)).toBe(digits);
  });
});

describe('what is said aloud', () => {
  it.each([
    [125_000, 121_000, null],
    [121_000, 120_000, 'call.clock.left'],
    [120_000, 119_000, null],
    [1000, 0, 'call.clock.over'],
    [0, -1000, null],
    [-4000, 120_000, 'call.clock.left'],
    [600_000, 720_000, null],
  ])('between %i and %i is %s', (before, now, key) => {
    expect(turnOf(before, now)?.key ?? null).toBe(key);
  });

  it('is whole minutes to who comes by', () => {
    expect(leftInWords(185_000)).toEqual({ key: 'call.clock.left', values: { count: 3 } });
    expect(leftInWords(59_000).key).toBe('call.clock.underOne');
    expect(leftInWords(-1).key).toBe('call.clock.over');
  });
});

it('has the hours of Puerto Rico, wherever the device is and whatever the season', () => {
  expect(hourOf(Date.UTC(2026, 6, 1, 18, 30), 'es')).toBe('2:30\u00a0p.\u00a0m.');
  expect(hourOf(Date.UTC(2026, 11, 1, 4, 5), 'en')).toBe('12:05\u00a0a.m.');
});
