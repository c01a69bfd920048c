/**
 * What a room has applied and not stored yet: the updates to store, and what happens once they are. Applies work to the
 * board in its order. Knows no storage and sends nothing before it is stored.
 */
import type { BoardId } from '../../shared/ids.ts';
import { CLOSE } from '../../shared/protocol.ts';
import type { BoardState } from './board-state.ts';
import type { ClientOwners } from './client-owners.ts';
import type { ToTry } from './judge.ts';
import { lightestFirst } from './lightest-first.ts';
import type { RelayLimits } from './limits.ts';
import type { Log, StoredUpdate } from './ports.ts';
import type { Question } from './questions.ts';
import { RoomError } from './room-error.ts';
import type { Session } from './session.ts';
import type { UpdateWork, Waiter, Work } from './work.ts';

type ChangeWork = Extract<Work, { readonly kind: 'change' }>;

/** What people type right after a reconnect overtakes the answer to our question, and is small. */
const OVERTAKES_BYTES = 16 * 1024;

type Owners = Pick<ClientOwners<Session>, 'mayWriteAs' | 'wrote'>;

export interface FlightOptions {
  readonly limits: Pick<RelayLimits, 'boardBytes' | 'sliceMs'>;
  readonly log: Log;
  readonly now: () => number;
}

/** An update, and what of it is to be tried. */
export interface Untried {
  readonly work: UpdateWork;
  readonly news: ToTry;
}

export class Flight {
  readonly stored: StoredUpdate[] = [];
  /** What to pass on: what is stored, and sometimes records that were and have found their place now. */
  readonly sent: Uint8Array[] = [];
  /** Who wrote them; null is the server. */
  readonly authors = new Set<Session | null>();
  /** What to tell once everything is stored, in order. */
  readonly after: Array<() => void> = [];
  /** To be answered once everything is stored. */
  readonly questions: Question[] = [];
  readonly waiters: Waiter[] = [];
  /** What has to be tried before it is applied, one of a connection at most. */
  readonly untried: Untried[] = [];
  /** What there was no time for, what waits for a trial, and what comes after either: the next flight's. */
  readonly rest: readonly Work[];
  /** Somebody was turned away because the board is too big as long as its records are not folded. */
  overfull = false;
  readonly #board: BoardId;
  readonly #state: BoardState;
  readonly #options: FlightOptions;
  readonly #owners: Owners;
  /** What is not applied yet because something else has to be tried, or applied, first. */
  readonly #heldBack: Work[] = [];
  /** Whose it is. */
  readonly #waiting = new Set<Session>();

  constructor(board: BoardId, state: BoardState, queue: readonly Work[], options: FlightOptions, owners: Owners) {
    this.#board = board;
    this.#state = state;
    this.#options = options;
    this.#owners = owners;
    const applied = this.#applyForAWhile(queue);
    const left = applied === queue.length ? [] : lightestFirst(queue.slice(applied));
    const others = left.filter((work) => !this.#mustWait(work));
    const theirs = left.filter((work) => this.#mustWait(work));
    this.rest = [...others, ...this.#heldBack, ...theirs];
  }

  /** At least one, so that it goes on; returns how many. */
  #applyForAWhile(queue: readonly Work[]): number {
    const { now, limits } = this.#options;
    const until = now() + limits.sliceMs;
    let applied = 0;
    for (const work of queue) {
      this.#apply(work);
      applied += 1;
      if (takesTime(work) && now() >= until) break;
    }
    return applied;
  }

  #apply(work: Work): void {
    if (this.#mustWait(work)) {
      this.#heldBack.push(work);
      return;
    }
    switch (work.kind) {
      case 'update':
        this.#applyUpdate(work);
        return;
      case 'question':
        this.questions.push(work);
        return;
      case 'read':
        this.waiters.push(work.waiter);
        return;
      case 'change':
        this.#applyChange(work);
        return;
    }
  }

  #applyChange({ run, haste, waiter }: ChangeWork): void {
    try {
      const { update, takesBack } = run();
      if (update !== null) this.#store(update, [update], null, takesBack);
      this.waiters.push(waiter);
    } catch (error) {
      // There is no time for it now, or a command has a bug, or nobody can read the board: nothing of the change is kept.
      if (error instanceof RoomError) {
        if (haste === 'usual') this.#options.log('change-put-off', { board: this.#board });
        waiter.failed(error);
        return;
      }
      this.#options.log('change-failed', { board: this.#board });
      waiter.failed(new RoomError('closed', { cause: error }));
    }
  }

  #applyUpdate(work: UpdateWork): void {
    const { session, update, answered, outcome } = work;
    // What was tried may have waited for long: somebody may have lost the right, or the board its room, meanwhile.
    const mayNot = outcome !== undefined && !session.mayStillWrite;
    if (mayNot || session.refused || this.#turnsAway(session, update)) {
      if (outcome !== undefined) this.#state.passOver(outcome);
      if (mayNot) session.deny();
      return;
    }
    if (outcome?.verdict === 'none') {
      session.refuse(CLOSE.tryLater, 'board-rests');
      return;
    }
    const mayWriteAs = (client: number): boolean => this.#owners.mayWriteAs(session, client);
    const offered = this.#state.offer(update, session.person, outcome, mayWriteAs);
    switch (offered.kind) {
      case 'taken':
        this.#owners.wrote(session, offered.by);
        this.#store(offered.store, offered.send, offered.send.length > 1 ? null : session, false);
        return;
      case 'known':
        return;
      case 'incomplete':
        this.after.push(() => session.wasIncomplete(answered || update.length > OVERTAKES_BYTES));
        return;
      case 'too-many':
        session.refuse(CLOSE.boardFull, 'too-many-entries');
        return;
      case 'untried':
        this.untried.push({ work, news: offered.news });
        this.#holdBack(work);
        return;
      case 'early':
        this.#holdBack(work);
        return;
      case 'rests':
        session.refuse(CLOSE.tryLater, 'board-rests');
        return;
      case 'refused':
        this.#options.log('update-refused', { board: this.#board, why: offered.why });
        session.refuse(CLOSE.garbage, offered.why);
        return;
    }
  }

  /** Whatever a connection sent is applied, and answered, after what it sent before. */
  #mustWait(work: Work): boolean {
    return 'session' in work && this.#waiting.has(work.session);
  }

  #holdBack(work: UpdateWork): void {
    this.#heldBack.push(work);
    this.#waiting.add(work.session);
  }

  /** A board is full by what it holds, not by what its records take before they are folded. */
  #turnsAway(session: Session, { length }: Uint8Array): boolean {
    const { log } = this.#state;
    const { boardBytes } = this.#options.limits;
    if (log.bytes + length <= boardBytes) return false;
    const mayShrink = log.tailBytes > boardBytes / 20 && !log.isWounded;
    if (mayShrink) this.overfull = true;
    if (mayShrink) session.refuse(CLOSE.tryLater, 'board-is-being-folded');
    else session.refuse(CLOSE.boardFull, 'board-full');
    return true;
  }

  #store(update: Uint8Array, send: readonly Uint8Array[], author: Session | null, takesBack: boolean): void {
    this.stored.push({ board: this.#board, update, takesBack });
    this.sent.push(...send);
    this.authors.add(author);
  }
}

/** Questions and readers are only noted down here. */
const takesTime = ({ kind }: Work): boolean => kind === 'update' || kind === 'change';
