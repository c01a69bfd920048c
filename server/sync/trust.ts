/**
 * Which updates a board takes on trust and which have to be tried first, what came of that, and who makes the board slow.
 * Knows no document: trying is done elsewhere.
 */
import type { BoardLog } from './board-log.ts';
import type { Outcome, ToTry } from './judge.ts';
import type { Clock, Held, Shape, Trials, Tried } from './ports.ts';
import { SlowWriters } from './slow-writers.ts';
import { UnderTrial, type Writer } from './under-trial.ts';

/** An upper bound of what Yjs does for an update (effort.ts). */
export type Steps = number;

/** Taken on trust: some tenths of a second if it comes to the worst. More on a large board, where trying takes longer. */
const TRUSTED_STEPS = 2_000_000;
const TRUSTED_STEPS_A_BYTE = 2;
/** Who writes less is not to blame for what it takes: the board is as it is. Nor does it wait to be tried. */
const HEAVY_STEPS = 1_000;
/** A large update is tried once, by code that has hardly run: it takes so many times as long as where it has. */
const COLD = 2;
/** A copy that is further behind than this is as well made anew. */
const FAR_BEHIND = 2_000;
const FAR_BEHIND_BYTES = 4 * 1024 * 1024;
/** An item takes so many bytes at least. */
const BYTES_OF_AN_ITEM = 4;

export class Trust {
  readonly #board: Pick<BoardLog, 'bytes' | 'updates'>;
  readonly #trials: Pick<Trials, 'try'>;
  readonly #clock: Pick<Clock, 'now'>;
  /** Steps that updates may need, since it was tried. */
  #steps: Steps = 0;
  /** Since something was tried for the first time. */
  #history: History | null = null;

  constructor(board: Pick<BoardLog, 'bytes' | 'updates'>, trials: Pick<Trials, 'try'>, clock: Pick<Clock, 'now'>) {
    this.#board = board;
    this.#trials = trials;
    this.#clock = clock;
  }

