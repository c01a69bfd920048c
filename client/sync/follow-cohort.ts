/**
 * Follows a cohort's document, once per seat however many ask: names, organisations, boards and counts as a store.
 * Starts with what the server last told this seat. Knows no board's contents.
 */
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import type { CohortSummary } from '../../shared/api.ts';
import { BEFORE_THE_CALL, type BoardEntry, type Cohort, readCohort } from '../../shared/cohort/document.ts';
import type { SyncState } from '../board/session.ts';
import { type Store, writable } from '../board/store.ts';
import { OpenLine } from './open-line.ts';
import { seatApi } from './seat-api.ts';
import type { Seat } from './seats.ts';

export interface FollowedCohort {
  readonly cohort: Store<Cohort>;
  readonly sync: Store<SyncState>;
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
  // Nobody is "here" on the cohort's document.
  awareness.setLocalState(null);
  const cohort = writable(cohortOfSeat(seat));
  const read = (): void => {
    if (doc.getMap('meta').size > 0) cohort.set(readCohort(doc));
  };
  doc.on('afterTransaction', read);
  const line = new OpenLine({
    board: seat.cohort.id,
    person: seat.person.id,
    api: seatApi(seat.token),
    doc,
    awareness,
  });
  let open = true;
  return {
    users: 0,
    cohort,
    sync: line.sync,
    retry: line.retry,
    stop() {
      if (!open) return;
      open = false;
      line.close();
      awareness.destroy();
      doc.destroy();
      onStop();
    },
  };
}

/** The cohort as this seat last heard of it; counts come with the document. */
export function cohortOfSeat(seat: Seat): Cohort {
  return {
    meta: metaOf(seat.cohort),
    organisations: seat.cohort.organisations,
    people: [{ ...seat.person, host: null }],
    boards: seat.boards.map(entryOf),
    counts: new Map(),
    ...BEFORE_THE_CALL,
  };
}
const metaOf = ({ name, date, time, language, boardPer, themesOpen, rehearsal }: CohortSummary): Cohort['meta'] => ({
  name,
  date,
  time,
  language,
  boardPer,
  themesOpen,
  rehearsal,
});
const entryOf = ({ id, kind, organisation, person, title }: Seat['boards'][number]): BoardEntry => ({
  id,
  kind,
  organisation,
  person,
  title,
  createdAt: 0,
});
