/** How much of a seat's boards is unsent on this device, for React. Knows no document until it looks, and sends nothing. */
import { useEffect, useState } from 'react';
import type { BoardId } from '../../shared/ids.ts';
import type { Seat } from './seats.ts';
import { shelfName } from './shelf-name.ts';
import { hintOf } from './unsent-hints.ts';

/** How many boards of this seat have something unsent; null until it is known. `all`: each of them is looked into. */
export function useUnsentCount(seat: Seat, all = false): number | null {
  const [count, setCount] = useState<number | null>(null);
  useEffect(() => {
    let here = true;
    void unsentOf(seat, all).then((unsent) => here && setCount(unsent.length));
    return () => {
      here = false;
    };
  }, [seat, all]);
  return count;
}

/** The first page has no documents: what looks into them is fetched. */
async function unsentOf({ boards, person }: Seat, all: boolean): Promise<BoardId[]> {
  const ids = boards.map(({ id }) => id);
  try {
    const { unsentBoards } = await import('./unsent.ts');
    return await unsentBoards(person.id, ids, all);
  } catch {
    // Without a connection it may not come: what is hinted at may be unsent.
    return ids.filter((id) => hintOf(shelfName(id, person.id)) !== null);
  }
}
