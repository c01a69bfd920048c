/**
 * A board in a room: its log, and the document that is built from it when one is needed. Knows no session and no storage.
 */
import type * as Y from 'yjs';
import { type BoardClock, BoardDocument, type Writer } from './board-document.ts';
import { type Bears, BoardLog, type LogOptions, type Offered } from './board-log.ts';
import type { LongWork } from './long-work.ts';
import type { Compacted, StoredBoard } from './ports.ts';
import { RoomError } from './room-error.ts';
import type { ServerChange } from './work.ts';

/**
 * Steps that are taken on trust (effort.ts): some tenths of a second if it comes to the worst. More on a large board, where
 * trying takes longer.
 */
const TRUSTED_STEPS = 2_000_000;
const TRUSTED_STEPS_A_BYTE = 2;
/** Who writes less is not to blame for what it takes: the board is as it is. Nor does it wait to be tried. */
const HEAVY_STEPS = 1_000;

/** What a board is given. */
export interface BoardMeans {
  readonly clock: BoardClock;
  readonly long: LongWork;
  /** From now on the board is other bytes than those it was answered with. */
  readonly onRenewed?: () => void;
}

export class BoardState {
  readonly log: BoardLog;
  readonly #document: BoardDocument;
  readonly #onRenewed: (() => void) | undefined;
  /** Steps that updates may need, since it was tried. */
  #steps = 0;

  constructor(stored: StoredBoard, options: LogOptions, { clock, long, onRenewed }: BoardMeans) {
    this.#onRenewed = onRenewed;
    this.log = new BoardLog(stored, options, this);
    this.#document = new BoardDocument(this.log, clock, long);
    // The records hold what one of them took back: newcomers get a state without it.
    if (stored.takesBack) this.#cleanAnswers();
  }

  /** Takes an update from outside. */
  offer(update: Uint8Array, writer: Writer = null): Offered {
    if (this.#document.isSlowedBy(writer)) return { kind: 'refused', why: 'too-slow' };
    try {
      return this.#offer(update, writer);
    } catch (error) {
      // To judge it the board had to be read, and there is no time for that now.
      if (error instanceof RoomError) return { kind: 'later' };
      throw error;
    }
  }

  #offer(update: Uint8Array, writer: Writer): Offered {
    let isHeavy = false;
    const offered = this.log.offer(update, (news, steps) => {
      isHeavy = steps > HEAVY_STEPS;
      return this.#bears(news, steps, writer);
    });
    if (offered.kind === 'taken') this.#document.follow(offered.send, isHeavy ? writer : null);
    return offered;
  }

  /** A change of the server's own; `result` gets what it returned. Throws what it throws, and keeps nothing of it then. */
  change<T>(change: (doc: Y.Doc) => T, result: (value: T) => void): ServerChange {
    const changed = this.#document.change(change);
    const { update } = changed;
    if (update !== null) this.log.take(update);
    if (changed.takesBack) this.#cleanAnswers();
    result(changed.result);
    return { update, takesBack: changed.takesBack };
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

  /** How many types an item of the board sits in, itself included. */
  levelOf(id: Y.ID): number {
    try {
      return this.#document.levelOf(id);
    } catch (error) {
      if (error instanceof RoomError) throw error;
      // Yjs cannot read what the board holds: then nothing can be put into what is there.
      return Number.POSITIVE_INFINITY;
    }
  }

  /** Tries what may take long; what that was is not known before. */
  #bears(update: Uint8Array, steps: number, writer: Writer): Bears {
    const untried = this.#steps + steps;
    if (untried <= TRUSTED_STEPS + TRUSTED_STEPS_A_BYTE * this.log.bytes) {
      this.#steps = untried;
      return 'yes';
    }
    const bears = this.#document.bears(update, writer);
    if (bears === 'yes') this.#steps = 0;
    if (bears !== 'later' || steps > HEAVY_STEPS) return bears;
    // Whoever writes next to nothing does not wait for what others have brought together.
    this.#steps = untried;
    return 'yes';
  }

  #cleanAnswers(): void {
    this.log.rebase(this.#document.snapshot());
    this.#onRenewed?.();
  }
}
