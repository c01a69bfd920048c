/**
 * Has boards folded in a process of their own: it is started when there is something to fold, ends after a while without,
 * and may run out of its bounded memory without harm. Knows no table; one board at a time is the caller's care.
 */
import { type Child, startChild } from '../child.ts';
import type { Fold, FoldedBoard, FoldRequest } from './fold-stored.ts';

/** A board of 30 MB takes some 300 MB while it is folded. */
const MEMORY_MB = 768;
const IDLE_MS = 10_000;
/** A board that takes longer is made to hold up whoever reads it. */
const LONGEST_MS = 60_000;

export interface FoldProcess {
  readonly fold: Fold;
  /** Ends the process; what is being folded rejects. May be called twice. */
  close(): Promise<void>;
}

export type FoldAnswer = { readonly folded: FoldedBoard } | { readonly why: string };

export interface FoldLimits {
  readonly memoryMb?: number;
  readonly idleMs?: number;
}

/** `path` is the SQLite file. */
export const foldInProcess = (path: string, limits: FoldLimits = {}): FoldProcess => {
  const one = new OneProcess(path, limits);
  return { fold: (request) => one.fold(request), close: () => one.close() };
};

class OneProcess {
  readonly #path: string;
  readonly #memoryMb: number;
  readonly #idleMs: number;
  #child: Child | null = null;
  #timer: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(path: string, { memoryMb = MEMORY_MB, idleMs = IDLE_MS }: FoldLimits) {
    this.#path = path;
    this.#memoryMb = memoryMb;
    this.#idleMs = idleMs;
  }

  async fold(request: FoldRequest): Promise<FoldedBoard> {
    const answer = await this.#ask(request);
    if ('folded' in answer) return answer.folded;
    throw new Error(answer.why);
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#end();
  }

  async #ask(request: FoldRequest): Promise<FoldAnswer> {
    if (this.#closed) throw new Error('the storage is closed');
    this.#child ??= startChild(SCRIPT, { memoryMb: this.#memoryMb, args: [this.#path] });
    this.#endAfter(LONGEST_MS);
    try {
      // Our own script answers.
      const answer = (await this.#child.ask(request)) as FoldAnswer;
      this.#endAfter(this.#idleMs);
      return answer;
    } catch (cause) {
      // Out of memory or time, or ended by somebody: the next board gets a new one.
      await this.#end();
      throw cause;
    }
  }

  #endAfter(ms: number): void {
    clearTimeout(this.#timer);
    if (!this.#closed) this.#timer = setTimeout(() => void this.#end(), ms);
  }

  async #end(): Promise<void> {
    clearTimeout(this.#timer);
    const child = this.#child;
    this.#child = null;
    await child?.end();
  }
}

const SCRIPT = new URL('./fold-process.ts', import.meta.url);
