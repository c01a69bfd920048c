/** Whether the window is as narrow as a phone: then one area fills it. And whether it is a phone's, however it is held. */
import { useSyncExternalStore } from 'react';

/** On its side a phone is wide, but has no height to spare. */
export const PHONE = '(max-width: 699px), (max-height: 479px)';

const isOn = (media: string): boolean => globalThis.matchMedia?.(media).matches ?? false;

/** Follows a media query. */
export function useMedia(media: string): boolean {
  const subscribe = (listener: () => void): (() => void) => {
    const query = globalThis.matchMedia?.(media);
    query?.addEventListener('change', listener);
    return () => query?.removeEventListener('change', listener);
  };
  return useSyncExternalStore(
    subscribe,
    () => isOn(media),
    () => false,
  );
}

export const useNarrow = (): boolean => useMedia('(max-width: 699px)');
export const usePhone = (): boolean => useMedia(PHONE);
