/** How many people are in the averages of a team, live. Null as long as it is not known. */
import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { onGrowth, readGrowth } from '../../../shared/board/growth.ts';
import type { BoardId } from '../../../shared/ids.ts';
import { useBoardSession } from '../../sync/hooks.ts';

const nobody = (): void => undefined;

export function useTeamSize(growth: BoardId): number | null {
  const found = useBoardSession(growth);
  const session = found.kind === 'found' ? found.session : null;
  const read = useCallback((): number | null => (session?.loaded.get() ? readGrowth(session.doc).n : null), [session]);
  const subscribe = useMemo(
    () =>
      (listener: () => void): (() => void) => {
        const stopLoaded = session?.loaded.subscribe(listener) ?? nobody;
        const stopGrowth = session ? onGrowth(session.doc, listener) : nobody;
        return () => {
          stopLoaded();
          stopGrowth();
        };
      },
    [session],
  );
  return useSyncExternalStore(subscribe, read, read);
}
