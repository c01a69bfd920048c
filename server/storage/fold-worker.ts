/**
 * Has boards folded in a thread of their own: it is started when there is something to fold, ends after a while without,
 * and may run out of its bounded memory without harm. Knows no table; one board at a time is the caller's care.
 */
import { Worker } from 'node:worker_threads';
import type { Fold, FoldedBoard, FoldRequest } from './fold-stored.ts';

/** A board of 30 MB takes some 300 MB while it is folded. */
const MEMORY_MB = 768;
const IDLE_MS = 10_000;

export interface FoldThread {
  readonly fold: Fold;
  /** Ends the thread; what is being folded rejects. May be called twice. */
  close(): Promise<void>;
}

type Answer = { readonly folded: FoldedBoard } | { readonly why: string };

export interface FoldLimits {
  readonly memoryMb?: number;
  readonly idleMs?: number;
}

/** `path` is the SQLite file. */
export const foldInThread = (path: string, limits: FoldLimits = {}): FoldThread => {
  const thread = new OneThread(path, limits);
  return { fold: (request) => thread.fold(request), close: () => thread.close() };
};

interface Waiting {
  resolve(folded: FoldedBoard): void;
  reject(error: Error): void;
}

class OneThread {
  readonly #path: string;
  readonly #memoryMb: number;
  readonly #idleMs: number;
  #worker: Worker | null = null;
  #waiting: Waiting | null = null;
  #idle: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(path: string, { memoryMb = MEMORY_MB, idleMs = IDLE_MS }: FoldLimits) {
    this.#path = path;
    this.#memoryMb = memoryMb;
    this.#idleMs = idleMs;
  }

  fold(request: FoldRequest): Promise<FoldedBoard> {
    if (this.#closed) return Promise.reject(new Error('the storage is closed'));
    clearTimeout(this.#idle);
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
      this.#worker ??= this.#start();
      this.#worker.postMessage(request);
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    const stopped = this.#stop();
    this.#settle({ why: 'the storage is closed' });
    await stopped;
  }

  async #stop(): Promise<void> {
    clearTimeout(this.#idle);
    const worker = this.#worker;
    this.#worker = null;
    await worker?.terminate();
  }

  #start(): Worker {
    const worker = new Worker(new URL('./fold-thread.ts', import.meta.url), {
      workerData: this.#path,
      resourceLimits: { maxOldGenerationSizeMb: this.#memoryMb },
    });
    let why = 'the folding thread ended';
    worker.on('message', (answer: Answer) => this.#settle(answer));
    // Out of memory comes this way as well, and `exit` after it.
    worker.on('error', (error: unknown) => {
      why = error instanceof Error ? error.message : why;
    });
    worker.on('exit', () => {
      if (this.#worker !== worker) return;
      this.#worker = null;
      this.#settle({ why });
    });
    return worker;
  }

  #settle(answer: Answer): void {
    const waiting = this.#waiting;
    if (waiting === null) return;
    this.#waiting = null;
    if (!this.#closed && this.#worker !== null) this.#idle = setTimeout(() => void this.#stop(), this.#idleMs);
    if ('folded' in answer) waiting.resolve(answer.folded);
    else waiting.reject(new Error(answer.why));
  }
}
