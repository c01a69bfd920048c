/** Asks before a window closes that holds what nobody else has: neither the server nor this device's storage. */
import { useEffect } from 'react';
import type { RoomSession } from '../board/session.ts';
import { useStore } from '../board/store.ts';
import { wouldLose } from '../sync/line.ts';

export function useUnloadWarning(session: RoomSession): void {
  const isAtRisk = wouldLose(useStore(session.sync));
  useEffect(() => {
    if (!isAtRisk) return;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isAtRisk]);
}
