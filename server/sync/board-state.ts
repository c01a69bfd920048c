/**
 * A board in a room: its log, and the document that is built from it when one is needed. Knows no session and no storage.
 */
import type * as Y from 'yjs';
import { BoardDocument } from './board-document.ts';
import { BoardLog, type LogOptions, type Offered } from './board-log.ts';
import type { Compacted, StoredBoard } from './ports.ts';
import type { ServerChange } from './work.ts';

export class BoardState {
  readonly log: BoardLog;
  readonly #document: BoardDocument;

  constructor(stored: StoredBoard, options: LogOptions) {
    this.log = new BoardLog(stored, options, this);
    this.#document = new BoardDocument(this.log);
    // The records hold what one of them took back: newcomers get a state without it.
    if (stored.takesBack) this.#cleanAnswers();
  }

  /** Takes an update from outside. */
  offer(update: Uint8Array): Offered {
    const offered = this.log.offer(update);
    if (offered.kind === 'taken') this.#document.follow(offered.send);
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
  }

  destroy(): void {
    this.#document.forget();
  }

  /** How many types an item of the board sits in, itself included. */
  levelOf(id: Y.ID): number {
    try {
      return this.#document.levelOf(id);
    } catch {
      // Yjs cannot read what the board holds: then nothing can be put into what is there.
      return Number.POSITIVE_INFINITY;
    }
  }

  #cleanAnswers(): void {
    this.log.rebase(this.#document.snapshot());
  }
}
