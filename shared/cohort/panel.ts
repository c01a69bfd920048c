/**
 * The document of the panel, which facilitation alone follows: who has written on which board, and how many organisations
 * have brought something. The server writes it. Holds ids and numbers only, never a name and never the text of a note.
 *
 * Roots: `writers`: Y.Map<BoardId, PersonId[]>, sorted · `brought`: `organisations`, a number.
 */
import type * as Y from 'yjs';
import { type BoardId, isBoardId, isPersonId, type PersonId } from '../ids.ts';

/** By board, who has at least one note with some text on it. Boards nobody has counted yet are absent. */
export type Writers = ReadonlyMap<BoardId, readonly PersonId[]>;

/** All the panel says. */
export interface PanelFacts {
  readonly writers: Writers;
  /** Organisations with notes under their name on the group iceberg. */
  readonly brought: number;
}
export const NO_FACTS: PanelFacts = { writers: new Map(), brought: 0 };

export const readPanel = (doc: Y.Doc): PanelFacts => ({ writers: readWriters(doc), brought: readBrought(doc) });

const broughtOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('brought');
function readBrought(doc: Y.Doc): number {
  const brought = broughtOf(doc).get('organisations');
  return typeof brought === 'number' ? brought : 0;
}
/** Server only. Nothing is sent for nothing. */
export function writeBrought(doc: Y.Doc, organisations: number): void {
  if (readBrought(doc) !== organisations) broughtOf(doc).set('organisations', organisations);
}

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
