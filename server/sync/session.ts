/**
 * One admitted connection in a room: reads its messages, judges them by today's right and by its budgets, and hands the
 * rest to the room. Knows no document and no storage.
 */
import type { Right } from '../../shared/cohort/roles.ts';
import type { CohortId, PersonId } from '../../shared/ids.ts';
import {
  type AwarenessEntry,
  awarenessFrame,
  CLOSE,
  deniedFrame,
  readAwarenessEntries,
  readClientMessage,
  rightFrame,
  step1Frame,
} from '../../shared/protocol.ts';
import { sendAnswer } from './answer-frames.ts';
import type { Backlog } from './backlogs.ts';
import type { RelayLimits } from './limits.ts';
import { bytesOf } from './passage.ts';
import type { Admitted, Clock, Connection, Joined } from './ports.ts';
import type { QuestionBudget } from './question-budget.ts';
import type { AnsweringBoard, SessionRoom } from './session-room.ts';
import { stateVectorFault } from './state-vector.ts';

export interface SessionOptions {
  readonly room: SessionRoom<Session>;
  readonly admitted: Admitted;
  readonly connection: Connection;
  readonly questions: QuestionBudget;
  readonly backlog: Backlog;
  readonly clock: Clock;
  readonly limits: RelayLimits;
}

/** An update without content, as clients send it to say that they have nothing new. */
const isEmptyUpdate = (update: Uint8Array): boolean => update.length === 2 && update[0] === 0 && update[1] === 0;

export class Session implements Joined {
  readonly connection: Connection;
  /** An update of it was refused: what it sent after that is not looked at. */
  refused = false;
  readonly #admitted: Admitted;
  readonly #room: SessionRoom<Session>;
  readonly #clock: Clock;
  readonly #limits: RelayLimits;
  readonly #questions: QuestionBudget;
  readonly #backlog: Backlog;
  #right: Right;
  #state: 'waiting' | 'entered' | 'gone' = 'waiting';
  #held: Uint8Array[] | null = null;
  #heldBytes = 0;
  #incomplete = 0;
  /** A question of ours is on its way and not answered yet. */
  #asking = false;
  #denied = false;
  #deaf = false;
  /** It was answered once, and has been sent everything since. */
  #listens = false;

  constructor({ room, admitted, connection, questions, backlog, clock, limits }: SessionOptions) {
    this.#admitted = admitted;
    this.connection = connection;
    this.#room = room;
    this.#clock = clock;
    this.#limits = limits;
    this.#right = admitted.right();
    this.#questions = questions;
    this.#backlog = backlog;
  }

  get person(): PersonId {
    return this.#admitted.person;
  }

  get cohort(): CohortId {
    return this.#admitted.cohort;
  }

  get name(): string {
    return this.#admitted.name;
  }

  /** As rights are now, also once the connection is gone. */
  get mayStillWrite(): boolean {
    return this.#rightNow() === 'write';
  }

  get entered(): boolean {
    return this.#state === 'entered';
  }

  /** Not once it is gone or the server stops: then the client asks again wherever it comes back to. */
  get expectsAnswers(): boolean {
    return this.entered && !this.#deaf;
  }

