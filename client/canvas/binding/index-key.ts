/** The stacking order of notes as tldraw's index keys: the same on every screen, however they arrived. Knows no store. */
import type { IndexKey } from 'tldraw';

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** Keys beginning with `g` have seven digits before the fraction: 62^7 places, room for every z a note may have. */
const HEAD = 'g';
const LIFTED = 'h0';
const PLACES = 7;
const MOST_Z = 1e9;

function base62(value: number, length: number): string {
  let rest = value;
  let out = '';
  for (let i = 0; i < length; i++) {
    out = (DIGITS[rest % 62] ?? '0') + out;
    rest = Math.floor(rest / 62);
  }
  return out;
}

function hash(id: string): number {
  let sum = 0x811c9dc5;
  for (let i = 0; i < id.length; i++) sum = Math.imul(sum ^ id.charCodeAt(i), 0x01000193) >>> 0;
  return sum;
}

/** Higher z gives a higher key; equal ones differ by their id, so that no two screens order them differently. */
export function indexKeyOf(z: number, id: string): IndexKey {
  const bounded = Math.max(-MOST_Z, Math.min(MOST_Z, Number.isFinite(z) ? z : 0));
  const whole = Math.floor(bounded);
  const part = base62(Math.floor((bounded - whole) * 62 ** 3), 3);
  return `${HEAD}${base62(whole + MOST_Z, PLACES)}${part}${base62(hash(id), 6)}V` as IndexKey;
}

/** The same order above every other key, for what is in the hand. */
export const liftedKey = (key: IndexKey): IndexKey => `${LIFTED}${key.slice(1)}` as IndexKey;
