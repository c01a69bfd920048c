/**
 * Notes that say the same, one above the others. Which lies under which is kept with the notes; what is on top is worked
 * out from all of them, so that every screen agrees whatever was stacked or removed at the same time. Knows no view.
 */
import type { NoteId } from '../ids.ts';

/** What a note must tell of itself to be in a stack. */
export interface Stackable {
  readonly id: NoteId;
  readonly under: NoteId | null;
}

/** The notes under each that has some. Whoever was stacked under a note that is gone stays together. */
export function stacksOf<N extends Stackable>(notes: readonly N[]): ReadonlyMap<NoteId, readonly N[]> {
  const stacked = notes.filter((note) => note.under !== null);
  if (stacked.length === 0) return NONE;
  const there = new Map(notes.map((note) => [note.id, note]));
  const groups = Map.groupBy(stacked, (note) => bottomOf(note, there));
  const stacks = new Map<NoteId, readonly N[]>();
  for (const [bottom, members] of groups) {
    const top = there.has(bottom) ? bottom : members.map(({ id }) => id).reduce((a, b) => (a < b ? a : b));
    const under = members.filter(({ id }) => id !== top).sort((a, b) => (a.id < b.id ? -1 : 1));
    if (under.length > 0) stacks.set(top, under);
  }
  return stacks;
}
const NONE: ReadonlyMap<NoteId, readonly never[]> = new Map();

/** Where the chain of a note ends; of a circle, which two people can make at once, the smallest id. */
function bottomOf(note: Stackable, there: ReadonlyMap<NoteId, Stackable>): NoteId {
  const chain: NoteId[] = [note.id];
  for (let at: Stackable | undefined = note; at && at.under !== null; at = there.get(at.under)) {
    const circle = chain.indexOf(at.under);
    if (circle >= 0) return chain.slice(circle).reduce((a, b) => (a < b ? a : b));
    chain.push(at.under);
  }
  return chain.at(-1) ?? note.id;
}

/** The notes that are drawn: all but those under another. */
export function onTop<N extends Stackable>(notes: readonly N[]): readonly N[] {
  const stacks = stacksOf(notes);
  if (stacks.size === 0) return notes;
  const under = new Set([...stacks.values()].flat().map(({ id }) => id));
  return notes.filter(({ id }) => !under.has(id));
}
