/**
 * Whether whoever sits at the panel did something there a moment ago: then the call moves on without taking them from it.
 * Any press, key or turn of the wheel counts, also in a window over the panel. Knows no call.
 */
import { isBusyNow } from '../hand-moves.ts';

/** As long as anybody else is left where they went by hand. */
const RECENT_MS = 20_000;
const EVENTS = ['pointerdown', 'keydown', 'wheel'] as const;

let last = Number.NEGATIVE_INFINITY;
const touched = (): void => {
  last = performance.now();
};

export const isAtWork = (): boolean => performance.now() - last < RECENT_MS || isBusyNow();

/** Until the returned function is called. */
export function watchHands(): () => void {
  for (const name of EVENTS) document.addEventListener(name, touched, { capture: true, passive: true });
  return () => {
    last = Number.NEGATIVE_INFINITY;
    for (const name of EVENTS) document.removeEventListener(name, touched, { capture: true });
  };
}
