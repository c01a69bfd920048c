/** The clock of the running server. Tests bring their own (test/kit). */
import { threadCpuUsage } from 'node:process';
import type { Clock } from './sync/ports.ts';
import { within } from './within.ts';

export const systemClock: Clock = {
  now: Date.now,
  after: (ms, call) => {
    const timer = setTimeout(call, ms);
    return () => clearTimeout(timer);
  },
  soon: (call) => {
    setImmediate(call);
  },
  used: () => {
    const { user, system } = threadCpuUsage();
    return (user + system) / 1_000;
  },
  within,
};