  /** The board is loaded: says hello and takes what has arrived meanwhile. */
  enter(): void {
    if (this.#state !== 'waiting') return;
    this.#state = 'entered';
    this.#greet(this.#room.everybody());
    const held = this.#held;
    this.#held = null;
    for (const frame of held ?? []) this.receive(frame);
  }

  /** From now on nothing is taken in: the server is about to stop. What was not acknowledged, the client keeps. */
  stopListening(): void {
    this.#deaf = true;
    this.#held = null;
  }

  receive(frame: Uint8Array): void {
    if (this.#deaf) return;
    if (this.#state === 'waiting') this.#hold(frame);
    else if (this.#state === 'entered') this.#read(frame);
  }

  leave(): void {
    if (this.#state === 'gone') return;
    this.#state = 'gone';
    this.#held = null;
    this.#room.left(this);
  }

  /** Ends the connection from our side. */
  end(code: number, why: string): void {
    if (this.#state === 'gone') return;
    this.leave();
    this.connection.close(code, why);
  }

  /** The same for an update that was not taken. */
  refuse(code: number, why: string): void {
    this.refused = true;
    this.end(code, why);
  }

  send(frame: Uint8Array): void {
    if (this.#state === 'entered') this.connection.send(frame);
  }

  /** Asks for the right again and tells the client when it is another one. */
  reconsider(): void {
    const right = this.#rightNow();
    if (right === null) return;
    if (right === 'none') {
      this.end(CLOSE.forbidden, 'no-right');
      return;
    }
    const changed = right !== this.#right;
    this.#right = right;
    if (changed && this.entered) this.#greet([]);
  }

  /** Null where nobody can tell, because the disk cannot be read: then it may nothing, and comes back. */
  #rightNow(): Right | null {
    try {
      return this.#admitted.right();
    } catch {
      this.end(CLOSE.tryLater, 'cannot-load');
      return null;
    }
  }

  /** Says what the right is, asks for what the client has, and tells who is here, in one go. */
  #greet(present: readonly AwarenessEntry[]): void {
    if (this.#right === 'none') {
      this.end(CLOSE.forbidden, 'no-right');
      return;
    }
    this.#denied = false;
    const frames = [RIGHT[this.#right]];
    // A reader is not asked for what it has: it would only be refused.
    if (this.#right === 'write') frames.push(this.#question());
    if (present.length > 0) frames.push(awarenessFrame(present));
    this.connection.send(...frames);
  }

  /** Answers a question; whatever the updates are, the last one makes the client count as synced. */
  answer(stateVector: Uint8Array, board: AnsweringBoard): void {
    if (!this.entered) return;
    const startedAt = this.#clock.now();
    const answer = this.#listens ? board.answerListener(stateVector) : board.answer(stateVector);
    this.#listens = true;
    const bytes = answer.reduce((sum, passage) => sum + bytesOf(passage), 0);
    this.#give(bytes, () => sendAnswer(this.connection, answer), startedAt);
  }

  /** What was sent of the board before this one is no part of it any more. */
  boardRenewed(): void {
    if (this.#backlog.isLeftBehind(this.#room.bytes)) this.end(CLOSE.tryLater, 'slow-reader');
  }

  /** Sends an answer, unless too much waits to be read, and charges for it. */
  #give(bytes: number, send: () => void, startedAt: number): void {
    const isTooMuch = this.#backlog.isTooMuch(bytes, this.#room.bytes);
    if (!isTooMuch) {
      send();
      this.#backlog.took(bytes);
    }
    const workMs = this.#clock.now() - startedAt;
    const isAffordable = this.#questions.charge(workMs, isTooMuch ? 0 : bytes / BYTES_PER_MS);
    if (isTooMuch) this.end(CLOSE.tryLater, 'slow-reader');
    else if (!isAffordable) this.end(CLOSE.garbage, 'too-many-questions');
  }

  /**
   * An update built on what the server does not have. Right after a reconnect that is no fault: what people type then
   * overtakes the answer to our question. An answer that is incomplete itself is one, and so is a large update.
   */
  wasIncomplete(isFault: boolean): void {
    if (isFault) this.#incomplete += 1;
    if (this.#incomplete >= this.#limits.incompleteUpdates) this.end(CLOSE.garbage, 'incomplete-updates');
    else if (isFault || !this.#asking) this.send(this.#question());
  }

  /** Asks the client for what the board does not have. */
  #question(): Uint8Array {
    this.#asking = true;
    return step1Frame(this.#room.stateVector());
  }

  #hold(frame: Uint8Array): void {
    this.#held ??= [];
    this.#held.push(frame);
    this.#heldBytes += frame.length + FRAME_OVERHEAD;
    if (this.#heldBytes > this.#limits.heldBytes) this.end(CLOSE.tryLater, 'not-loaded-yet');
  }

  #read(frame: Uint8Array): void {
    const message = readClientMessage(frame);
    if (message === null) {
      this.end(CLOSE.garbage, 'undecodable');
      return;
    }
    switch (message.kind) {
      case 'step1':
        this.#asked(message.stateVector);
        return;
      case 'step2':
      case 'update':
        this.#update(message.update, message.kind === 'step2');
        return;
      case 'awareness':
        this.#present(message.entries);
        return;
      case 'query-awareness':
        this.#sayWhoIsHere();
        return;
    }
  }

  #present(bytes: Uint8Array): void {
    const entries = readAwarenessEntries(bytes, this.#limits.awarenessEntries, this.#room.presentAs(this));
    if (entries === null) this.end(CLOSE.garbage, 'undecodable');
    else this.#room.present(this, entries);
  }

  #asked(stateVector: Uint8Array): void {
    if (!this.#questions.chargeReading(stateVector.length)) {
      this.end(CLOSE.garbage, 'too-many-questions');
      return;
    }
    // An honest asker knows the board's clients, and some of its own.
    const why = stateVectorFault(stateVector, this.#room.clients() + this.#limits.unknownClients);
    if (why === null) this.#room.ask(this, stateVector);
    else this.end(CLOSE.garbage, why);
  }

  /** Charged as other answers are: where hundreds are, it is large. */
  #sayWhoIsHere(): void {
    const startedAt = this.#clock.now();
    const frame = awarenessFrame(this.#room.everybody());
    this.#give(frame.length, () => this.send(frame), startedAt);
  }

  #update(update: Uint8Array, answered: boolean): void {
    if (answered) this.#asking = false;
    if (isEmptyUpdate(update)) return;
    if (this.#right === 'write') this.#room.offer(this, update, answered);
    else this.deny();
  }

  /** Says once that nothing of what it writes is taken. */
  deny(): void {
    if (this.#denied) return;
    this.#denied = true;
    this.send(deniedFrame('read-only'));
  }
}

const RIGHT = { read: rightFrame('read'), write: rightFrame('write') } as const;

/** Sending costs as well: about this much in a ms of processor time. */
const BYTES_PER_MS = 100_000;
/** What a held frame takes beside its bytes. */
const FRAME_OVERHEAD = 100;
