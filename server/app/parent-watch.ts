/** Notices that npm or its shell, which started this server, are gone: neither passes signals on. Knows no server. */
import { readFileSync } from 'node:fs';

const EVERY_MS = 500;

/** The process that started this one, and the one before it where that can be told. */
function ancestors(): string {
  return `${process.ppid}/${parentOf(process.ppid)}`;
}

function parentOf(pid: number): string {
  try {
    // `pid (name) state parent …`; the name may hold spaces and brackets.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1] ?? '';
  } catch {
    // No /proc on this system, or the process is gone.
    return '';
  }
}

/** Calls once when one of them is another than at the start. Does not keep the process alive. */
export function watchParents(gone: () => void): () => void {
  const before = ancestors();
  const timer = setInterval(() => {
    if (ancestors() === before) return;
    clearInterval(timer);
    gone();
  }, EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}
