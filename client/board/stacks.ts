/** The stacks of an open board, and putting notes into them or taking them out. Every deed is one step of undo; draws nothing. */
import { useSyncExternalStore } from 'react';
import type { Note, Position } from '../../shared/board/note.ts';
import { stackNotes, unstackNotes } from '../../shared/board/stacking.ts';
import { stacksOf } from '../../shared/board/stacks.ts';
import type { NoteId } from '../../shared/ids.ts';
import { layoutOf } from '../../shared/synthesis/columns.ts';
import { areaOf, NOTE } from '../../shared/template/geometry.ts';
import { columnOf } from '../../shared/template/group-iceberg.ts';
import { slotFinder } from '../../shared/template/slots.ts';
import { mayWrite } from './actions.ts';
import type { BoardSession } from './session.ts';

type Stacks = ReadonlyMap<NoteId, readonly Note[]>;
const known = new WeakMap<readonly Note[], Stacks>();

/** Worked out once for each state of the board. */
export function stacksNow({ notes }: Pick<BoardSession, 'notes'>): Stacks {
  const now = notes.get();
  const stacks = known.get(now) ?? stacksOf(now);
  known.set(now, stacks);
  return stacks;
}

/** How many notes lie under this one. */
export const useStack = (s: BoardSession, id: NoteId): number =>
  useSyncExternalStore(s.notes.subscribe, () => stacksNow(s).get(id)?.length ?? 0);

/** Puts notes under the one of them that says most. */
export function stack(s: BoardSession, ids: readonly NoteId[]): void {
  const [top, ...others] = s.notes
    .get()
    .filter(({ id }) => ids.includes(id))
    .sort((a, b) => b.text.length - a.text.length || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
  if (top !== undefined && others.length > 0 && mayWrite(s)) stackNotes(s.writer, top, others);
}

/** Gives every note of a stack a place of its own again, in the same layer and column. */
export function unstack(s: BoardSession, top: NoteId): void {
  const under = stacksNow(s).get(top) ?? [];
  if (under.length === 0 || !mayWrite(s)) return;
  const layout = layoutOf(s.columns.get());
  const taken = s.notes.get().map(({ pos }) => pos);
  const next = slotFinder(s.board.kind, taken, { layout });
  const places = new Map<NoteId, Position>(
    under.map(({ id, pos }) => [id, next(areaOf(s.board.kind, pos), columnOf(layout, pos[0] + NOTE.size / 2))]),
  );
  unstackNotes(s.writer, places);
}
