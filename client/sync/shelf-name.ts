/** Where a board is kept in this browser, and how it is thrown away. Knows no document, so that light pages can use it. */
import { dropHint } from './unsent-hints.ts';

/** One place per board and seat: what one person may read is not shown to the next at the same computer. */
export const shelfName = (board: string, person: string): string => `tempano:${board}:${person}`;

/** Removes what this device keeps of a board; an open one goes when it is closed. */
export function clearShelf(board: string, person: string): void {
  const name = shelfName(board, person);
  dropHint(name);
  if (typeof indexedDB !== 'undefined') indexedDB.deleteDatabase(name);
}
