/** Me resuena as a board's screens see it: my dots, those of my table, and what may still be placed. Knows no network. */
import type { NoteId, PersonId } from '../../shared/ids.ts';
import type { Store } from './store.ts';

export interface DotsView {
  /** By person at this device: the notes they have a dot on, also those the server has not heard of yet. */
  readonly placed: ReadonlyMap<PersonId, ReadonlySet<NoteId>>;
  /** Dots of each person in one call. */
  readonly most: number;
  /** Changes this device could not tell the server yet. */
  readonly unsent: number;
}

export interface Dots {
  readonly view: Store<DotsView>;
  /** Places a dot of this person or takes it back. False when there is none left. */
  toggle(note: NoteId, person: PersonId): boolean;
  close(): void;
}

export const dotsLeft = ({ placed, most }: DotsView, person: PersonId): number =>
  Math.max(0, most - (placed.get(person)?.size ?? 0));

export const hasDot = ({ placed }: DotsView, note: NoteId, person: PersonId): boolean =>
  placed.get(person)?.has(note) ?? false;
