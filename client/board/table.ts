/**
 * Modo mesa as one device sees it: for whom this window writes, and whose notes and dots are made here. Kept for the tab,
 * so that a reload changes nobody's name. The seats themselves are the server's; knows no network.
 */
import type { Note } from '../../shared/board/note.ts';
import type { Cohort, Person } from '../../shared/cohort/document.ts';
import { isPersonId, type PersonId } from '../../shared/ids.ts';
import type { RoomSession } from './session.ts';
import { type WritableStore, writable } from './store.ts';

/** Who sits at this person's table without a device. */
export const tableOf = ({ people }: Pick<Cohort, 'people'>, me: PersonId): Person[] =>
  people.filter(({ host }) => host === me);

/** Whether a note is mine or of somebody at my table: both are written on this device. */
export const isWrittenHere = ({ me, cohort }: Pick<RoomSession, 'me' | 'cohort'>, { author }: Pick<Note, 'author'>) =>
  author === me.id || tableOf(cohort.get(), me.id).some(({ id }) => id === author);

type Kept = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/**
 * For whom this window writes. Oneself again as soon as the other leaves the table or takes a device of their own.
 * `stop` ends it.
 */
export function keepWritesFor(
  { me, cohort, cohortId }: Pick<RoomSession, 'me' | 'cohort' | 'cohortId'>,
  storage: Kept,
): { readonly store: WritableStore<PersonId>; readonly stop: () => void } {
  const key = `tempano.writes-for.${cohortId}.${me.id}`;
  const kept = storage.getItem(key);
  const store = writable<PersonId>(isPersonId(kept) ? kept : me.id);
  // Somebody chosen just now may be at the table before the cohort's document says so.
  let wasThere: PersonId | null = store.get();
  const look = (): void => {
    const person = store.get();
    const isThere = person === me.id || tableOf(cohort.get(), me.id).some(({ id }) => id === person);
    if (isThere) wasThere = person;
    else if (wasThere === person) {
      wasThere = null;
      store.set(me.id);
    }
  };
  // Before its document arrives a cohort is known to have nobody else in it.
  if (cohort.get().people.length > 1) look();
  const stops = [
    cohort.subscribe(look),
    store.subscribe(() => {
      if (store.get() === me.id) storage.removeItem(key);
      else storage.setItem(key, store.get());
      look();
    }),
  ];
  return {
    store,
    stop() {
      for (const stop of stops) stop();
    },
  };
}
