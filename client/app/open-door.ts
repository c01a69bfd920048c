/** A link or code the server has looked at: what it opens, and what to show again when joining. */
import type { OpenedLinkAnswer } from '../../shared/api.ts';

export interface OpenDoor {
  readonly key: { readonly secret: string } | { readonly code: string };
  readonly opened: OpenedLinkAnswer;
}

/** A door opened on one page and walked through on the next. Held in memory only: codes stay out of the history. */
let waiting: OpenDoor | null = null;
export const holdDoor = (door: OpenDoor): void => {
  waiting = door;
};
export function takeHeldDoor(): OpenDoor | null {
  const door = waiting;
  waiting = null;
  return door;
}
