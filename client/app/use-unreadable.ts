/** Says quietly, once for each time that it becomes more, how much of the board could not be read. */
import { useEffect } from 'react';
import type { BoardSession } from '../board/session.ts';

export function useUnreadable(session: BoardSession): void {
  useEffect(() => {
    let told = 0;
    const tell = (): void => {
      const count = session.unreadable.get();
      if (session.loaded.get() && count > told) session.notice.set({ key: 'sync.unreadable', values: { count } });
      if (session.loaded.get()) told = count;
    };
    tell();
    const stops = [session.unreadable.subscribe(tell), session.loaded.subscribe(tell)];
    return () => {
      for (const stop of stops) stop();
    };
  }, [session]);
}