  /** Why an update of so many steps is not even tried of them: for good, or for now. What is light is taken of anybody. */
  whyNot(writer: Writer, steps: Steps): 'too-slow' | 'rests' | null {
    if (writer === null || steps <= HEAVY_STEPS || this.#history === null) return null;
    const { slow } = this.#history;
    if (slow.wereEnded(writer)) return 'too-slow';
    return slow.isOne(writer) ? 'rests' : null;
  }

  /** Whether an update of so many steps may be taken untried. */
  bears(steps: Steps): boolean {
    return steps <= HEAVY_STEPS || this.#steps + steps <= TRUSTED_STEPS + TRUSTED_STEPS_A_BYTE * this.#board.bytes;
  }

  /** An update was taken; so many steps of it untried. */
  took(update: Uint8Array, steps: Steps, writer: Writer): void {
    this.#steps += steps;
    this.#history?.underTrial.passed(update, writer);
    if (writer === null || steps <= HEAVY_STEPS) return;
    this.#known().writers.set(update, writer);
  }

  /** The board, with all that was taken untried and this update on it, was found good at once; the update took so many ms. */
  bore(update: Uint8Array, writer: Writer, ms: number): void {
    this.#steps = 0;
    if (writer !== null) this.#known().slow.took(writer, ms, update.length);
  }

  /** How large places of the board are at most; undefined when that was never looked at. */
  shape(): Shape | undefined {
    return this.#history?.shape();
  }

  /** Updates came onto the board, of whomever. */
  follow(updates: readonly Uint8Array[]): void {
    this.#history?.follow(updates);
  }

  /** It has to be tried as well, after what is being tried. */
  mustFollow(news: ToTry, writer: Writer): boolean {
    return this.#history?.underTrial.isBefore(news, writer) ?? false;
  }

  /** What was tried before it has to come onto the board first. */
  isEarly(outcome: Outcome): boolean {
    return this.#known().underTrial.isEarly(outcome);
  }

  /** Whether what came of a trial holds for the board as it is now. Asked once, when the update comes onto the board. */
  holds(outcome: Outcome): boolean {
    return this.#known().underTrial.take(outcome);
  }

  /** An update that was tried does not come onto the board. */
  passOver(outcome: Outcome): void {
    if (this.holds(outcome)) this.distrustCopy();
  }

  /** What was tried is not on the board: whatever was tried after it was tried on another board. */
  distrustCopy(): void {
    this.#history?.distrustCopy();
  }

  /** Whether an update is applied in good time, here and wherever the board is followed. Never rejects. */
  try(of: ToTry, writer: Writer, cohort = ''): Promise<Outcome> {
    const history = this.#known();
    const { update } = of;
    let before: Steps = 0;
    history.underTrial.add(of);
    const holds = (isThere: (copy: number) => boolean): Held => {
      before += this.#steps;
      this.#steps = 0;
      history.underTrial.begun(of);
      return history.since(isThere) ?? { copy: null, updates: [...this.#board.updates()] };
    };
    return new Promise((resolve) => {
      const done = (tried: Tried): void => {
        if (tried.verdict === 'none') this.#steps += before;
        history.tried(tried);
        if (writer !== null) history.blame(writer, update, tried);
        const outcome = { of, verdict: tried.verdict };
        history.underTrial.ended(outcome);
        resolve(outcome);
      };
      this.#trials.try({ writer, cohort, update, holds, done });
    });
  }

  #known(): History {
    this.#history ??= new History(this.#clock);
    return this.#history;
  }
}

/** What came of trials on a board, and what came onto it since the last one. */
class History {
  readonly slow: SlowWriters;
  readonly underTrial = new UnderTrial();
  /** Who wrote the heavy ones that were taken untried. */
  readonly writers = new WeakMap<Uint8Array, string>();
  /** The copy that trials keep; null when nothing is known of one. */
  #copy: number | 'in the making' | null = null;
  #behind: Uint8Array[] = [];
  #behindBytes = 0;
  /** As it was found last, and how many bytes came since. */
  #shape: Shape | null = null;
  #bytesSince = 0;
  /** The same when the trial that is under way began. */
  #bytesBefore = 0;

  constructor(clock: Pick<Clock, 'now'>) {
    this.slow = new SlowWriters(clock);
  }

  shape(): Shape | undefined {
    if (this.#shape === null) return undefined;
    const since = this.#bytesSince / BYTES_OF_AN_ITEM;
    return { longest: this.#shape.longest + since, heaviest: this.#shape.heaviest + since };
  }

  follow(updates: readonly Uint8Array[]): void {
    for (const { length } of updates) this.#bytesSince += length;
    if (this.#copy === null) return;
    for (const update of updates) {
      this.#behind.push(update);
      this.#behindBytes += update.length;
    }
    if (this.#behind.length > FAR_BEHIND || this.#behindBytes > FAR_BEHIND_BYTES) this.#forgetCopy();
  }

  distrustCopy(): void {
    this.underTrial.distrust();
    this.#forgetCopy();
  }

  #forgetCopy(): void {
    this.#copy = null;
    this.#keepUp();
  }

  /** What the copy does not have, when there is one. From now on what comes is noted for the next trial. */
  since(isThere: (copy: number) => boolean): Held | null {
    const [copy, updates] = [this.#copy, this.#behind];
    this.#keepUp();
    this.#copy = 'in the making';
    this.#bytesBefore = this.#bytesSince;
    return typeof copy === 'number' && isThere(copy) ? { copy, updates } : null;
  }

  tried({ copy, held, heldMs, shape }: Tried): void {
    if (shape !== null) {
      this.#shape = shape;
      this.#bytesSince -= this.#bytesBefore;
    }
    if (copy === null) this.#forgetCopy();
    else if (this.#copy !== null) this.#copy = copy;
    for (const [nth, update] of held.entries()) {
      const writer = this.writers.get(update);
      if (writer === undefined) continue;
      this.slow.took(writer, heldMs[nth] ?? 0, update.length);
      // Once: when a copy is made anew, it is applied again.
      this.writers.delete(update);
    }
  }

  blame(writer: string, update: Uint8Array, { verdict, ms }: Tried): void {
    if (verdict === 'slow') this.slow.ended(writer);
    else if (verdict === 'fine' || verdict === 'unread') this.slow.took(writer, ms / COLD, update.length);
  }

  #keepUp(): void {
    this.#behind = [];
    this.#behindBytes = 0;
  }
}
