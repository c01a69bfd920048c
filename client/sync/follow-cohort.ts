/**
 * Follows a cohort's document, once per seat however many ask: names, organisations, boards, counts and who is there.
 * Starts with what the server last told this seat. Knows no board's contents.
 */
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import type { Word } from '../../shared/call-api.ts';
import { type Attending, attendanceOf, isSameAttendance } from '../../shared/cohort/attendance.ts';
import { BEFORE_THE_CALL, type Cohort, handSeen, readCohort } from '../../shared/cohort/document.ts';
import type { PersonId } from '../../shared/ids.ts';
import type { SyncState } from '../board/session.ts';
import { type Store, type WritableStore, writable } from '../board/store.ts';
import { browserStorage } from './browser-storage.ts';
import { orDeleted } from './cohort-there.ts';
import { firstApi } from './first-api.ts';
import { OpenLine } from './open-line.ts';
import { attend } from './own-attendance.ts';
import type { Seat } from './seats.ts';

export interface FollowedCohort {
  readonly cohort: Store<Cohort>;
  readonly sync: Store<SyncState>;
  /** The last word of facilitation to this person alone, since this page was opened. */
  readonly words: Store<Word | null>;
  /** Everybody who is connected, this window's person included, once each. */
  readonly attendance: Store<ReadonlyMap<PersonId, Attending>>;
  /** Since when my hand is up, milliseconds since 1970, or null; 0 once facilitation has lowered it. Kept for this tab. */
  readonly hand: WritableStore<number | null>;
  readonly retry: () => void;
  readonly stop: () => void;
}

interface Shared extends FollowedCohort {
  users: number;
}
const followed = new Map<string, Shared>();

/** Every call must be answered by one `stop`. */
export function followCohort(seat: Seat): FollowedCohort {
  const key = `${seat.cohort.id} ${seat.person.id}`;
  const shared = followed.get(key) ?? open(seat, () => followed.delete(key));
  followed.set(key, shared);
  shared.users += 1;
  let using = true;
  return {
    ...shared,
    stop() {
      if (!using) return;
      using = false;
      shared.users -= 1;
      // The next page asks for the same cohort a moment later.
      if (shared.users === 0) setTimeout(() => shared.users === 0 && shared.stop(), LINGER_MS);
    },
  };
}
const LINGER_MS = 1500;

function open(seat: Seat, onStop: () => void): Shared {
  const doc = new Y.Doc();
  const awareness = new Awareness(doc);
  // The relay says who left: nobody has to prove every few seconds that a hidden window is still there.
  stopBeating(awareness);
  const hand = keptHand(seat);
  const leave = attend(awareness, seat.person.id, hand);
  const attendance = watchAttendance(awareness);
  const cohort = writable(cohortOfSeat(seat));
  const read = (): void => {
    if (doc.getMap('meta').size > 0) cohort.set(readCohort(doc));
    // Seen while this window was away.
    const since = hand.get();
    if (since && handSeen(doc, seat.person.id) > since) hand.set(0);
  };
  doc.on('afterTransaction', read);
  const line = new OpenLine({
    board: seat.cohort.id,
    person: seat.person.id,
    api: { connection: (id) => orDeleted(seat.cohort.id, firstApi(seat.token).connection(id)) },
    doc,
    awareness,
  });
  const words = writable<Word | null>(null);
  line.word.subscribe(() => {
    const word = line.word.get();
    // A hand that was seen must not push aside what was said before.
    if (word?.text) words.set(word);
    else if (hand.get()) hand.set(0);
  });
  let open = true;
  return {
    users: 0,
    cohort,
    sync: line.sync,
    words,
    attendance,
    hand,
    retry: line.retry,
    stop() {
      if (!open) return;
      open = false;
      leave();
      line.close();
      awareness.destroy();
      doc.destroy();
      onStop();
    },
  };
}

/** Ends the timer of y-protocols that repeats one's own state and forgets silent people. */
function stopBeating(awareness: Awareness): void {
  if ('_checkInterval' in awareness) clearInterval(awareness._checkInterval);
}

function watchAttendance(awareness: Awareness): Store<ReadonlyMap<PersonId, Attending>> {
  const attendance = writable(attendanceOf(awareness.getStates().values()));
  awareness.on('change', () => {
    const now = attendanceOf(awareness.getStates().values());
    if (!isSameAttendance(now, attendance.get())) attendance.set(now);
  });
  return attendance;
}

/** A raised hand outlives a reload. */
function keptHand(seat: Seat): WritableStore<number | null> {
  const key = `tempano.hand.${seat.cohort.id}`;
  const kept = Number(browserStorage.tab.getItem(key));
  const hand = writable<number | null>(kept > 0 ? kept : null);
  hand.subscribe(() => {
    const since = hand.get();
    if (since === null) browserStorage.tab.removeItem(key);
    else browserStorage.tab.setItem(key, String(since));
  });
  return hand;
}

/** The cohort as this seat last heard of it; counts come with the document. */
export function cohortOfSeat(seat: Seat): Cohort {
  return {
    meta: seat.cohort,
    organisations: seat.cohort.organisations,
    people: [{ ...seat.person, host: null }],
    boards: seat.boards.map((board) => ({ ...board, createdAt: 0 })),
    counts: new Map(),
    ...BEFORE_THE_CALL,
  };
}
