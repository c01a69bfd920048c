/** What waits in a room to be applied, in its order, and how many bytes that are. Knows no board. */
import type { Waiter, Work } from './work.ts';

export class WorkQueue {
  readonly #mostBytes: number;
  #all: Work[] = [];
  #bytes = 0;

  constructor(mostBytes: number) {
    this.#mostBytes = mostBytes;
  }

  get isEmpty(): boolean {
    return this.#all.length === 0;
  }

  /** Whoever waits on the server for something in it. */
  get waiters(): Waiter[] {
    return this.#all.flatMap((work) => ('waiter' in work ? [work.waiter] : []));
  }

  /** False when more would wait than may: then nothing is done. */
  offer(work: Work): boolean {
    const bytes = bytesOf(work);
    if (bytes > 0 && this.#bytes + bytes > this.#mostBytes) return false;
    this.#bytes += bytes;
    this.#all.push(work);
    return true;
  }

  /** Everything; it is empty afterwards. */
  take(): readonly Work[] {
    const all = this.#all;
    this.#all = [];
    this.#bytes = 0;
    return all;
  }

  /** Comes before what arrived meanwhile, and always fits. */
  putBack(left: readonly Work[]): void {
    if (left.length === 0) return;
    for (const work of left) this.#bytes += bytesOf(work);
    this.#all = [...left, ...this.#all];
  }
}

/** What a connection made wait; work of the server's own counts nothing. */
function bytesOf(work: Work): number {
  if (work.kind === 'update') return work.update.length;
  return work.kind === 'question' ? work.stateVector.length : 0;
}
