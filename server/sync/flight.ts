/**
 * What a room has applied and not stored yet: the updates to store, and what happens once they are. Applies work to the
 * document in its order. Knows no storage and sends nothing before it is stored.
 */
import type { BoardId } from '../../shared/ids.ts';
import { CLOSE } from '../../shared/protocol.ts';
import type { BoardDocument } from './board-document.ts';
import type { RelayLimits } from './limits.ts';
import type { Log } from './ports.ts';
import type { Question } from './questions.ts';
import { RoomError } from './room-error.ts';
import type { Session } from './session.ts';
import type { Waiter, Work } from './work.ts';

export interface FlightOptions {
  readonly board: BoardId;
  readonly limits: Pick<RelayLimits, 'boardBytes'>;
  readonly log: Log;
}

export class Flight {
  readonly stored: Uint8Array[] = [];
  /** Who wrote them; null is the server. */
  readonly authors = new Set<Session | null>();
  /** What to tell once everything is stored, in order. */
  readonly after: Array<() => void> = [];
  /** To be answered once everything is stored. */
  readonly questions: Question[] = [];
  readonly waiters: readonly Waiter[];
  readonly #document: BoardDocument;
  readonly #options: FlightOptions;

  constructor(document: BoardDocument, queue: readonly Work[], options: FlightOptions) {
    this.#document = document;
    this.#options = options;
    this.waiters = queue.flatMap((work) => ('waiter' in work ? [work.waiter] : []));
  }

  /** Applies all of the work; false when the document broke on the way and nothing of it may be stored. */
  load(queue: readonly Work[]): boolean {
    return queue.every((work) => this.#apply(work));
  }

  #apply(work: Work): boolean {
    switch (work.kind) {
      case 'update':
        return this.#applyUpdate(work.session, work.update, work.trimmed);
      case 'question':
        this.questions.push(work);
        return true;
      case 'read':
        return true;
      case 'change':
        return this.#applyChange(work.run, work.waiter);
    }
  }

  #applyChange(run: (document: BoardDocument) => Uint8Array | null, waiter: Waiter): boolean {
    try {
      this.#store(run(this.#document), null);
      return true;
    } catch (error) {
      // A bug in a command: it may have changed half of what it wanted.
      this.#options.log('change-failed', { board: this.#options.board });
      waiter.failed(new RoomError('closed', { cause: error }));
      return false;
    }
  }

  #applyUpdate(session: Session, update: Uint8Array, trimmed: boolean): boolean {
    const { board, log } = this.#options;
    if (!this.#hasRoomFor(update)) {
      session.end(CLOSE.boardFull, 'board-full');
      return true;
    }
    const applied = this.#document.apply(update, trimmed);
    switch (applied.kind) {
      case 'applied':
        this.#store(applied.store, applied.more ? null : session);
        if (!applied.complete) this.after.push(() => session.wasIncomplete(trimmed));
        return true;
      case 'refused':
        log('update-refused', { board, why: applied.why });
        session.end(CLOSE.garbage, applied.why);
        return true;
      case 'broken':
        log('document-broken', { board });
        session.end(CLOSE.garbage, 'broken');
        return false;
    }
  }

  /** The known size may be too high; it is worked out only when it matters. */
  #hasRoomFor({ length }: Uint8Array): boolean {
    const { boardBytes } = this.#options.limits;
    return this.#document.bytes + length <= boardBytes || this.#document.snapshot().length + length <= boardBytes;
  }

  #store(update: Uint8Array | null, author: Session | null): void {
    if (update === null) return;
    this.stored.push(update);
    this.authors.add(author);
  }
}
