/**
 * The document of the panel, which facilitation alone follows: who has written on which board. The server writes it.
 * Holds ids only, never a name and never the text of a note.
 *
 * Root: `writers`: Y.Map<BoardId, PersonId[]>, sorted.
 */
import type * as Y from 'yjs';
import { type BoardId, isBoardId, isPersonId, type PersonId } from '../ids.ts';

/** By board, who has at least one note with some text on it. Boards nobody has counted yet are absent. */
export type Writers = ReadonlyMap<BoardId, readonly PersonId[]>;

const rootOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('writers');

/** Unreadable entries are left out, never thrown at. */
export function readWriters(doc: Y.Doc): Writers {
  const writers = new Map<BoardId, readonly PersonId[]>();
  for (const [board, people] of rootOf(doc)) {
    if (isBoardId(board) && Array.isArray(people)) writers.set(board, people.filter(isPersonId));
  }
  return writers;
}

/** Server only: says who wrote on a board, and forgets the boards that are gone. Nothing is sent for nothing. */
export function writeWriters(
  doc: Y.Doc,
  board: BoardId,
  people: readonly PersonId[],
  isThere: (board: BoardId) => boolean,
): void {
  const root = rootOf(doc);
  for (const one of [...root.keys()]) if (!isBoardId(one) || !isThere(one)) root.delete(one);
  const before = root.get(board);
  if (!isThere(board) || (Array.isArray(before) && before.join() === people.join())) return;
  root.set(board, [...people]);
}
