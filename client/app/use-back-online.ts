/** Says how many changes were sent when the connection is back. */
import { useEffect } from 'react';
import type { RoomSession } from '../board/session.ts';

export function useBackOnline(session: RoomSession): void {
  useEffect(() => {
    let unsent = 0;
    return session.sync.subscribe(() => {
      const state = session.sync.get();
      if (state.kind === 'offline' || state.kind === 'server-trouble') unsent = state.unsent;
      if (state.kind !== 'synced' || unsent === 0) return;
      session.notice.set({ key: 'sync.back', values: { count: unsent } });
      unsent = 0;
    });
  }, [session]);
}
