/**
 * What this person has tried on the practice board: written, moved or marked, deleted. Only own deeds count, and they
 * are kept for as long as this window is open, nowhere else. Draws nothing.
 */
import { type Change, CREATED } from '../../shared/board/changes.ts';
import type { BoardId } from '../../shared/ids.ts';
import type { BoardSession } from './session.ts';
import { type Store, type WritableStore, writable } from './store.ts';

export interface Tried {
  readonly written: boolean;
  readonly moved: boolean;
  /** Operativo, programático or the star. */
  readonly marked: boolean;
  readonly deleted: boolean;
}
const NOTHING: Tried = { written: false, moved: false, marked: false, deleted: false };

const tried = new Map<BoardId, WritableStore<Tried>>();

export function triedOn(s: BoardSession): Store<Tried> {
  return storeOf(s.board.id);
}
function storeOf(board: BoardId): WritableStore<Tried> {
  const known = tried.get(board) ?? writable(NOTHING);
  tried.set(board, known);
  return known;
}

/** Watches until the returned function is called. */
export function watchTried(s: BoardSession): () => void {
  const store = storeOf(s.board.id);
  const add = (more: Partial<Tried>): void => {
    const before = store.get();
    const after = { ...before, ...more };
    if (JSON.stringify(after) !== JSON.stringify(before)) store.set(after);
  };
  const look = (): void => {
    if (s.notes.get().some((note) => note.author === s.me.id && note.text.trim() !== '')) add({ written: true });
  };
  look();
  const stops = [s.notes.subscribe(look), s.undo.onStep((changes) => add(deedsIn(changes)))];
  return () => {
    for (const stop of stops) stop();
  };
}

function deedsIn(changes: readonly Change[]): Partial<Tried> {
  const has = (is: (change: Change) => boolean): boolean => changes.some((one) => one.root === 'notes' && is(one));
  return {
    ...(has(({ key }) => key === 'pos') && { moved: true }),
    ...(has(({ key }) => key === 'operational' || key === 'programmatic' || key === 'star') && { marked: true }),
    ...(has(({ key, from, to }) => key === 'deleted' && from !== CREATED && to !== undefined) && { deleted: true }),
  };
}
