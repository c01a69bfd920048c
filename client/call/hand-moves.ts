/**
 * Whether the person in front of this window is at something: went somewhere, moved the view (which the view itself
 * tells) or wrote a moment ago. Knows the browser's events and no page.
 */
import { byHand } from '../board/by-hand.ts';

/** In milliseconds of one clock. */
export interface Moves {
  /** When somebody last went to another page or moved the view by hand. */
  readonly movedAt: number;
  /** When the last letter was typed. */
  readonly typedAt: number;
}

/** So long is nobody taken away from what they do. */
const RECENT_MS = 20_000;

/** `isInField`: the caret still stands where it was typed. */
export const isBusy = ({ movedAt, typedAt }: Moves, isInField: boolean, now: number): boolean =>
  now - movedAt < RECENT_MS || (isInField && now - typedAt < RECENT_MS);

let moves: Moves = { movedAt: Number.NEGATIVE_INFINITY, typedAt: Number.NEGATIVE_INFINITY };
let watchers = 0;

/** Also in front of an open sheet that was used a moment ago, or in which something is written: that would go with it. */
export const isBusyNow = (): boolean =>
  isAtSheet(document.querySelector(SHEET)) ||
  isBusy({ ...moves, movedAt: Math.max(moves.movedAt, byHand.at()) }, isInField(), performance.now());

const SHEET = 'dialog[open]';
/** When something in a sheet was last pressed. */
let pressedAt = Number.NEGATIVE_INFINITY;

const isAtSheet = (sheet: Element | null): boolean =>
  sheet !== null &&
  (performance.now() - pressedAt < RECENT_MS ||
    [...sheet.querySelectorAll<HTMLInputElement>(WRITTEN)].some(({ value }) => value !== ''));
/** Fields people write in, not those they tick or move. */
const WRITTEN = 'textarea, input:not([type=checkbox], [type=radio], [type=range])';

const moved = (): void => {
  moves = { ...moves, movedAt: performance.now() };
};
const typed = (): void => {
  moves = { ...moves, typedAt: performance.now() };
};
const onClick = ({ target }: Event): void => {
  if (!(target instanceof Element)) return;
  if (target.closest('a[href^="/"]')) moved();
  if (target.closest(SHEET)) pressedAt = performance.now();
};

const EVENTS = [
  ['click', onClick],
  ['input', typed],
] as const;

/** Until the returned function is called. May be asked for several times. */
export function watchMoves(): () => void {
  watchers += 1;
  if (watchers === 1) {
    for (const [name, listener] of EVENTS) document.addEventListener(name, listener, { capture: true, passive: true });
    window.addEventListener('popstate', moved);
  }
  return () => {
    watchers -= 1;
    if (watchers > 0) return;
    for (const [name, listener] of EVENTS) document.removeEventListener(name, listener, { capture: true });
    window.removeEventListener('popstate', moved);
  };
}

function isInField(): boolean {
  const at = document.activeElement;
  return (
    at instanceof HTMLTextAreaElement ||
    at instanceof HTMLInputElement ||
    (at instanceof HTMLElement && at.isContentEditable)
  );
}
