/**
 * Seconds that pass, for whoever shows a clock: aligned with the server's, and still while the window is hidden. Measures the
 * server's clock again when the window or the network comes back. Knows no phase.
 */
import { useEffect } from 'react';
import { useStore, writable } from '../board/store.ts';
import { serverClock } from '../sync/server-clock.ts';

/** A server that does not answer is asked again after this long. */
const AGAIN_MS = 10_000;

/** How long to wait for the beginning of the next second of the server. */
export const untilNextSecond = (now: number): number => 1000 - (((now % 1000) + 1000) % 1000);

const second = writable(serverClock.now());
let watchers = 0;
let timer: ReturnType<typeof setTimeout> | undefined;
let retryAt = 0;

function tick(): void {
  clearTimeout(timer);
  if (watchers === 0 || document.visibilityState === 'hidden') return;
  const mayAsk = performance.now() >= retryAt;
  if (serverClock.wasMoved || (serverClock.offset.get() === null && mayAsk)) measure();
  const now = serverClock.now();
  second.set(now);
  timer = setTimeout(tick, untilNextSecond(now) + 1);
}
function measure(): void {
  retryAt = performance.now() + AGAIN_MS;
  void serverClock.refine().then(tick);
}

const isHere = (): boolean => document.visibilityState === 'visible';
const onReturn = (): void => {
  if (!isHere()) return;
  tick();
  measure();
};

function watch(): () => void {
  watchers += 1;
  if (watchers === 1) {
    document.addEventListener('visibilitychange', onReturn);
    window.addEventListener('online', onReturn);
    measure();
    tick();
  }
  return () => {
    watchers -= 1;
    if (watchers > 0) return;
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', onReturn);
    window.removeEventListener('online', onReturn);
  };
}

/** The server's time, told anew with each of its seconds while the window is in front. */
export function useNow(): number {
  useEffect(watch, []);
  return useStore(second);
}
