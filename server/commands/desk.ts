/**
 * Where the heavy work on board files is done: at once when it is small and quick, else in a process of its own, one piece
 * after the other, so that nobody's file keeps the boards waiting. The process starts when it is needed and goes when it is not.
 * Knows neither board nor request.
 */
import { type Child, ChildEnded, startChild } from '../child.ts';
import type { Clock, Log } from '../sync/ports.ts';
import { bytesOf, doWork, type Results, type Work, type WorkKind } from './board-work.ts';
import type { Answered, Asked } from './board-work-messages.ts';

export interface DeskLimits {
  /** Work about fewer bytes is done at once, unless it takes longer than this. */
  readonly smallBytes: number;
  readonly briefMs: number;
  /** Pieces of work that may wait; the next one is refused. */
  readonly waiting: number;
  /** One piece may take so long, and its process so much memory. */
  readonly workMs: number;
  readonly memoryMb: number;
  /** A process without work goes after this. */
  readonly idleMs: number;
}

export const DESK_LIMITS: DeskLimits = {
  smallBytes: 64 * 1024,
  briefMs: 100,
  waiting: 12,
  workMs: 30_000,
  memoryMb: 512,
  idleMs: 5_000,
};

/** Why work was not done: too much is waiting, this piece takes too much, or it failed. `why` says so to whoever asked. */
export class DeskError extends Error {
  override readonly name = 'DeskError';
  readonly why: 'server-busy' | 'too-complex' | 'failed';

  constructor(why: DeskError['why'], options?: ErrorOptions) {
    super(why, options);
    this.why = why;
  }
}

const PROCESS = new URL('./board-work-process.ts', import.meta.url);

interface Piece {
  readonly asked: Asked;
  /** Its process was ended once already, by somebody else. */
  readonly isAgain?: boolean;
  readonly done: (result: Results[WorkKind]) => void;
  readonly failed: (error: DeskError) => void;
}

type DeskClock = Pick<Clock, 'after' | 'within'>;

export interface Desk {
  /** Rejects with a DeskError. */
  do<K extends WorkKind>(kind: K, work: Work[K]): Promise<Results[K]>;
  /** Work that is under way, waits or comes later fails; the process is gone when resolved. */
  close(): Promise<void>;
}

export function createDesk(clock: DeskClock, log: Log, limits: Partial<DeskLimits> = {}): Desk {
  return new OneProcessDesk(clock, log, { ...DESK_LIMITS, ...limits });
}

class OneProcessDesk implements Desk {
  readonly #clock: DeskClock;
  readonly #log: Log;
  readonly #limits: DeskLimits;
  #queue: Piece[] = [];
  #current: Piece | null = null;
  #child: Child | null = null;
  #cancelTimer: () => void = () => undefined;
  #closed = false;

  constructor(clock: DeskClock, log: Log, limits: DeskLimits) {
    this.#clock = clock;
    this.#log = log;
    this.#limits = limits;
  }

  async do<K extends WorkKind>(kind: K, work: Work[K]): Promise<Results[K]> {
    if (this.#closed) throw new DeskError('failed');
    const done = this.#doAtOnce(kind, work);
    if (done !== null) return done.value;
    if (this.#queue.length >= this.#limits.waiting) throw new DeskError('server-busy');
    return new Promise((resolve, reject) => {
      // The process answers a piece with the result of its kind.
      const done = (result: Results[WorkKind]): void => resolve(result as Results[K]);
      this.#queue.push({ asked: { kind, work }, done, failed: reject });
      this.#next();
    });
  }

  /** Null when that would keep the boards waiting. */
  #doAtOnce<K extends WorkKind>(kind: K, work: Work[K]): { readonly value: Results[K] } | null {
    const { smallBytes, briefMs } = this.#limits;
    // Boards are counted here because they take long to read, however small they are.
    if (kind === 'count' || bytesOf(work) >= smallBytes) return null;
    return this.#clock.within(briefMs, () => doWork(kind, work));
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (const piece of this.#queue.splice(0)) piece.failed(new DeskError('failed'));
    await this.#drop('failed');
  }

  #next(): void {
    if (this.#current !== null) return;
    const piece = this.#queue.shift();
    this.#cancelTimer();
    if (piece === undefined) {
      this.#cancelTimer = this.#clock.after(this.#limits.idleMs, () => void this.#drop('failed'));
      return;
    }
    this.#current = piece;
    this.#child ??= startChild(PROCESS, { memoryMb: this.#limits.memoryMb });
    void this.#ask(this.#child, piece.asked);
    this.#cancelTimer = this.#clock.after(this.#limits.workMs, () => void this.#drop('too-complex'));
  }

  /** Never rejects. */
  async #ask(child: Child, asked: Asked): Promise<void> {
    try {
      const answer = await child.ask(asked);
      // Our own script answers.
      if (this.#child === child) this.#answered(answer as Answered);
    } catch (error) {
      if (this.#child !== child) return;
      // The file has no part in it.
      if (error instanceof ChildEnded && error.unstarted) await this.#drop('server-busy');
      else if (this.#wasEndedByOthers(error)) this.#beginAgain();
      // Out of memory, most likely: the file is a bomb. The process is over in any case.
      else await this.#drop('too-complex');
    }
  }

  /** Not for its own memory: the system's, which the file may have filled all the same, so that counts once only. */
  #wasEndedByOthers(error: unknown): boolean {
    return error instanceof ChildEnded && !error.ranOut && this.#current?.isAgain !== true;
  }

  #beginAgain(): void {
    const piece = this.#current;
    this.#child = null;
    this.#current = null;
    if (piece !== null) this.#queue.unshift({ ...piece, isAgain: true });
    this.#next();
  }

  #answered(answer: Answered): void {
    const piece = this.#current;
    this.#current = null;
    if ('result' in answer) piece?.done(answer.result);
    else {
      this.#log('board-work-failed', { kind: piece?.asked.kind ?? '', error: answer.failed });
      piece?.failed(new DeskError('failed'));
    }
    this.#next();
  }

  /** Lets the process go, with whatever it is at. The next piece gets a new one. */
  async #drop(why: DeskError['why']): Promise<void> {
    const [child, piece] = [this.#child, this.#current];
    this.#child = null;
    this.#current = null;
    this.#cancelTimer();
    if (piece !== null) this.#log('board-work-dropped', { kind: piece.asked.kind, why });
    piece?.failed(new DeskError(why));
    if (this.#queue.length > 0) this.#next();
    await child?.end();
  }
}
