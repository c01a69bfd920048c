/** Whether there is room for a dock beside the board. */
import { useSyncExternalStore } from 'react';

const WIDE = '(min-width: 1000px)';

function subscribe(listener: () => void): () => void {
  const query = window.matchMedia(WIDE);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}

export const useWide = (): boolean => useSyncExternalStore(subscribe, () => window.matchMedia(WIDE).matches);
