/**
 * Ends this process after a time, whatever its threads wait for: a disk that takes many seconds to say that something is
 * on it stops the main thread with its timers, and an orderly exit waits for every thread. Knows no server.
 */
import { Worker } from 'node:worker_threads';

const KILL = `
  const { workerData } = require('node:worker_threads');
  setTimeout(() => process.kill(process.pid, 'SIGKILL'), workerData);
`;

/** What ends before that is not held up. */
export function endWithin(ms: number): void {
  new Worker(KILL, { eval: true, workerData: ms, execArgv: [] }).unref();
}
