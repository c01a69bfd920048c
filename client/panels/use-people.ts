/** Who is here, as React sees it: told only when somebody comes, goes or begins to write, not at every move of a cursor. */
import { useRef, useSyncExternalStore } from 'react';
import { inkOf } from '../../shared/board/presence.ts';
import type { BoardSession } from '../board/session.ts';
import { type PersonHere, peopleHere } from './people.ts';

export function usePeople({ me, peers, cohort }: BoardSession): readonly PersonHere[] {
  const last = useRef<readonly PersonHere[]>([]);
  const read = (): readonly PersonHere[] => {
    // The screen of a room is nobody.
    const rooms = new Set(cohort.get().people.flatMap(({ id, role }) => (role === 'projector' ? [id] : [])));
    const others = peers.get().filter(({ user }) => !rooms.has(user.id));
    const now = peopleHere({ id: me.id, name: me.name, colour: inkOf(me.id) }, others);
    if (JSON.stringify(now) !== JSON.stringify(last.current)) last.current = now;
    return last.current;
  };
  return useSyncExternalStore(peers.subscribe, read, read);
}
