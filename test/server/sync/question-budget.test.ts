/** What questions may cost a connection, and a person over all of theirs. */
import { beforeEach, describe, expect, it } from 'vitest';
import { Budget } from '../../../server/sync/budget.ts';
import { QuestionBudgets } from '../../../server/sync/question-budget.ts';
import type { PersonId } from '../../../shared/ids.ts';

const limits = {
  answerBurstMs: 200,
  answerMsPerSecond: 100,
  personAnswerBurstMs: 2_000,
  personAnswerMsPerSecond: 100,
};
const person = (n: number): PersonId => `person-${n}` as PersonId;
let now = 0;
let budgets: QuestionBudgets;
beforeEach(() => {
  now = 1_000;
  budgets = new QuestionBudgets(limits, () => now);
});

describe('A connection', () => {
  it('may owe as much as it has at once, and not a ms more', () => {
    const one = budgets.forConnection(person(1));
    expect([one.charge(100, 100), one.charge(200, 0), one.charge(1, 0)]).toEqual([true, true, false]);
  });

  it('is never refused one answer for what it costs', () => {
    expect(budgets.forConnection(person(1)).charge(50_000, 50_000)).toBe(true);
  });

  it('has paid after a while', () => {
    const one = budgets.forConnection(person(1));
    expect([one.charge(200, 0), one.charge(200, 0), one.charge(200, 0)]).toEqual([true, true, false]);
    now += 4_000;
    expect([one.charge(200, 0), one.charge(200, 0)]).toEqual([true, false]);
  });

  it('pays a ms for each 15,000 bytes it asks with', () => {
    const one = budgets.forConnection(person(1));
    const asked = Array.from({ length: 401 }, () => one.chargeReading(15_000));
    expect([asked.indexOf(false), asked.length]).toEqual([400, 401]);
  });

  it('pays for reading what it asks, by its length', () => {
    const one = budgets.forConnection(person(1));
    expect([one.chargeReading(15_000 * 200), one.chargeReading(15_000 * 200)]).toEqual([true, true]);
    expect(one.chargeReading(15_000)).toBe(false);
  });
});

describe('A person', () => {
  /** As if each answer went to a connection of its own; how many were given before one was refused. */
  function answers(one: PersonId, most: number, workMs: number, sendMs = 0): number {
    for (let given = 0; given < most; given += 1) if (!budgets.forConnection(one).charge(workMs, sendMs)) return given;
    return most;
  }

  it('pays for the work over all connections, and for sending over each alone', () => {
    expect(answers(person(1), 40, 200)).toBe(20);
    expect(answers(person(2), 40, 0, 200)).toBe(40);
  });

  it('costs nobody else anything', () => {
    answers(person(1), 40, 200);
    expect(answers(person(2), 20, 200)).toBe(20);
  });

  it('owes it still after thousands of others came, and has paid when it is paid', () => {
    answers(person(1), 40, 200);
    for (let n = 2; n < 5_000; n += 1) budgets.forConnection(person(n));
    expect(answers(person(1), 40, 200)).toBe(0);
    now += 60_000;
    for (let n = 5_000; n < 10_000; n += 1) budgets.forConnection(person(n));
    expect(answers(person(1), 20, 200)).toBe(20);
  });
});

describe('People who come once', () => {
  /** So many came, of whom the first owe something; the most that were remembered at once. */
  function most(owing: number, came: number): number {
    let remembered = 0;
    for (let n = 0; n < came; n += 1) {
      const one = budgets.forConnection(person(n));
      if (n < owing) one.charge(1, 0);
      remembered = Math.max(remembered, budgets.people);
    }
    return remembered;
  }

  it('are forgotten when they are many, but for those who owe something', () => {
    expect(most(0, 10_000)).toBe(1_000);
    budgets = new QuestionBudgets(limits, () => now);
    expect([most(600, 10_000), budgets.people >= 600]).toEqual([1_200, true]);
    now += 60_000;
    for (let n = 10_000; n < 11_000; n += 1) budgets.forConnection(person(n));
    expect(budgets.people).toBeLessThanOrEqual(1_000);
  });
});

it('a budget is full until something is taken, and again when that has come back', () => {
  for (const begun of [0, 7_000]) {
    const budget = new Budget(100, 10, begun);
    expect(budget.isFull(begun)).toBe(true);
    budget.take(50, begun);
    expect([0, 4_999, 5_000].map((ms) => budget.isFull(begun + ms))).toEqual([false, false, true]);
  }
});
