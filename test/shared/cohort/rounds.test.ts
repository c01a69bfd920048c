import * as v from 'valibot';
import { expect, test } from 'vitest';
import {
  type PeerGroup,
  peerGroupSchema,
  roundNow,
  STEP_IDS,
  stepMinutes,
  turnRound,
} from '../../../shared/cohort/rounds.ts';
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

test('a round that is none, or of somebody who is not in the group, is nobody’s turn', () => {
  const clock = { kind: 'paused', leftMs: 0 } as const;
  const at = (presenter: number, step: number): PeerGroup => ({
    ...groupOf('a', 'b'),
    round: { presenter, step, clock },
  });
  expect([groupOf('a', 'b'), at(2, 0), at(0, STEP_IDS.length)].map(roundNow)).toEqual([null, null, null]);
  expect(roundNow(at(1, 4))).toEqual({ presenter: 'b', step: 'commit' });
});

test('what means nothing now changes nothing', () => {
  const waiting = groupOf('a', 'b');
  const done = { ...waiting, done: true };
  for (const deed of ['next', 'pause', 'resume'] as const)
    for (const group of [waiting, done]) expect(turnRound(group, { do: deed }, T0)).toBe(group);
  expect(turnRound(waiting, { do: 'back' }, T0)).toBe(waiting);
  expect(turnRound(waiting, { do: 'add-time', minutes: 2 }, T0)).toBe(waiting);
});

test('a round begins anew from anywhere, and a step gone to has its own minutes', () => {
  const begun = turnRound(groupOf('a', 'b'), { do: 'start' }, T0);
  const third = turnRound(turnRound(begun, { do: 'next' }, T0), { do: 'next' }, T0);
  expect(third.round).toEqual({ presenter: 0, step: 2, clock: { kind: 'running', endsAt: T0 + 5 * 60_000 } });
  expect(turnRound(third, { do: 'restart' }, T0)).toEqual(begun);
  expect(turnRound(third, { do: 'back' }, T0).round?.step).toBe(1);
  expect(turnRound(begun, { do: 'back' }, T0 + 1)).toEqual(turnRound(groupOf('a', 'b'), { do: 'start' }, T0 + 1));
  const again = turnRound({ ...groupOf('a', 'b'), done: true }, { do: 'start' }, T0);
  expect(again).toEqual(begun);
  const back = turnRound({ ...groupOf('a', 'b'), done: true }, { do: 'back' }, T0);
  expect(back).toMatchObject({ done: false, round: { presenter: 1, step: 4 } });
});

test.each<[string, object]>([
  ['a name that is none', { id: 'Group 1' }],
  ['an endless name', { id: 'g'.repeat(25) }],
  ['an organisation that is none', { organisations: ['not an id'] }],
  ['a step that is none', { round: { presenter: 0, step: STEP_IDS.length, clock: { kind: 'paused', leftMs: 0 } } }],
  ['half a step', { round: { presenter: 0, step: 0.5, clock: { kind: 'paused', leftMs: 0 } } }],
  ['a presenter before the first', { round: { presenter: -1, step: 0, clock: { kind: 'paused', leftMs: 0 } } }],
  ['no clock', { round: { presenter: 0, step: 0 } }],
  ['no word on whether it is done', { done: null }],
])('a group is none with %s', (_, change) => {
  const round = { presenter: 0, step: STEP_IDS.length - 1, clock: { kind: 'paused', leftMs: 0 } };
  const group = { ...groupOf('a', 'b'), id: 'g'.repeat(24), round };
  expect([v.is(peerGroupSchema, group), v.is(peerGroupSchema, { ...group, ...change })]).toEqual([true, false]);
});
