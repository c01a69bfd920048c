/** *Vista tranquila*: whether this device shows no pointers, one paper for all notes and nothing that moves. Kept on it alone. */
import { useSyncExternalStore } from 'react';

const KEY = 'tempano.calm';
const listeners = new Set<() => void>();
let current = stored();

function stored(): boolean {
  try {
    return globalThis.localStorage?.getItem(KEY) === 'on';
  } catch {
    // Storage is closed to us (private window, blocked cookies): the choice lasts as long as the page.
    return false;
  }
}

export const isCalm = (): boolean => current;

export function setCalm(on: boolean): void {
  current = on;
  try {
    globalThis.localStorage?.setItem(KEY, on ? 'on' : 'off');
  } catch {
    // As above.
  }
  showCalm();
  for (const listener of [...listeners]) listener();
}

/** Gives back the unsubscribe. */
export function onCalm(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export const useCalm = (): boolean => useSyncExternalStore(onCalm, isCalm, isCalm);

/** Style sheets go by this. */
export function showCalm(): void {
  document.documentElement.toggleAttribute('data-calm', current);
}

/** Nothing is to move by itself: this person, or their system, says so. */
export const isStill = (): boolean =>
  current || (globalThis.matchMedia?.('(prefers-reduced-motion: reduce)').matches ?? false);
