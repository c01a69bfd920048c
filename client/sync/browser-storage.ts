/** The browser's storages, or ones that last as long as the page where the browser refuses its own. */
import type { SeatStorage, TextStorage } from './seats.ts';

function inMemory(): TextStorage {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}

function usable(open: () => Storage): TextStorage {
  try {
    const storage = open();
    storage.getItem('tempano');
    return storage;
  } catch {
    // Blocked by the person's settings: reading the property already throws.
    return inMemory();
  }
}

export const browserStorage: SeatStorage = {
  lasting: usable(() => localStorage),
  tab: usable(() => sessionStorage),
};
