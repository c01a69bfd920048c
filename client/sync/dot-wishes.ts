/**
 * Dots this device wants and the server has not confirmed: one wish for each person and note, the last one counts. Kept
 * over a power cut, sent again until there is an answer; setting a dot twice is once, so nothing counts double. Pure but
 * for the storage it is given.
 */
import { isNoteId, isPersonId, type NoteId, type PersonId } from '../../shared/ids.ts';
import type { TextStorage } from './seats.ts';

export interface DotWish {
  readonly person: PersonId;
  readonly note: NoteId;
  readonly on: boolean;
}

/** Unreadable entries are left out. */
export function readWishes(storage: TextStorage, key: string): DotWish[] {
  try {
    const list: unknown = JSON.parse(storage.getItem(key) ?? '[]');
    return Array.isArray(list) ? list.flatMap((one) => parseWish(one) ?? []) : [];
  } catch {
    // Not JSON: written by something else, or cut off.
    return [];
  }
}

export function keepWishes(storage: TextStorage, key: string, wishes: readonly DotWish[]): void {
  try {
    if (wishes.length === 0) storage.removeItem(key);
    else storage.setItem(key, JSON.stringify(wishes));
  } catch {
    // No room: the wishes live as long as this window.
  }
}

function parseWish(value: unknown): DotWish | null {
  if (typeof value !== 'object' || value === null) return null;
  const { person, note, on } = { person: null, note: null, on: null, ...value };
  if (!isPersonId(person) || !isNoteId(note) || typeof on !== 'boolean') return null;
  return { person, note, on };
}

const isSame = (a: DotWish, b: DotWish): boolean => a.person === b.person && a.note === b.note;

/** The wish takes the place of an earlier one about the same dot. */
export const withWish = (wishes: readonly DotWish[], wish: DotWish): DotWish[] => [
  ...wishes.filter((one) => !isSame(one, wish)),
  wish,
];
/** Answered: gone, unless it was changed meanwhile. */
export const withoutWish = (wishes: readonly DotWish[], wish: DotWish): DotWish[] =>
  wishes.filter((one) => one !== wish);

/** What is placed when every wish comes true. */
export function placedWith(
  known: readonly { readonly person: PersonId; readonly note: NoteId }[],
  wishes: readonly DotWish[],
): Map<PersonId, Set<NoteId>> {
  const placed = new Map<PersonId, Set<NoteId>>();
  const of = (person: PersonId): Set<NoteId> => {
    const notes = placed.get(person) ?? new Set<NoteId>();
    placed.set(person, notes);
    return notes;
  };
  for (const { person, note } of known) of(person).add(note);
  for (const { person, note, on } of wishes) {
    if (on) of(person).add(note);
    else of(person).delete(note);
  }
  return placed;
}
