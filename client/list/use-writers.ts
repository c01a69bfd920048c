/** Who else writes in one place of a board, by name. Draws nothing. */
import { useMemo } from 'react';
import type { BoardSession } from '../board/session.ts';
import { useStore } from '../board/store.ts';

/** `presence`: `note:<id>`, `text:<key>` or `theme:<id>`. Each person once, also with two devices. */
export function useWriters(session: BoardSession, presence: string): readonly string[] {
  const peers = useStore(session.peers);
  return useMemo(() => {
    const names = new Map<string, string>();
    for (const peer of peers) if (peer.editing === presence) names.set(peer.user.id, peer.user.name);
    return [...names.values()];
  }, [peers, presence]);
}
