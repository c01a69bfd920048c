/** Who is at the call: what the wire brings, and one person with several windows. */
import { describe, expect, it } from 'vitest';
import {
  type Attendance,
  attendanceOf,
  attendanceState,
  isSameAttendance,
  parseAttendance,
} from '../../../shared/cohort/attendance.ts';
import { newPersonId } from '../../../shared/ids.ts';

const ana = newPersonId();
const luis = newPersonId();
const state = (one: Partial<Attendance> = {}): object =>
  attendanceState({ person: ana, device: 'computer', at: 'here', hand: null, ...one });

describe('a state from the wire', () => {
  it('reads what a window says', () => {
    const one: Attendance = { person: ana, device: 'phone', at: 'writing', hand: 1_700_000_000_000 };
    expect(parseAttendance(JSON.parse(JSON.stringify(attendanceState(one))))).toEqual(one);
  });

  it.each([null, 7, 'ana', [], {}, { user: 'ana' }, { user: { id: '<b>' } }])('is nobody: %j', (wire) => {
    expect(parseAttendance(wire)).toBeNull();
  });

  it('takes the plainest for what it cannot read', () => {
    const wire = { user: { id: ana }, device: ['phone'], at: 'dancing', hand: 'now' };
    expect(parseAttendance(wire)).toEqual({ person: ana, device: 'computer', at: 'here', hand: null });
    expect(parseAttendance({ ...wire, hand: Number.POSITIVE_INFINITY })?.hand).toBeNull();
  });
});

describe('people', () => {
  it('with two devices count once, by the most awake of them', () => {
    const people = attendanceOf([
      state({ at: 'away', device: 'phone', hand: 9 }),
      state({ at: 'writing' }),
      state({ person: luis, at: 'away' }),
      'noise',
    ]);
    expect(people.size).toBe(2);
    expect(people.get(ana)).toEqual({ at: 'writing', devices: ['computer', 'phone'], hand: 9 });
    expect(people.get(luis)?.at).toBe('away');
  });

  it('are as awake and as equipped as their windows together, in whatever order these are heard of', () => {
    const windows = [state({ at: 'away' }), state({ at: 'writing', hand: 7 }), state({ at: 'here', hand: null })];
    for (const order of [windows, [...windows].reverse()])
      expect(attendanceOf(order).get(ana)).toEqual({ at: 'writing', devices: ['computer'], hand: 7 });
    expect(attendanceOf([state({ device: 'phone' }), state({ device: 'phone' })]).get(ana)?.devices).toEqual(['phone']);
    expect(attendanceOf([state({ at: 'away' }), state()]).get(ana)?.at).toBe('here');
  });

  it.each([0, -4])('have no hand up since %i', (hand) => {
    expect(parseAttendance(state({ hand }))?.hand).toBeNull();
  });

  it('have a hand up since the first window that raised it', () => {
    expect(attendanceOf([state({ hand: 9 }), state({ hand: 4 }), state()]).get(ana)?.hand).toBe(4);
  });

  it('are the same only when nothing about anybody changed', () => {
    const one = attendanceOf([state()]);
    expect(isSameAttendance(one, attendanceOf([state()]))).toBe(true);
    for (const other of [
      state({ at: 'away' }),
      state({ hand: 1 }),
      state({ device: 'phone' }),
      state({ person: luis }),
    ])
      expect(isSameAttendance(one, attendanceOf([other]))).toBe(false);
    const two = attendanceOf([state(), state({ person: luis })]);
    expect([isSameAttendance(one, new Map()), isSameAttendance(one, two), isSameAttendance(two, one)]).toEqual([
      false,
      false,
      false,
    ]);
  });
});
