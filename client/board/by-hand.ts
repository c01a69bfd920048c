/**
 * When this person last moved the view themselves: camera, wheel, tabs. Whoever would move it for them asks here first.
 * Knows no view and no call.
 */

/** For so long after a move of the hand nobody's view is moved for them, in milliseconds. */
const OWN_MS = 20_000;

let last = Number.NEGATIVE_INFINITY;

export const byHand = {
  /** To call whenever the view moves because this person moved it. */
  mark(): void {
    last = performance.now();
  },
  /** Milliseconds on the clock of `performance.now()`; minus infinity when it never happened. */
  at: (): number => last,
  /** Whether it was just now. */
  isRecent: (): boolean => performance.now() - last < OWN_MS,
};
