/** Which layer or zone everybody works on, how the others stand, and whose view follows. */
import { afterEach, expect, it } from 'vitest';
import { byHand } from '../../../client/board/by-hand.ts';
import { focusOf, followFocus, homeOf, type Part, stateOf } from '../../../client/board/focus.ts';
import type { BoardSession } from '../../../client/board/session.ts';
import { writable } from '../../../client/board/store.ts';
import { type Call, newCall, type ValuePart } from '../../../shared/cohort/call.ts';
import { joinedSessions } from '../../kit/session.ts';

let session: BoardSession | undefined;
afterEach(() => session?.close());

const inValue = (current: ValuePart): Call => ({
  ...newCall(),
  status: 'running',
  phase: 'value',
  zone: { current, clock: null },
});

it('knows the zone of the moment in the value phase, on value boards only, and closes none', () => {
  const call = inValue('impact');
  const focus = focusOf(call, 'value');
  expect(focus?.current).toBe('impact');
  expect(stateOf(focus, 'impact')).toBe('current');
  expect(stateOf(focus, 'alliances')).toBe('open');
  expect(stateOf(focus, 'statement')).toBe('open');
  expect(focusOf(call, 'iceberg')).toBeNull();
  expect(focusOf({ ...call, status: 'closed' }, 'value')).toBeNull();
  expect(focusOf({ ...call, phase: 'issue' }, 'value')).toBeNull();
});

it('closes layers that are not open yet', () => {
  const call: Call = {
    ...inValue('impact'),
    phase: 'iceberg',
    layers: { open: ['results', 'patterns'], current: 'patterns' },
  };
  const focus = focusOf(call, 'iceberg');
  expect((['results', 'patterns', 'structures'] as const).map((layer) => stateOf(focus, layer))).toEqual([
    'open',
    'current',
    'closed',
  ]);
});

it('takes the view along to the next zone, and offers it to who is writing', () => {
  session = joinedSessions('value', 1)[0];
  if (!session) throw new Error('one session');
  const cohort = writable(session.cohort.get());
  const board: BoardSession = { ...session, cohort };
  const shown: Part[] = [];
  let isBusy = false;
  const stop = followFocus(board, { show: (part) => void shown.push(part), isBusy: () => isBusy });
  const go = (zone: ValuePart): void => cohort.set({ ...cohort.get(), call: inValue(zone) });
  expect(byHand.isRecent()).toBe(false);
  go('beneficiaries');
  go('value');
  expect(shown).toEqual(['beneficiaries', 'value']);
  expect(homeOf(board, 'alliances')).toBe('alliances');
  isBusy = true;
  go('statement');
  expect(shown).toHaveLength(2);
  const notice = board.notice.get();
  expect(notice?.key).toBe('value.zone.opened');
  notice?.action?.run();
  expect(shown.at(-1)).toBe('statement');
  isBusy = false;
  byHand.mark();
  go('impact');
  expect(shown.at(-1)).toBe('statement');
  expect(board.notice.get()?.key).toBe('value.zone.opened');
  // The phase is over: what was offered in it is no longer there to go to.
  cohort.set({ ...cohort.get(), call: { ...inValue('impact'), phase: 'issue' } });
  expect(board.notice.get()).toBeNull();
  stop();
});
