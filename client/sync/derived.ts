/** A store computed from others. Knows no board. */
import { type Store, writable } from '../board/store.ts';

/** Recomputed when a source tells; tells only when `isSame` says that the value is another one. */
export function derived<T>(
  sources: readonly Store<unknown>[],
  compute: () => T,
  isSame: (a: T, b: T) => boolean = Object.is,
): { readonly store: Store<T>; readonly stop: () => void } {
  const store = writable(compute());
  const again = (): void => {
    const value = compute();
    if (!isSame(value, store.get())) store.set(value);
  };
  const stops = sources.map((source) => source.subscribe(again));
  const stop = (): void => {
    for (const one of stops) one();
  };
  return { store, stop };
}
