/** A value that changes and tells so: what React's useSyncExternalStore wants. Knows nothing of boards. */
import { useSyncExternalStore } from 'react';

export interface Store<T> {
  /** The same object until something changed. */
  get(): T;
  /** Gives back the unsubscribe. */
  subscribe(listener: () => void): () => void;
}
export interface WritableStore<T> extends Store<T> {
  set(value: T): void;
}

/** A store that holds what it is given. Setting the same value tells nobody. */
export function writable<T>(initial: T): WritableStore<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set(next) {
      if (Object.is(next, value)) return;
      value = next;
      for (const listener of [...listeners]) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

export const useStore = <T>(store: Store<T>): T => useSyncExternalStore(store.subscribe, store.get, store.get);
