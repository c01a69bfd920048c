import { expect, test } from 'vitest';
import { type PeerGroup, roundNow, STEP_IDS, stepMinutes, turnRound } from '../../../shared/cohort/rounds.ts';
import type { OrgId } from '../../../shared/ids.ts';

const T0 = 1_700_000_000_000;
const groupOf = (...names: string[]): PeerGroup => ({
  id: 'g1',
  organisations: names as OrgId[],
  round: null,
  done: false,
});
const minutes = (group: PeerGroup): number => STEP_IDS.reduce((sum, _, i) => sum + stepMinutes(group, i), 0);

test('rounds fit the same 45 minutes in groups of three and of four', () => {
  expect(minutes(groupOf('a', 'b', 'c')) * 3).toBe(45);
  expect(minutes(groupOf('a', 'b', 'c', 'd')) * 4).toBe(44);
});

test('every organisation presents once, step by step, and then it is done', () => {
  let group = turnRound(groupOf('a', 'b', 'c'), { do: 'start' }, T0);
  const seen: string[] = [];
  for (let turn = roundNow(group); turn; turn = roundNow(group)) {
    seen.push(`${turn.presenter}:${turn.step}`);
    group = turnRound(group, { do: 'next' }, T0);
  }
  expect(seen).toEqual(['a', 'b', 'c'].flatMap((org) => STEP_IDS.map((step) => `${org}:${step}`)));
  expect(group.done).toBe(true);
  expect(roundNow(turnRound(group, { do: 'back' }, T0))).toEqual({ presenter: 'c', step: 'commit' });
});

test('back goes to the step before, over the edge of a round as well', () => {
  const second = [...STEP_IDS].reduce(
    (group) => turnRound(group, { do: 'next' }, T0),
    turnRound(groupOf('a', 'b'), { do: 'start' }, T0),
  );
  expect(roundNow(second)).toEqual({ presenter: 'b', step: 'present' });
  expect(roundNow(turnRound(second, { do: 'back' }, T0))).toEqual({ presenter: 'a', step: 'commit' });
});

test('starting twice starts once', () => {
  const group = turnRound(groupOf('a', 'b'), { do: 'start' }, T0);
  expect(turnRound(group, { do: 'start' }, T0 + 5000)).toBe(group);
});

test('the clock of a step is its own: minutes added, stood and gone on', () => {
  const group = turnRound(groupOf('a', 'b'), { do: 'start' }, T0);
  const longer = turnRound(group, { do: 'add-time', minutes: 1 }, T0);
  expect(longer.round?.clock).toEqual({ kind: 'running', endsAt: T0 + 4 * 60_000 });
  const stood = turnRound(longer, { do: 'pause' }, T0 + 60_000);
  expect(turnRound(stood, { do: 'resume' }, T0 + 999_000).round?.clock).toEqual({
    kind: 'running',
    endsAt: T0 + 999_000 + 3 * 60_000,
  });
});
