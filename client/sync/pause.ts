/** How long to wait before coming back to a server. Pure: knows no clock and no connection. */
import { CLOSE } from '../../shared/protocol.ts';

/** The room starts again from the disk: everybody is asked back at once, yet not in the same instant. */
const AT_ONCE_MS = 200;
const FIRST_MS = 300;
const LONGEST_MS = 10_000;
/** A server that says no is given more time than one that does not answer. */
const FIRST_AFTER_NO_MS = 1000;
const LONGEST_AFTER_NO_MS = 30_000;

/**
 * Milliseconds. `code`: how the connection ended, null when nobody answered. `failures`: how often in a row it did.
 * `chance`: from 0 to 1, spreads those who were thrown out together.
 */
export function pauseBefore(code: number | null, failures: number, chance: number): number {
  if (code === CLOSE.roomRestarts && failures <= 1) return chance * AT_ONCE_MS;
  const [first, longest] = saidNo(code) ? [FIRST_AFTER_NO_MS, LONGEST_AFTER_NO_MS] : [FIRST_MS, LONGEST_MS];
  return Math.min(longest, first * 2 ** Math.max(0, failures - 1)) * (0.5 + chance / 2);
}

/** The server is there and does not want us now (1008, 1009, 1011, 1013, 45xx). */
export const saidNo = (code: number | null): boolean =>
  code !== null &&
  (code === CLOSE.garbage ||
    code === CLOSE.tooBig ||
    code === 1011 ||
    code === CLOSE.tryLater ||
    (code >= 4500 && code < 4600));
