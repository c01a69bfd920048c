/** What is being tried of a board: in which order it comes onto it, and when what was found out does not hold any more. */
import { describe, expect, it } from 'vitest';
import type { Outcome, ToTry } from '../../../server/sync/judge.ts';
import type { Verdict } from '../../../server/sync/ports.ts';
import { UnderTrial } from '../../../server/sync/under-trial.ts';
import * as c from '../../kit/crafted.ts';
import { written } from '../../kit/leaping.ts';

const of = (...clients: number[]): ToTry => ({ update: new Uint8Array(), clients: new Set(clients) });

function world() {
  const underTrial = new UnderTrial();
  const end = (one: ToTry, verdict: Verdict = 'fine'): Outcome => {
    const outcome = { of: one, verdict };
    underTrial.ended(outcome);
    return outcome;
  };
  return {
    underTrial,
    end,
    begin: (...ones: ToTry[]): void => {
      for (const one of ones) underTrial.add(one);
      for (const one of ones) underTrial.begun(one);
    },
    /** Which of these clients have something tried. */
    busy: (...clients: number[]): number[] => clients.filter((client) => underTrial.isBefore(of(client), 'y')),
  };
}

describe('what came of a trial', () => {
  it('holds in the order in which it was found out', () => {
    const { underTrial, begin, end } = world();
    const [one, other] = [of(1), of(2)];
    begin(one, other);
    const outcomes = [end(other), end(one, 'unread')] as const;
    expect(outcomes.map((outcome) => underTrial.isEarly(outcome))).toEqual([false, true]);
    expect(underTrial.take(outcomes[0])).toBe(true);
    expect(underTrial.isEarly(outcomes[1])).toBe(false);
    expect(underTrial.take(outcomes[1])).toBe(true);
  });

  it('holds once', () => {
    const { underTrial, begin, end } = world();
    const one = of(1);
    begin(one);
    const outcome = end(one);
    expect([underTrial.take(outcome), underTrial.take(outcome)]).toEqual([true, false]);
  });

  it('does not hold, and is not waited for, once the copy is not the board: neither found nor on its way', () => {
    const { underTrial, begin, end } = world();
    const [found, onItsWay, after] = [of(1), of(2), of(3)];
    begin(found, onItsWay);
    const outcome = end(found);
    underTrial.distrust();
    const late = end(onItsWay);
    begin(after);
    const fresh = end(after);
    expect([outcome, late, fresh].map((each) => underTrial.isEarly(each))).toEqual([false, false, false]);
    expect([outcome, late, fresh].map((each) => underTrial.take(each))).toEqual([false, false, true]);
  });

  it('holds when it is begun again after that', () => {
    const { underTrial, begin, end } = world();
    const one = of(1);
    begin(one);
    underTrial.distrust();
    underTrial.begun(one);
    expect(underTrial.take(end(one))).toBe(true);
  });

  it.each(['slow', 'nesting', 'none'] as const)('is not waited for when it is %s', (verdict) => {
    const { underTrial, begin, end } = world();
    const [bad, good] = [of(1), of(2)];
    begin(bad, good);
    end(bad, verdict);
    expect(underTrial.isEarly(end(good))).toBe(false);
  });
});

describe('a client', () => {
  it('has something tried from when that is asked for until it comes onto the board', () => {
    const { underTrial, end, busy } = world();
    const one = of(1, 2);
    expect(busy(1, 2, 3)).toEqual([]);
    underTrial.add(one);
    expect(busy(1, 2, 3)).toEqual([1, 2]);
    underTrial.begun(one);
    const outcome = end(one);
    expect(busy(1, 2, 3)).toEqual([1, 2]);
    underTrial.take(outcome);
    expect(busy(1, 2, 3)).toEqual([]);
  });

  it('has, as long as one of several of theirs is tried', () => {
    const { underTrial, begin, end, busy } = world();
    const [one, other, another] = [of(1), of(1, 2), of(3)];
    begin(one, other, another);
    const outcome = end(one);
    underTrial.take(outcome);
    underTrial.take(outcome);
    expect(busy(1, 2, 3)).toEqual([1, 2, 3]);
    underTrial.take(end(other));
    expect(busy(1, 2, 3)).toEqual([3]);
  });

  it.each(['slow', 'nesting', 'none'] as const)('has not, once it was found %s', (verdict) => {
    const { underTrial, begin, end, busy } = world();
    const one = of(1);
    begin(one);
    const outcome = end(one, verdict);
    expect(busy(1)).toEqual([]);
    underTrial.take(outcome);
    underTrial.add(one);
    expect(busy(1)).toEqual([1]);
  });

  it('has, when what was found does not hold, until it comes again', () => {
    const { underTrial, begin, end, busy } = world();
    const one = of(1);
    begin(one);
    const outcome = end(one);
    underTrial.distrust();
    expect(busy(1)).toEqual([1]);
    underTrial.take(outcome);
    expect(busy(1)).toEqual([]);
  });
});

describe('while something is tried', () => {
  const chars = (count: number): ToTry => ({
    update: written(9, 0, count, (n) => c.item(c.string('x'), n === 0 ? { parent: 'list' } : { origin: [9, n - 1] })),
    clients: new Set([9]),
  });
  /** With 5,000 parts: 300 of each person may go past it. */
  const large = { ...chars(5_000), clients: new Set([1]) };

  it('little goes past it, and what is large comes after it', () => {
    const { underTrial, begin } = world();
    begin(large);
    expect([chars(300), chars(301)].map((one) => underTrial.isBefore(one, 'y'))).toEqual([false, true]);
  });

  it('each person may go past it by so much, until it is on the board', () => {
    const { underTrial, begin, end } = world();
    begin(large);
    for (let n = 0; n < 30; n += 1) underTrial.passed(chars(9).update, 'y');
    const mustWait = (): boolean[] => ['y', 'z'].map((writer) => underTrial.isBefore(chars(31), writer));
    expect(mustWait()).toEqual([true, false]);
    const outcome = end(large);
    expect(mustWait()).toEqual([true, false]);
    underTrial.take(outcome);
    expect(mustWait()).toEqual([false, false]);
  });

  it('what came before its turn does not count, nor before it was begun again', () => {
    const { underTrial } = world();
    underTrial.add(large);
    underTrial.passed(chars(3_000).update, 'y');
    underTrial.begun(large);
    expect(underTrial.isBefore(chars(250), 'y')).toBe(false);
    underTrial.passed(chars(250).update, 'y');
    expect(underTrial.isBefore(chars(250), 'y')).toBe(true);
    underTrial.begun(large);
    expect(underTrial.isBefore(chars(250), 'y')).toBe(false);
  });

  it('anything may go past what is little', () => {
    const { underTrial, begin } = world();
    begin({ ...chars(10), clients: new Set([1]) });
    expect(underTrial.isBefore(chars(30_000), 'y')).toBe(false);
  });
});
