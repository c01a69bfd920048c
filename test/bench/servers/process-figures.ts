/** What a process and its children cost: processor seconds and memory, from /proc. Linux only; elsewhere NaN. */
import { readdirSync, readFileSync } from 'node:fs';

const TICKS_PER_SECOND = 100;
const PAGE_BYTES = 4096;

/** User and system time of the process and all below it, threads included, in seconds. */
export const cpuSeconds = (pid: number): number =>
  sumOf(pid, ([, , user, system]) => (user + system) / TICKS_PER_SECOND);

/** Resident memory of the same, in bytes. */
export const residentBytes = (pid: number): number => sumOf(pid, ([, , , , pages]) => pages * PAGE_BYTES);

/** pid, parent, user ticks, system ticks, resident pages. */
type Figures = readonly [number, number, number, number, number];

function sumOf(pid: number, take: (figures: Figures) => number): number {
  const all = everyProcess();
  const tree = new Set([pid]);
  // Children have a higher number than their parents, save where numbers begin anew; then they are found next time.
  for (const [id, parent] of all) if (tree.has(parent)) tree.add(id);
  const own = all.filter(([id]) => tree.has(id));
  return own.length === 0 ? Number.NaN : own.reduce((sum, figures) => sum + take(figures), 0);
}

function everyProcess(): Figures[] {
  try {
    const ids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
    return ids
      .map(Number)
      .sort((a, b) => a - b)
      .flatMap(figuresOf);
  } catch {
    // No /proc on this system.
    return [];
  }
}

function figuresOf(pid: number): Figures[] {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const fields = line
      .slice(line.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const field = (number: number): number => fields[number - 3] ?? 0;
    return [[pid, field(4), field(14), field(15), field(24)]];
  } catch {
    // It has ended in between.
    return [];
  }
}
