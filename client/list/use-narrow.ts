/** Whether the window is as narrow as a phone: then one area fills it. */
import { useSyncExternalStore } from 'react';

const NARROW = '(max-width: 699px)';

function subscribe(listener: () => void): () => void {
  const query = globalThis.matchMedia?.(NARROW);
  query?.addEventListener('change', listener);
  return () => query?.removeEventListener('change', listener);
}
const read = (): boolean => globalThis.matchMedia?.(NARROW).matches ?? false;

export const useNarrow = (): boolean => useSyncExternalStore(subscribe, read, () => false);
