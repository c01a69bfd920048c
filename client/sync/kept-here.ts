/** Which boards of a seat this browser has a copy of, for when the server has them no more. Opens none of them. */
import type { BoardSummary } from '../../shared/api.ts';
import type { Seat } from './seats.ts';
import { shelfName } from './shelf-name.ts';

/** Where the browser does not list what it keeps, all that this seat could open. */
export async function keptHere(seat: Seat): Promise<BoardSummary[]> {
  const kept = await namesKept();
  return seat.boards.filter(({ id, right }) => (kept ? kept.has(shelfName(id, seat.person.id)) : right !== 'none'));
}

async function namesKept(): Promise<ReadonlySet<string> | null> {
  try {
    return new Set((await indexedDB.databases()).flatMap(({ name }) => name ?? []));
  } catch {
    // An older browser, or one that lets nothing be kept.
    return null;
  }
}
