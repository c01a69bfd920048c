/** What waits in a room to be applied, in its order, and how many bytes that are. Knows no board. */
import { lightestFirst } from './lightest-first.ts';
import type { Session } from './session.ts';
import type { Waiter, Work } from './work.ts';

export class WorkQueue {
  readonly #mostBytes: number;
  readonly #bytesAtOnce: number;
  #all: Work[] = [];
  #bytes = 0;
  /** What is not handed out for now, by connection. */
  readonly #held = new Map<Session, Work[]>();
  #heldBytes = 0;

  /** Holds up to `mostBytes`, and hands out about `bytesAtOnce` at a time. */
  constructor(mostBytes: number, bytesAtOnce: number) {
    this.#mostBytes = mostBytes;
    this.#bytesAtOnce = bytesAtOnce;
  }

  get bytes(): number {
    return this.#bytes + this.#heldBytes;
  }

  /** Nothing to hand out. */
  get isEmpty(): boolean {
    return this.#all.length === 0;
  }

  get isHolding(): boolean {
    return this.#held.size > 0;
  }

  /** False when more would wait than may: then nothing is done. */
  offer(work: Work): boolean {
    const bytes = bytesOf(work);
    if (bytes > 0 && this.bytes + bytes > this.#mostBytes) return false;
    const held = 'session' in work ? this.#held.get(work.session) : undefined;
    if (held === undefined) this.#bytes += bytes;
    else this.#heldBytes += bytes;
    (held ?? this.#all).push(work);
    return true;
  }

  /** Everything, or where that is much, so many bytes: at least one. The rest goes on waiting, and who asks for little is first. */
  take(): readonly Work[] {
    const all = this.#all;
    this.#all = [];
    if (this.#bytes <= this.#bytesAtOnce) {
      this.#bytes = 0;
      return all;
    }
    let taken = 0;
    const now: Work[] = [];
    for (const work of lightestFirst(all)) {
      if (taken >= this.#bytesAtOnce) this.#all.push(work);
      else now.push(work);
      taken += bytesOf(work);
    }
    this.#bytes = bytesIn(this.#all);
    return now;
  }

  /** Forgets everything; returns whoever waits on the server for something in it. */
  end(): Waiter[] {
    const waiters = this.#all.flatMap((work) => ('waiter' in work ? [work.waiter] : []));
    this.#all = [];
    this.#bytes = 0;
    this.#held.clear();
    this.#heldBytes = 0;
    return waiters;
  }

  /** Comes before what arrived meanwhile, and always fits. */
  putBack(left: readonly Work[]): void {
    if (left.length === 0) return;
    this.#bytes += bytesIn(left);
    this.#all = [...left, ...this.#all];
  }

  /** Hands out nothing of this connection, whatever comes, until it is released. */
  hold(session: Session): void {
    const isTheirs = (work: Work): boolean => 'session' in work && work.session === session;
    const held = this.#all.filter(isTheirs);
    this.#all = this.#all.filter((work) => !isTheirs(work));
    this.#held.set(session, held);
    const bytes = bytesIn(held);
    this.#bytes -= bytes;
    this.#heldBytes += bytes;
  }

  /**
   * What was held waits again, in its order, with `first` in place of the first of it: behind everything, so that what was
   * tried first is first.
   */
  release(session: Session, first: Work): void {
    const held = this.#held.get(session);
    if (held === undefined) return;
    this.#held.delete(session);
    this.#heldBytes -= bytesIn(held);
    const released = [first, ...held.slice(1)];
    this.#bytes += bytesIn(released);
    this.#all = [...this.#all, ...released];
  }
}

const bytesIn = (works: readonly Work[]): number => works.reduce((sum, work) => sum + bytesOf(work), 0);

/** What a connection made wait; work of the server's own counts nothing. */
function bytesOf(work: Work): number {
  if (work.kind === 'update') return work.update.length;
  return work.kind === 'question' ? work.stateVector.length : 0;
}
