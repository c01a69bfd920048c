/** Work that must not take for ever: ended wherever it is once its time is over. Knows nothing of the work. */
import { threadCpuUsage } from 'node:process';
import { Script } from 'node:vm';

/** A timeout is for scripts, and a script sees globals only: the work lies here while it is done. */
const SLOT = Symbol.for('tempano.work');
const slots: Record<symbol, (() => void) | undefined> = Object(globalThis);
let script: Script | null = null;

/**
 * What the work returned, or null when it was ended after so many ms: what it was changing is half changed then, not even
 * its `finally` blocks have run, and must be thrown away. Throws what the work throws.
 */
export function within<T>(ms: number, work: () => T): { readonly value: T } | null {
  const done: Array<{ readonly value: T }> = [];
  const outer = slots[SLOT];
  slots[SLOT] = () => {
    done.push({ value: work() });
  };
  script ??= new Script(`globalThis[Symbol.for('tempano.work')]()`);
  try {
    script.runInThisContext({ timeout: Math.max(1, Math.ceil(ms)) });
  } catch (error) {
    if (!isTimeout(error)) throw error;
  } finally {
    slots[SLOT] = outer;
  }
  return done[0] ?? null;
}

const isTimeout = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';

/** Processor time this thread has used, in ms with fractions. */
export function usedMs(): number {
  const { user, system } = threadCpuUsage();
  return (user + system) / 1_000;
}
