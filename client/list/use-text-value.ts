/** A shared text as a plain string that is always up to date. */
import { useCallback, useSyncExternalStore } from 'react';
import type * as Y from 'yjs';

export function useTextValue(text: Y.Text | null): string {
  const subscribe = useCallback(
    (listener: () => void) => {
      text?.observe(listener);
      return () => text?.unobserve(listener);
    },
    [text],
  );
  const read = (): string => text?.toString() ?? '';
  return useSyncExternalStore(subscribe, read, read);
}
