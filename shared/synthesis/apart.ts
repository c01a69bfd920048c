/**
 * Notes that lie exactly on another one, because each found its free place before either heard of the other: which of
 * them goes where. Whoever has the same board works out the same. Writes nothing, and knows nobody.
 */
import type { Note, Position } from '../board/note.ts';
import type { NoteId } from '../ids.ts';
import { areaOf, NOTE } from '../template/geometry.ts';
import { columnOf } from '../template/group-iceberg.ts';
import type { CanvasKind } from '../template/kinds.ts';
import { slotFinder } from '../template/slots.ts';
import { type Column, layoutOf } from './columns.ts';

type Lying = Pick<Note, 'id' | 'pos' | 'brought'>;

/**
 * Stays whatever lies on it: what the server put there, for nobody would move it (its ids have a colon, people's never
 * do), and what was brought already.
 */
const stands = ({ id, brought }: Lying): boolean => brought !== null || id.includes(':');

/** Of notes in one place the first stays. */
const byRank = (a: Lying, b: Lying): number => Number(stands(b)) - Number(stands(a)) || (a.id < b.id ? -1 : 1);

/**
 * Where my notes go that lie on another one: the next free places of their own area. They are handed out to everybody's
 * in one order, so that people who each move their own end apart. None where there is no room: then a note stays, and
 * nobody moves for ever.
 */
export function placesApart(
  kind: CanvasKind,
  notes: readonly Lying[],
  columns: readonly Column[],
  isMine: (id: NoteId) => boolean,
): ReadonlyMap<NoteId, Position> {
  const taken = new Map<string, Position>();
  const going: Lying[] = [];
  for (const note of [...notes].sort(byRank)) {
    const place = String(note.pos);
    if (!taken.has(place)) taken.set(place, note.pos);
    else if (!stands(note)) going.push(note);
  }
  const layout = layoutOf(columns);
  const next = slotFinder(kind, [...taken.values()], { layout });
  const places = new Map<NoteId, Position>();
  for (const { id, pos } of going.slice(0, going.findLastIndex((note) => isMine(note.id)) + 1)) {
    const to = next(areaOf(kind, pos), columnOf(layout, pos[0] + NOTE.size / 2));
    if (isMine(id) && !taken.has(String(to))) places.set(id, to);
    taken.set(String(to), to);
  }
  return places;
}
