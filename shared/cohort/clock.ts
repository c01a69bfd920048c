/** A clock that counts down in server time. Data only: who shows it asks for the time itself. */
import * as v from 'valibot';

/** Runs until `endsAt` (milliseconds since 1970, server time), or stands still with `leftMs` to go. Never below zero by itself: over time is negative. */
export const clockSchema = v.variant('kind', [
  v.object({ kind: v.literal('running'), endsAt: v.number() }),
  v.object({ kind: v.literal('paused'), leftMs: v.number() }),
]);
export type Clock = v.InferOutput<typeof clockSchema>;

const MINUTE_MS = 60_000;
/** A phase is never put further than this from its end, either way. */
const FARTHEST_MS = 12 * 60 * MINUTE_MS;

export const startClock = (minutes: number, now: number): Clock => ({
  kind: 'running',
  endsAt: now + minutes * MINUTE_MS,
});

/** Milliseconds left; negative when time is over. */
export const leftOf = (clock: Clock, now: number): number =>
  clock.kind === 'running' ? clock.endsAt - now : clock.leftMs;

/** `minutes` may be negative. A clock whose time is over starts anew from now. */
export function addMinutes(clock: Clock, minutes: number, now: number): Clock {
  const left = leftOf(clock, now);
  const wanted = (minutes > 0 ? Math.max(left, 0) : left) + minutes * MINUTE_MS;
  const leftMs = Math.max(minutes > 0 ? 0 : Math.min(0, left), Math.min(wanted, FARTHEST_MS));
  return clock.kind === 'running' ? { kind: 'running', endsAt: now + leftMs } : { kind: 'paused', leftMs };
}

export const pauseClock = (clock: Clock, now: number): Clock => ({ kind: 'paused', leftMs: leftOf(clock, now) });
export const resumeClock = (clock: Clock, now: number): Clock => ({
  kind: 'running',
  endsAt: now + leftOf(clock, now),
});
