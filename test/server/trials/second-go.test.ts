/** What is tried once more, how long it may take then, and what a mistake comes to: a process answers as the test says. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Child } from '../../../server/child.ts';
import type { Trials, Tried } from '../../../server/sync/ports.ts';
import type { TrialAnswer, TrialRequest, TrialResult } from '../../../server/trials/messages.ts';
import { createTrials } from '../../../server/trials/trials.ts';
import { FakeClock } from '../../kit/fake-clock.ts';

type Said = TrialResult['verdict'] | 'failed';

/** What the process was asked, and what it is going to say. */
const asked: TrialRequest[] = [];
const answers: Said[] = [];
const events: string[] = [];

vi.mock('../../../server/child.ts', () => ({
  ChildEnded: Error,
  startChild: (): Child => ({
    ask: async (question): Promise<TrialAnswer> => {
      asked.push(question as TrialRequest);
      const verdict = answers.shift() ?? 'fine';
      if (verdict === 'failed') return { failed: 'TypeError' };
      return { verdict, ms: 1, heldMs: new Float64Array(), shape: null, copies: [] };
    },
    end: async () => undefined,
  }),
}));

let trials: Trials;
beforeEach(() => {
  trials = createTrials(new FakeClock(), (event) => events.push(event));
});
afterEach(async () => {
  await trials.close();
  for (const list of [asked, answers, events]) list.splice(0);
});

/** What came of it in the end. */
async function verdictOf(...said: Said[]): Promise<Tried['verdict']> {
  answers.push(...said);
  const holds = () => ({ copy: null, updates: [] });
  const tried = await new Promise<Tried>((done) =>
    trials.try({ writer: 'x', cohort: 'c', update: new Uint8Array([0, 0]), holds, done }),
  );
  return tried.verdict;
}
const patience = (): number[] => asked.map((request) => request.patience);

it('what took too long is tried once more, and gets no more time than before', async () => {
  expect(await verdictOf('slow', 'slow')).toBe('slow');
  expect(patience()).toEqual([1, 1]);
});

it('what took too long once is fine when it is in time then', async () => {
  expect(await verdictOf('slow', 'fine')).toBe('fine');
  expect(patience()).toEqual([1, 1]);
});

it('what the computer did not get to is begun again with more time, once', async () => {
  expect(await verdictOf('again', 'again')).toBe('none');
  expect(patience()).toEqual([1, 4]);
});

it.each(['fine', 'unread', 'nesting', 'none'] as const)('what is %s is not tried again', async (verdict) => {
  expect(await verdictOf(verdict)).toBe(verdict);
  expect(patience()).toEqual([1]);
});

it('where the process made a mistake nothing was tried, and the next one is', async () => {
  expect(await verdictOf('failed')).toBe('none');
  expect([events, patience()]).toEqual([['trial-failed'], [1]]);
  expect(await verdictOf('fine')).toBe('fine');
});
