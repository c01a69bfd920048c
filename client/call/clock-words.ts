/** A clock in digits and words. Pure: knows no time of its own. */
import type { TextKey, Values } from '../i18n/words.ts';

/** `4:05`, `1:02:09`. What is over counts up again: the words beside it say so. A second that has begun still counts. */
export function digitsOf(leftMs: number): string {
  const seconds = leftMs > 0 ? Math.ceil(leftMs / 1000) : Math.floor(-leftMs / 1000);
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (n: number): string => String(n).padStart(2, '0');
  const body = hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
  return leftMs > 0 || seconds === 0 ? body : `+${body}`;
}

/** Time is over when the digits say 0:00. */
export const isOver = (leftMs: number): boolean => leftMs <= 0;

const SOON_MS = 2 * 60_000;

export interface Said {
  readonly key: TextKey;
  readonly values?: Values;
}

/** What to say aloud when the time left went from one to the other within a phase; null for nothing. */
export function turnOf(before: number, now: number): Said | null {
  if (before > 0 && now <= 0) return { key: 'call.clock.over' };
  if (before > SOON_MS && now <= SOON_MS) return { key: 'call.clock.left', values: { count: 2 } };
  // Somebody added time after it was over.
  if (before <= 0 && now > 0) return { key: 'call.clock.left', values: { count: Math.round(now / 60_000) } };
  return null;
}

/** The time left for a screen reader that comes by: whole minutes are enough. */
export function leftInWords(leftMs: number): Said {
  if (isOver(leftMs)) return { key: 'call.clock.over' };
  const minutes = Math.floor(leftMs / 60_000);
  if (minutes === 0) return { key: 'call.clock.underOne' };
  return { key: 'call.clock.left', values: { count: minutes } };
}
