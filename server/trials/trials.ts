/**
 * Has updates tried in a process of its own, one after the other, first those of whoever has taken least of its time. The
 * process starts when there is something to try, goes when there was nothing for a while, and may run out of its bounded memory without harm.
 * Knows neither board nor document.
 */
import { type Child, ChildEnded, startChild } from '../child.ts';
import { PATIENCE } from '../sync/in-time.ts';
import type { Clock, Log, Trial, Trials, Tried } from '../sync/ports.ts';
import type { TrialAnswer, TrialResult } from './messages.ts';
import { Turns, type Whose } from './turns.ts';

export interface TrialLimits {
  /** What the process may use for objects: a board of the largest size takes some 300 MB. */
  readonly memoryMb: number;
  /** A trial ends by itself long before, where there is a computer to run it. */
  readonly longestMs: number;
  /** A process without work goes after this. */
  readonly idleMs: number;
}

const LIMITS: TrialLimits = { memoryMb: 512, longestMs: 60_000, idleMs: 10_000 };

interface Piece {
  readonly trial: Trial;
  /** How often it was begun. */
  begun: number;
  /** How often the computer did not get to it. */
  stalled: number;
}

/** What it counts for whoever brings the process down. */
const ENDED_MS = 2_000;
/** Once it may be what else the computer had to do, or that the process has just started. */
const MOST_OFTEN = PATIENCE.length;
const PROCESS = new URL('./trial-process.ts', import.meta.url);

export const createTrials = (clock: Pick<Clock, 'after'>, log: Log, limits: Partial<TrialLimits> = {}): Trials =>
  new OneProcessTrials(clock, log, { ...LIMITS, ...limits });

class OneProcessTrials implements Trials {
  readonly #clock: Pick<Clock, 'after'>;
  readonly #log: Log;
  readonly #limits: TrialLimits;
  readonly #waiting = new Turns<Piece>();
  #current: Piece | null = null;
  #child: Child | null = null;
  /** What the process keeps. */
  #copies: ReadonlySet<number> = new Set();
  #nextCopy = 1;
  #cancelTimer: () => void = () => undefined;
  #closed = false;

  constructor(clock: Pick<Clock, 'after'>, log: Log, limits: TrialLimits) {
    this.#clock = clock;
    this.#log = log;
    this.#limits = limits;
  }

  try(trial: Trial): void {
    if (this.#closed) {
      trial.done(untried('none'));
      return;
    }
    const piece = { trial, begun: 0, stalled: 0 };
    this.#waiting.add(whoseIs(piece), piece);
    if (this.#current === null) this.#next();
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (let piece = this.#waiting.next(); piece !== undefined; piece = this.#waiting.next())
      piece.trial.done(untried('none'));
    await this.#drop();
  }

  #next(): void {
    const piece = this.#waiting.next();
    this.#current = piece ?? null;
    this.#cancelTimer();
    if (piece !== undefined) this.#begin(piece);
    else if (this.#child !== null) this.#cancelTimer = this.#clock.after(this.#limits.idleMs, () => void this.#drop());
  }

  #begin(piece: Piece): void {
    this.#child ??= startChild(PROCESS, { memoryMb: this.#limits.memoryMb });
    this.#cancelTimer();
    this.#cancelTimer = this.#clock.after(this.#limits.longestMs, () => void this.#drop());
    void this.#ask(this.#child, piece);
  }

  /** Never rejects. */
  async #ask(child: Child, piece: Piece): Promise<void> {
    const { update, holds } = piece.trial;
    const { copy, updates } = holds((number) => this.#copies.has(number));
    const as = copy ?? this.#nextCopy++;
    const patience = PATIENCE[piece.stalled] ?? 1;
    piece.begun += 1;
    try {
      // Our own script answers.
      const answer = (await child.ask({ copy, updates, update, as, patience })) as TrialAnswer;
      if (this.#child === child) this.#answered(piece, answer, updates, as);
    } catch (error) {
      if (this.#child === child) this.#ended(child, piece, error instanceof ChildEnded && error.ranOut);
    }
  }

  #answered(piece: Piece, answer: TrialAnswer, held: readonly Uint8Array[], as: number): void {
    if ('failed' in answer) {
      this.#log('trial-failed', { error: answer.failed });
      piece.trial.done(untried('none'));
      this.#next();
      return;
    }
    this.#copies = new Set(answer.copies);
    this.#waiting.took(whoseIs(piece), answer.ms + sumOf(answer.heldMs));
    if (answer.verdict === 'again') piece.stalled += 1;
    if (isWorthAnotherGo(answer.verdict) && piece.begun < MOST_OFTEN) {
      this.#later(piece);
      return;
    }
    const verdict = answer.verdict === 'again' ? 'none' : answer.verdict;
    const { ms, heldMs, shape } = answer;
    piece.trial.done({ verdict, ms, held, heldMs, shape, copy: this.#copies.has(as) ? as : null });
    this.#next();
  }

  /** Others come first now: what it has taken counts. */
  #later(piece: Piece): void {
    this.#waiting.add(whoseIs(piece), piece);
    this.#next();
  }

  #ended(child: Child, piece: Piece, ranOut: boolean): void {
    void child.end();
    this.#forgetChild();
    this.#waiting.took(whoseIs(piece), ENDED_MS);
    if (piece.begun < MOST_OFTEN) {
      this.#later(piece);
      return;
    }
    this.#log('trial-ended', { ranOut });
    piece.trial.done(untried(ranOut ? 'slow' : 'none'));
    this.#next();
  }

  /** Lets the process go, with whatever it is at. The next update gets a new one. */
  async #drop(): Promise<void> {
    const [child, piece] = [this.#child, this.#current];
    this.#forgetChild();
    this.#cancelTimer();
    piece?.trial.done(untried('none'));
    this.#next();
    await child?.end();
  }

  #forgetChild(): void {
    this.#child = null;
    this.#copies = new Set();
  }
}

/** What takes long may do so because its code has hardly run: the second time it has. */
const isWorthAnotherGo = (verdict: TrialResult['verdict']): boolean => verdict === 'again' || verdict === 'slow';
const whoseIs = ({ trial }: Pick<Piece, 'trial'>): Whose => ({ cohort: trial.cohort, person: trial.writer ?? '' });
const sumOf = (ms: Float64Array): number => ms.reduce((sum, each) => sum + each, 0);

const untried = (verdict: Tried['verdict']): Tried => ({
  verdict,
  ms: 0,
  held: [],
  heldMs: [],
  copy: null,
  shape: null,
});
