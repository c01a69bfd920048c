/**
 * The board store, as the server sees it: every call is a message to the storage thread. A disk that hangs or is slow
 * holds up nothing but what waits for it. If the thread ends, what it had under way rejects and the next call starts a
 * new one. Knows no table.
 */
import { Worker } from 'node:worker_threads';
import type { BoardId } from '../../shared/ids.ts';
import type { BoardStorage, Compacted, Log, StoredBoard, StoredUpdate } from '../sync/ports.ts';

import { type FlatBoard, packBatch, type Reply, type Request, type Result, unflattenBoard } from './store-messages.ts';

/** `dataDir` holds a database that can be opened. The thread starts at once; closing ends it. */
export const createThreadedStore = (dataDir: string, log: Log): BoardStorage => new ThreadedStore(dataDir, log);

interface Waiting {
  resolve(result: Result): void;
  reject(error: Error): void;
}

class StorageError extends Error {
  readonly errcode: number | null;
  constructor(why: string, errcode: number | null) {
    super(why);
    this.errcode = errcode;
  }
}

class ThreadedStore implements BoardStorage {
  readonly #dataDir: string;
  readonly #log: Log;
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | null;
  #lastId = 0;
  #closing: Promise<void> | null = null;

  constructor(dataDir: string, log: Log) {
    this.#dataDir = dataDir;
    this.#log = log;
    this.#worker = this.#start();
  }

  async load(board: BoardId): Promise<StoredBoard | null> {
    const result = await this.#ask((id) => [id, 'load', board]);
    return isFlatBoard(result) ? unflattenBoard(result) : null;
  }

  async append(batch: ReadonlyArray<StoredUpdate>): Promise<ReadonlySet<BoardId>> {
    const failed = await this.#ask((id) => packBatch(id, batch));
    return new Set(Array.isArray(failed) ? failed : []);
  }

  async compact(board: BoardId): Promise<Compacted | null> {
    const result = await this.#ask((id) => [id, 'compact', board]);
    return result !== null && 'records' in result ? result : null;
  }

  async probe(): Promise<void> {
    await this.#ask((id) => [id, 'probe']);
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    const worker = this.#worker;
    if (worker === null) return;
    // A thread that ended meanwhile has nothing to close.
    await this.#post(worker, (id) => [id, 'close']).catch(() => undefined);
    this.#worker = null;
    await worker.terminate();
  }

  #ask(request: (id: number) => Request): Promise<Result> {
    if (this.#closing !== null) return Promise.reject(new Error('the storage is closed'));
    this.#worker ??= this.#start();
    return this.#post(this.#worker, request);
  }

  #post(worker: Worker, request: (id: number) => Request): Promise<Result> {
    // A number of 32 bits; by the time it comes round again its call is long over.
    this.#lastId = (this.#lastId + 1) >>> 0;
    const id = this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      const message = request(id);
      worker.postMessage(message, message instanceof ArrayBuffer ? [message] : []);
    });
  }

  #start(): Worker {
    // Node would close the file that a guard has open when the thread ends, and the locks of the whole process with it.
    const options = { workerData: this.#dataDir, trackUnmanagedFds: false };
    const worker = new Worker(new URL('./store-thread.ts', import.meta.url), options);
    worker.on('message', (reply: Reply) => this.#hear(reply));
    let why = 'ended';
    worker.on('error', (error: unknown) => {
      why = error instanceof Error ? error.message : 'unknown';
    });
    worker.on('exit', () => this.#ended(worker, why));
    return worker;
  }

  #hear(reply: Reply): void {
    if (typeof reply === 'number') {
      this.#waiting.get(reply)?.resolve(null);
      this.#waiting.delete(reply);
      return;
    }
    if (reply[1] === 'log') {
      this.#log(reply[2], reply[3]);
      return;
    }
    const waiting = this.#waiting.get(reply[0]);
    this.#waiting.delete(reply[0]);
    if (reply[1] === 'done') waiting?.resolve(reply[2]);
    else waiting?.reject(new StorageError(reply[2], reply[3]));
  }

  #ended(worker: Worker, why: string): void {
    if (this.#worker !== worker) return;
    this.#worker = null;
    if (this.#closing === null) this.#log('storage-thread-ended', { why, calls: this.#waiting.size });
    const lost = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { reject } of lost) reject(new Error(`the storage thread ended: ${why}`));
  }
}

const isFlatBoard = (result: Result): result is FlatBoard => result !== null && 'lengths' in result;
