/** Me resuena on one note, the same for canvas and list: whether it can be said, whether I did, how many did. Draws nothing. */
import { useSyncExternalStore } from 'react';
import type { Cohort } from '../../shared/cohort/document.ts';
import type { NoteId } from '../../shared/ids.ts';
import { dotsLeft, hasDot } from './dots.ts';
import type { BoardSession } from './session.ts';
import { useStore } from './store.ts';

export interface Resonance {
  /** Dots are placed now, by this person. */
  readonly mayPlace: boolean;
  /** Of whom this window writes for. */
  readonly isMine: boolean;
  readonly left: number;
  readonly most: number;
  /** Whose dots these are, when they are not those of the person at this device. */
  readonly of: string | null;
  /** Dots of all, once facilitation shows them; else null. */
  readonly count: number | null;
  readonly unsent: number;
  /** False when there was none left. */
  readonly toggle: (note: NoteId) => boolean;
}

const nothing = (): (() => void) => () => undefined;

/** Null where a board knows no dots and shows none. */
export function useResonance(session: BoardSession, note: NoteId | null): Resonance | null {
  const { dots } = session;
  const cohort = useStore(session.cohort);
  const person = useStore(session.writesFor);
  const view = useSyncExternalStore(dots?.view.subscribe ?? nothing, () => dots?.view.get() ?? null);
  if (session.board.kind !== 'group-iceberg') return null;
  const { open, shown } = cohort.call.dots;
  if (!open && !shown) return null;
  return {
    mayPlace: open && dots !== null,
    isMine: view !== null && note !== null && hasDot(view, note, person),
    left: view === null ? 0 : dotsLeft(view, person),
    most: view?.most ?? 0,
    of: person === session.me.id ? null : (cohort.people.find(({ id }) => id === person)?.name ?? null),
    count: shown && note !== null ? (cohort.dots.get(note) ?? 0) : null,
    unsent: view?.unsent ?? 0,
    toggle: (id) => dots?.toggle(id, person) ?? false,
  };
}

/** Dots of all on some notes, once facilitation shows them; else null. */
export function dotsOn(
  { call, dots }: Pick<Cohort, 'call' | 'dots'>,
  notes: readonly { readonly id: NoteId }[],
): number | null {
  return call.dots.shown ? notes.reduce((sum, { id }) => sum + (dots.get(id) ?? 0), 0) : null;
}
