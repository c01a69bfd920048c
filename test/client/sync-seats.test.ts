/** Seats on this device: kept, found again, forgotten; whatever else is in the storage is left alone. */
import { describe, expect, it } from 'vitest';
import {
  forgetSeat,
  keepSeat,
  readSeats,
  type Seat,
  type SeatStorage,
  seatOfBoard,
  seatOfCohort,
  type TextStorage,
  updateSeat,
} from '../../client/sync/seats.ts';
import { newBoardId, newCohortId, newPersonId } from '../../shared/ids.ts';

function memory(): TextStorage & { readonly kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}
const storage = (): SeatStorage & { lasting: ReturnType<typeof memory> } => ({ lasting: memory(), tab: memory() });

function seat(part: Partial<Seat> = {}): Seat {
  return {
    token: 'token',
    openedAt: 1,
    person: { id: newPersonId(), name: 'Ana', role: 'participant', organisation: null },
    cohort: {
      id: newCohortId(),
      name: 'Marea',
      date: '2026-11-22',
      time: '',
      language: 'es',
      boardPer: 'organisation',
      organisations: [],
      themesOpen: false,
      rehearsal: false,
    },
    boards: [],
    ...part,
  };
}
const board = (right: 'none' | 'read' | 'write') =>
  ({ id: newBoardId(), kind: 'iceberg', title: '', organisation: null, person: null, right }) as const;

it('keeps a seat and finds it again by its cohort', () => {
  const on = storage();
  const mine = seat();
  keepSeat(on, mine);
  expect(readSeats(on)).toEqual([mine]);
  expect(seatOfCohort(on, mine.cohort.id)).toEqual(mine);
  expect(seatOfCohort(on, newCohortId())).toBeNull();
});

it('has one seat a person, the last one kept', () => {
  const on = storage();
  const mine = seat();
  keepSeat(on, mine);
  keepSeat(on, { ...mine, token: 'newer', openedAt: 2 });
  expect(readSeats(on).map((one) => one.token)).toEqual(['newer']);
});

it('lists the seat opened last first', () => {
  const on = storage();
  keepSeat(on, seat({ openedAt: 5, token: 'old' }));
  keepSeat(on, seat({ openedAt: 9, token: 'new' }));
  keepSeat(on, seat({ openedAt: 7, token: 'middle' }));
  expect(readSeats(on).map((one) => one.token)).toEqual(['new', 'middle', 'old']);
});

describe('two seats in one cohort', () => {
  it('stays with the one of this tab', () => {
    const on = storage();
    const facilitator = seat({ openedAt: 1 });
    const participant = seat({ cohort: facilitator.cohort, openedAt: 9 });
    keepSeat(on, facilitator);
    keepSeat({ lasting: on.lasting, tab: memory() }, participant);
    expect(seatOfCohort(on, facilitator.cohort.id)?.person.id).toBe(facilitator.person.id);
  });

  it('opens a board through a seat that may', () => {
    const on = storage();
    const closed = board('none');
    const facilitator = seat({ boards: [closed], openedAt: 9 });
    const participant = seat({ cohort: facilitator.cohort, boards: [{ ...closed, right: 'write' }], openedAt: 1 });
    keepSeat(on, participant);
    keepSeat(on, facilitator);
    expect(seatOfBoard(on, closed.id)?.person.id).toBe(participant.person.id);
  });
});

it('finds a board it has heard of even without a right, and no other', () => {
  const on = storage();
  const closed = board('none');
  keepSeat(on, seat({ boards: [closed] }));
  expect(seatOfBoard(on, closed.id)).not.toBeNull();
  expect(seatOfBoard(on, newBoardId())).toBeNull();
});

it('forgets a seat, and does not bring it back when it is updated later', () => {
  const on = storage();
  const mine = seat();
  const other = seat();
  keepSeat(on, mine);
  keepSeat(on, other);
  forgetSeat(on, mine);
  updateSeat(on, mine, { code: 'ABCD2345' });
  expect(readSeats(on)).toEqual([other]);
});

it('updates what it knows of a seat', () => {
  const on = storage();
  const mine = seat();
  keepSeat(on, mine);
  updateSeat(on, mine, { code: 'ABCD2345' });
  expect(readSeats(on)[0]?.code).toBe('ABCD2345');
});

it.each([
  '',
  'null',
  '{',
  '{"a":1}',
  '[1, null, {}, {"token":"x"}]',
  '[{"token":"x","openedAt":1,"person":{},"cohort":{}}]',
])('leaves out what is no seat: %s', (kept) => {
  const on = storage();
  on.lasting.kept.set('tempano.seats', kept);
  expect(readSeats(on)).toEqual([]);
});
