/** The clock of the running server. Tests bring their own (test/kit). */
import type { Clock } from './sync/ports.ts';
import { usedMs, within } from './within.ts';

export const systemClock: Clock = {
  now: Date.now,
  after: (ms, call) => {
    const timer = setTimeout(call, ms);
    return () => clearTimeout(timer);
  },
  soon: (call) => {
    setImmediate(call);
  },
  used: usedMs,
  within,
};
