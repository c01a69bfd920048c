/** Seats, cohorts and boards for React. Knows no page. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Word } from '../../shared/call-api.ts';
import { type Cohort, isNotesBoard, type NotesBoard } from '../../shared/cohort/document.ts';
import type { BoardId, CohortId } from '../../shared/ids.ts';
import type { BoardSession, SyncState } from '../board/session.ts';
import { useStore, writable } from '../board/store.ts';
import { browserStorage } from './browser-storage.ts';
import { orDeleted } from './cohort-there.ts';
import { firstApi } from './first-api.ts';
import { cohortOfSeat, type FollowedCohort, followCohort } from './follow-cohort.ts';
import { type OpenBoard, type OpenPage, openBoard, openPage } from './open-board.ts';
import type { Why } from './request.ts';
import { readSeats, type Seat, seatOfBoard, seatOfCohort, updateSeat } from './seats.ts';

export type Found<T> =
  | { readonly kind: 'looking' }
  | { readonly kind: 'none'; readonly why: Why | null }
  | ({ readonly kind: 'found' } & T);

/** Asks the server what this seat is and may do now, and keeps the answer. */
async function renewSeat(seat: Seat): Promise<{ seat: Seat; why: Why | null }> {
  const answer = await orDeleted(seat.cohort.id, firstApi(seat.token).me());
  if (!answer.ok) return { seat, why: answer.why };
  return { seat: updateSeat(browserStorage, seat, answer.value), why: null };
}

/** Whether a refusal means that this seat is worth nothing any more, rather than that nobody answered. */
export const isSeatLost = (why: Why | null): boolean =>
  why === 'session-unknown' || why === 'cohort-unknown' || why === 'person-unknown';

/** This device's seat in a cohort, renewed once. */
export function useSeat(cohort: CohortId): [Found<{ seat: Seat }>, (change: Partial<Seat>) => void] {
  const [found, setFound] = useState<Found<{ seat: Seat }>>({ kind: 'looking' });
  useEffect(() => {
    let here = true;
    const seat = seatOfCohort(browserStorage, cohort);
    if (!seat) return setFound({ kind: 'none', why: null });
    setFound({ kind: 'found', seat });
    void renewSeat(seat).then((renewed) => {
      if (!here) return;
      if (isSeatLost(renewed.why)) setFound({ kind: 'none', why: renewed.why });
      else setFound({ kind: 'found', seat: renewed.seat });
    });
    return () => {
      here = false;
    };
  }, [cohort]);
  const change = useCallback((part: Partial<Seat>) => {
    setFound((now) => (now.kind === 'found' ? { ...now, seat: updateSeat(browserStorage, now.seat, part) } : now));
  }, []);
  return [found, change];
}

/** The cohort as the server tells it, live, and the last word of facilitation to this person alone. */
export function useCohort(seat: Seat): { cohort: Cohort; sync: SyncState; word: Word | null } {
  const follow = useFollowedCohort(seat);
  return { cohort: useStore(follow.cohort), sync: useStore(follow.sync), word: useStore(follow.words) };
}

/** The cohort with what comes beside its document: who is there, my hand, words to me. */
export function useFollowedCohort(seat: Seat): FollowedCohort {
  const [follow, setFollow] = useState<FollowedCohort>(() => restingCohort(seat));
  const key = `${seat.cohort.id} ${seat.person.id} ${seat.token}`;
  const latest = useRef(seat);
  latest.current = seat;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the seat; what else it holds may change
  useEffect(() => {
    const following = followCohort(latest.current);
    setFollow(following);
    return following.stop;
  }, [key]);
  return follow;
}

/** What is known before anything is connected. */
const restingCohort = (seat: Seat): FollowedCohort => ({
  cohort: writable(cohortOfSeat(seat)),
  sync: writable<SyncState>({ kind: 'loading' }),
  words: writable(null),
  attendance: writable(new Map()),
  hand: writable<number | null>(null),
  retry: () => undefined,
  stop: () => undefined,
});

/** A board or a page open for this device's seat, closed when the screen goes. `session` tells which by its board's kind. */
export function useBoardSession(board: BoardId): Found<(OpenBoard | OpenPage) & { seat: Seat }> {
  const [found, setFound] = useState<Found<(OpenBoard | OpenPage) & { seat: Seat }>>({ kind: 'looking' });
  useEffect(() => {
    let opened: OpenBoard | OpenPage | null = null;
    let here = true;
    setFound({ kind: 'looking' });
    void findSeat(board).then((seat) => {
      if (!here) return;
      const entry = seat && cohortOfSeat(seat).boards.find((one) => one.id === board);
      if (!seat || !entry) return setFound({ kind: 'none', why: null });
      opened = isNotesBoard(entry) ? openBoard(seat, entry) : openPage(seat, entry);
      setFound({ kind: 'found', seat, ...opened });
      void renewSeat(seat);
    });
    return () => {
      here = false;
      opened?.session.close();
    };
  }, [board]);
  return found;
}

/** Several boards at once, for thumbnails: opened when they appear in the list, closed when they leave it. */
export function useBoardSessions(seat: Seat, boards: readonly NotesBoard[]): ReadonlyMap<BoardId, BoardSession> {
  const [sessions, setSessions] = useState<ReadonlyMap<BoardId, BoardSession>>(new Map());
  const open = useRef(new Map<BoardId, BoardSession>());
  useEffect(() => {
    const wanted = new Set(boards.map((board) => board.id));
    for (const [id, session] of open.current) {
      if (wanted.has(id)) continue;
      session.close();
      open.current.delete(id);
    }
    for (const board of boards) {
      if (!open.current.has(board.id)) open.current.set(board.id, openBoard(seat, board).session);
    }
    setSessions(new Map(open.current));
  }, [seat, boards]);
  useEffect(() => {
    const kept = open.current;
    return () => {
      for (const session of kept.values()) session.close();
      kept.clear();
    };
  }, []);
  return sessions;
}

/** The seat that knows this board; a board made a moment ago is known only after asking. */
async function findSeat(board: BoardId): Promise<Seat | null> {
  const known = seatOfBoard(browserStorage, board);
  if (known) return known;
  for (const seat of readSeats(browserStorage)) {
    const renewed = await renewSeat(seat);
    if (renewed.seat.boards.some((one) => one.id === board)) return renewed.seat;
  }
  return null;
}
