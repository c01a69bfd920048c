/** Who else writes in one place of a board, by name. Draws nothing. */
import { useMemo, useSyncExternalStore } from 'react';
import type { Peer } from '../../shared/board/presence.ts';
import type { RoomSession } from '../board/session.ts';

/** Cursors move many times a second and every row asks: the peers are sorted out once for all of them. */
const sorted = new WeakMap<readonly Peer[], ReadonlyMap<string, string>>();

/** Place → names, one a line; each person once, also with two devices. */
function writersOf(peers: readonly Peer[]): ReadonlyMap<string, string> {
  const known = sorted.get(peers);
  if (known) return known;
  const people = new Map<string, Map<string, string>>();
  for (const { editing, user } of peers) {
    if (editing === null) continue;
    const here = people.get(editing) ?? new Map<string, string>();
    people.set(editing, here.set(user.id, user.name.replaceAll('\n', ' ')));
  }
  const writers = new Map([...people].map(([place, names]) => [place, [...names.values()].join('\n')]));
  sorted.set(peers, writers);
  return writers;
}

/** `presence`: `note:<id>`, `text:<key>` or `theme:<id>`. */
export function useWriters(session: RoomSession, presence: string): readonly string[] {
  const { peers } = session;
  const read = (): string => writersOf(peers.get()).get(presence) ?? '';
  const names = useSyncExternalStore(peers.subscribe, read, read);
  return useMemo(() => (names === '' ? [] : names.split('\n')), [names]);
}
