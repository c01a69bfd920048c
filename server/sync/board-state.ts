/**
 * A board in a room: its log, the document that is built from it when one is needed, and which updates are taken on trust.
 * Knows no session and no storage.
 */
import type * as Y from 'yjs';
import { type BoardClock, BoardDocument } from './board-document.ts';
import { BoardLog, type LogOptions } from './board-log.ts';
import { decodeUpdate } from './decoded-update.ts';
import type { Judge, Offered, Outcome, ToTry } from './judge.ts';
import type { LongWork } from './long-work.ts';
import type { Compacted, Haste, StoredBoard, Trials } from './ports.ts';
import { RoomError } from './room-error.ts';
import { type Steps, Trust } from './trust.ts';
import type { Writer } from './under-trial.ts';
import type { ServerChange } from './work.ts';

/** What was tried is good, whatever it may have taken. How deep anything sits was looked at where it was tried. */
const TRIED: Omit<Judge, 'mayWriteAs'> = { wasTried: true, levelOf: () => 1, trusts: () => true };
/** Where Yjs threw nobody could look: no type is put into what is there. */
const UNREAD: typeof TRIED = { ...TRIED, levelOf: () => Number.POSITIVE_INFINITY };

/** What becomes of an update that depends on other updates. */
export type Received =
  | Offered
  /** Something that was tried before it has to come onto the board first: it is to be offered again after that. */
  | { readonly kind: 'early' }
  /** The board is slow by what its writer wrote: nothing that takes long is taken of them for now. */
  | { readonly kind: 'rests' };

/** What a board is given. */
export interface BoardMeans {
  readonly clock: BoardClock;
  readonly long: LongWork;
  readonly trials: Pick<Trials, 'try'>;
  /** From now on the board is other bytes than those it was answered with. */
  readonly onRenewed?: () => void;
}

export class BoardState {
  readonly log: BoardLog;
  readonly #document: BoardDocument;
  readonly #trust: Trust;
  readonly #onRenewed: (() => void) | undefined;

  constructor(stored: StoredBoard, options: LogOptions, { clock, long, trials, onRenewed }: BoardMeans) {
    this.#onRenewed = onRenewed;
    this.log = new BoardLog(stored, options);
    this.#document = new BoardDocument(this.log, clock, long);
    this.#trust = new Trust(this.log, trials, clock);
    // The records hold what one of them took back: newcomers get a state without it.
    if (stored.takesBack) this.#cleanAnswers();
  }

  /** Takes an update from outside; one that was tried comes with what came of it, once. */
  offer(
    update: Uint8Array,
    writer: Writer = null,
    outcome: Outcome | null = null,
    mayWriteAs: Judge['mayWriteAs'] = () => true,
  ): Received {
    if (outcome?.verdict === 'slow') return { kind: 'refused', why: 'too-slow' };
    if (outcome?.verdict === 'nesting') return { kind: 'refused', why: 'nesting' };
    if (outcome !== null && this.#trust.isEarly(outcome)) return { kind: 'early' };
    if (outcome !== null && this.#trust.holds(outcome)) return this.#takeTried(update, outcome, mayWriteAs);
    try {
      return this.#takeUntried(update, writer, { wasTried: outcome !== null, mayWriteAs });
    } catch (error) {
      if (error instanceof RoomError) return { kind: 'untried', news: { update, clients: clientsIn(update) } };
      throw error;
    }
  }

  /** An update that was tried does not come onto the board. */
  passOver(outcome: Outcome): void {
    this.#trust.passOver(outcome);
  }

  #takeTried(update: Uint8Array, { verdict }: Outcome, mayWriteAs: Judge['mayWriteAs']): Offered {
    const offered = this.log.offer(update, { ...(verdict === 'unread' ? UNREAD : TRIED), mayWriteAs });
    if (offered.kind === 'taken') this.#follow(offered.send);
    else if (offered.kind !== 'known') this.#trust.distrustCopy();
    return offered;
  }

  #takeUntried(update: Uint8Array, writer: Writer, known: Pick<Judge, 'wasTried' | 'mayWriteAs'>): Received {
    let untried: Steps = 0;
    let isAtHand = false;
    let whyNot: ReturnType<Trust['whyNot']> = null;
    const trusts = (news: ToTry, steps: Steps): boolean => {
      whyNot = this.#trust.whyNot(writer, steps);
      if (whyNot !== null || this.#trust.mustFollow(news, writer)) return false;
      const isTrusted = this.#trust.bears(steps);
      if (isTrusted) untried = steps;
      else isAtHand = this.#isTriedAtHand(news.update, writer);
      return isTrusted || isAtHand;
    };
    const offered = this.log.offer(update, {
      ...known,
      shape: this.#trust.shape(),
      levelOf: (id) => this.#levelOf(id),
      trusts,
    });
    if (whyNot === 'rests') return { kind: 'rests' };
    if (whyNot !== null) return { kind: 'refused', why: whyNot };
    if (offered.kind !== 'taken') return offered;
    this.#trust.took(offered.store, untried, writer);
    this.#follow(offered.send, isAtHand ? offered.send.slice(1) : offered.send);
    return offered;
  }

  /** `forDocument`: those it does not have. */
  #follow(updates: readonly Uint8Array[], forDocument = updates): void {
    this.#document.follow(forDocument);
    this.#trust.follow(updates);
  }

  /** What becomes of an update that was offered and is untried. */
  try(news: ToTry, writer: Writer, cohort?: string): Promise<Outcome> {
    return this.#trust.try(news, writer, cohort);
  }

  /** A change of the server's own; `result` gets what it returned. Throws what it throws, and keeps nothing of it then. */
  change<T>(change: (doc: Y.Doc) => T, result: (value: T) => void, haste: Haste = 'usual'): ServerChange {
    const changed = this.#document.change(change, haste);
    const { update } = changed;
    if (update !== null) {
      this.log.take(update);
      this.#trust.follow([update]);
    }
    if (changed.takesBack) this.#cleanAnswers();
    result(changed.result);
    return { update, takesBack: changed.takesBack };
  }

  /** An update of the server's own that takes back nothing newcomers must not get. */
  take(update: Uint8Array): ServerChange {
    this.log.take(update);
    this.#follow([update]);
    return { update, takesBack: false };
  }

  /** For reading only, and not to be kept. */
  read(): Y.Doc {
    return this.#document.read();
  }

  compacted(compacted: Compacted): void {
    this.log.compacted(compacted);
    this.#onRenewed?.();
  }

  destroy(): void {
    this.#document.forget();
  }

  #isTriedAtHand(news: Uint8Array, writer: Writer): boolean {
    const ms = this.#document.applyAtHand(news);
    if (ms !== null) this.#trust.bore(news, writer, ms);
    return ms !== null;
  }

  /** How many types an item of the board sits in, itself included. Throws a RoomError when there is no time to read it. */
  #levelOf(id: Y.ID): number {
    try {
      return this.#document.levelOf(id);
    } catch (error) {
      if (error instanceof RoomError) throw error;
      // Yjs cannot read what the board holds: then nothing can be put into what is there.
      return Number.POSITIVE_INFINITY;
    }
  }

  #cleanAnswers(): void {
    this.log.rebase(this.#document.snapshot());
    this.#onRenewed?.();
  }
}

const clientsIn = (update: Uint8Array): ReadonlySet<number> => new Set(decodeUpdate(update)?.structs.keys());
