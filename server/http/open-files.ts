/**
 * How many sockets the system leaves this process: each is an open file, and so are the database, other processes and the
 * clock of each work that must end in time. Without one for that clock, Node ends the process. Knows no socket.
 */
import { readFileSync } from 'node:fs';

/** Kept back for everything but sockets. */
const OTHER_FILES = 128;
const FEWEST = 16;

/** No more than `wanted`. Where the system does not say, those. */
export const socketsWithin = (wanted: number, limits = readLimits()): number => {
  const files = Number(/^Max open files\s+(\d+)/m.exec(limits)?.[1] ?? Number.POSITIVE_INFINITY);
  return Math.min(wanted, Math.max(FEWEST, files - OTHER_FILES));
};

function readLimits(): string {
  try {
    return readFileSync('/proc/self/limits', 'utf8');
  } catch {
    // Another system.
    return '';
  }
}
