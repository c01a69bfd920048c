/**
 * The seats this device holds: for each cohort opened here, who somebody is in it and the token that proves it. Kept in
 * the browser's storage, which is passed in. Knows no server and no page.
 */
import { type MeAnswer, meAnswer } from '../../shared/api.ts';
import type { BoardId, CohortId } from '../../shared/ids.ts';

/** What the server last said about this seat (so that pages draw at once, also offline), and its token. */
export interface Seat extends MeAnswer {
  readonly token: string;
  /** Milliseconds since 1970. */
  readonly openedAt: number;
}

export type TextStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
/** `lasting` outlives the tab, `tab` does not: two tabs may sit on two seats of one cohort. */
export interface SeatStorage {
  readonly lasting: TextStorage;
  readonly tab: TextStorage;
}

const KEY = 'tempano.seats';
const MOST = 40;
const tabKey = (cohort: CohortId): string => `tempano.seat.${cohort}`;

/** All seats, last opened first. Unreadable entries are left out. */
export function readSeats({ lasting }: SeatStorage): Seat[] {
  const kept = lasting.getItem(KEY);
  if (kept === null) return [];
  try {
    const list: unknown = JSON.parse(kept);
    if (!Array.isArray(list)) return [];
    return list.flatMap((one) => parseSeat(one) ?? []).sort((a, b) => b.openedAt - a.openedAt);
  } catch {
    // Not JSON: written by something else.
    return [];
  }
}

/** Adds the seat or replaces the one of the same person; it becomes this tab's seat in its cohort. */
export function keepSeat(storage: SeatStorage, seat: Seat): void {
  const others = readSeats(storage).filter((one) => !isSame(one, seat));
  write(storage, [seat, ...others].slice(0, MOST));
  storage.tab.setItem(tabKey(seat.cohort.id), seat.person.id);
}

/** Changes what is kept of a seat; a seat that is no longer there stays away. */
export function updateSeat(storage: SeatStorage, seat: Seat, change: Partial<Seat>): Seat {
  const changed = { ...seat, ...change };
  write(
    storage,
    readSeats(storage).map((one) => (isSame(one, seat) ? changed : one)),
  );
  return changed;
}

export function forgetSeat(storage: SeatStorage, seat: Seat): void {
  write(
    storage,
    readSeats(storage).filter((one) => !isSame(one, seat)),
  );
  storage.tab.removeItem(tabKey(seat.cohort.id));
}

/** The seat of this tab in a cohort, else the one used last. */
export const seatOfCohort = (storage: SeatStorage, cohort: CohortId): Seat | null =>
  preferred(
    storage,
    readSeats(storage).filter((seat) => seat.cohort.id === cohort),
  );

/** The seat through which a board is reached: this tab's, else one that may open it, else one that has heard of it. */
export function seatOfBoard(storage: SeatStorage, board: BoardId): Seat | null {
  const knowing = readSeats(storage).filter((seat) => seat.boards.some((one) => one.id === board));
  const opening = knowing.filter((seat) => seat.boards.some((one) => one.id === board && one.right !== 'none'));
  return preferred(storage, opening) ?? preferred(storage, knowing);
}

const write = ({ lasting }: SeatStorage, seats: readonly Seat[]): void => lasting.setItem(KEY, JSON.stringify(seats));

function preferred({ tab }: SeatStorage, seats: readonly Seat[]): Seat | null {
  return seats.find((seat) => tab.getItem(tabKey(seat.cohort.id)) === seat.person.id) ?? seats[0] ?? null;
}

const isSame = (a: Seat, b: Seat): boolean => a.cohort.id === b.cohort.id && a.person.id === b.person.id;

function parseSeat(value: unknown): Seat | null {
  if (typeof value !== 'object' || value === null) return null;
  const { token, openedAt } = { token: null, openedAt: null, ...value };
  const me = meAnswer['~standard'].validate(value);
  if (me instanceof Promise || me.issues || typeof token !== 'string' || typeof openedAt !== 'number') return null;
  return { ...me.value, token, openedAt };
}
