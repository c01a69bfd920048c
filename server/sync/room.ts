/**
 * One board in memory: its state, the sessions in it and the presence of their people. What arrives is gathered until the
 * saver asks, applied, and sent on once it is stored. Knows no socket and no disk.
 */
import type * as Y from 'yjs';
import type { BoardId } from '../../shared/ids.ts';
import { type AwarenessEntry, awarenessFrame, CLOSE, updateFrame } from '../../shared/protocol.ts';
import type { BoardState } from './board-state.ts';
import { ClientOwners } from './client-owners.ts';
import { connectionsAtOnce, Delivery } from './delivery.ts';
import { Flight } from './flight.ts';
import { Folding } from './folding.ts';
import { holdBack } from './hold-back.ts';
import type { RelayLimits } from './limits.ts';
import { ownBytes } from './own-bytes.ts';
import type { BoardStorage, Haste, Log, RoomFailure, StoredUpdate } from './ports.ts';
import { Presence } from './presence.ts';
import { answerInTurns, type Question } from './questions.ts';
import { RoomError } from './room-error.ts';
import type { Saved } from './saver.ts';
import type { Session } from './session.ts';
import type { SessionRoom } from './session-room.ts';
import type { ServerChange, Work } from './work.ts';
import { WorkQueue } from './work-queue.ts';

/** The same for all rooms. */
export interface RoomOptions {
  readonly storage: Pick<BoardStorage, 'compact'>;
  readonly limits: RelayLimits;
  readonly log: Log;
  readonly now: () => number;
  /** The room has something to save or to send. */
  readonly request: (room: Room) => void;
  /** Something was changed and is durable. */
  readonly onChanged: (board: BoardId) => void;
  /** Nobody is left, or the room is over. */
  readonly onIdle: (room: Room) => void;
}

const NOBODY: ReadonlySet<Session | null> = new Set();

export class Room implements Saved, SessionRoom<Session> {
  readonly board: BoardId;
  readonly sessions = new Set<Session>();
  readonly #options: RoomOptions;
  /** Made when the first person says something about themselves. */
  #presence: Presence<Session> | null = null;
  readonly #owners = new ClientOwners<Session>(() => this.#presence);
  readonly #folding: Folding;
  readonly #queue: WorkQueue;
  #state: BoardState | null = null;
  #over: RoomFailure | null = null;
  #flight: Flight | null = null;
  /** Of what the flight holds: stored, and not with everybody yet. */
  #delivery: Delivery | null = null;

  constructor(board: BoardId, options: RoomOptions) {
    this.board = board;
    this.#options = options;
    this.#folding = new Folding(board, options);
    this.#queue = new WorkQueue(options.limits.queuedBytes, options.limits.appendBytes);
  }

  /** The stored board has been read. */
  open(state: BoardState): void {
    this.#state = state;
    for (const session of [...this.sessions]) session.enter();
    if (!this.#queue.isEmpty) this.#options.request(this);
  }

  get isOver(): boolean {
    return this.#over !== null;
  }

  get isIdle(): boolean {
    return this.sessions.size === 0 && this.#queue.isEmpty && !this.#queue.isHolding && this.#flight === null;
  }

  get weight(): number {
    return this.bytes + this.#queue.bytes;
  }

  add(session: Session): void {
    this.sessions.add(session);
    if (this.#state !== null) session.enter();
  }

  /** Ends the room: every session, everything waiting. What was not stored is forgotten. */
  end(code: number, why: string, failure: RoomFailure): void {
    if (this.#over !== null) return;
    this.#over = failure;
    const isStored = this.#delivery !== null;
    const flying = this.#flight?.waiters ?? [];
    const waiters = this.#queue.end();
    this.#flight = null;
    this.#delivery = null;
    for (const session of [...this.sessions]) session.end(code, why);
    for (const waiter of flying) isStored ? waiter.done() : waiter.failed(new RoomError(failure));
    for (const waiter of waiters) waiter.failed(new RoomError(failure));
    this.#state?.destroy();
    this.#state = null;
    this.#options.onIdle(this);
  }

  /** A change by the server, durable when resolved. `change` gives what it returns to `keep`. */
  change<T>(change: (state: BoardState, keep: (value: T) => void) => ServerChange, haste: Haste): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      let result: { readonly value: T } | null = null;
      const run = (): ServerChange => {
        if (this.#state === null) throw new RoomError('closed');
        return change(this.#state, (value) => {
          result = { value };
        });
      };
      const done = (): void => (result === null ? reject(new RoomError('closed')) : resolve(result.value));
      this.#enqueue({ kind: 'change', run, haste, waiter: { done, failed: reject } });
    });
  }

  read<T>(read: (doc: Y.Doc) => T): Promise<T> {
    return this.#look((state) => read(state.read()));
  }

  updates(): Promise<readonly Uint8Array[]> {
    return this.#look(({ log }) => [...log.updates()]);
  }

  /** Once everything before it is stored. */
  #look<T>(look: (state: BoardState) => T): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const done = (): void => {
        if (this.#state === null) {
          reject(new RoomError('closed'));
          return;
        }
        try {
          resolve(look(this.#state));
        } catch (error) {
          // The reader's own mistake, or a board that cannot be read; the room has no part in it.
          reject(error);
        }
      };
      this.#enqueue({ kind: 'read', waiter: { done, failed: reject } });
    });
  }

  offer(session: Session, update: Uint8Array, answered: boolean): void {
    this.#takeIn({ kind: 'update', session, update: ownBytes(update), answered });
  }

  /** Answered once everything before it is stored: an answer acknowledges all its connection sent before. */
  ask(session: Session, stateVector: Uint8Array): void {
    this.#takeIn({ kind: 'question', session, stateVector });
  }

  get bytes(): number {
    return this.#state?.log.bytes ?? 0;
  }

  present(session: Session, entries: ReadonlyArray<AwarenessEntry>): void {
    this.#presence ??= new Presence(this.#options.limits.presenceBytes, ({ connection }) => connection.confirm());
    const answer = this.#presence.receive(session, entries);
    if (answer !== null) session.send(awarenessFrame([answer]));
    if (this.#presence.hasChanges) this.#options.request(this);
  }

  presentAs(session: Session): number | null {
    return this.#presence?.idOf(session) ?? null;
  }

  everybody(): AwarenessEntry[] {
    return this.#presence?.all() ?? [];
  }

  stateVector(): Uint8Array {
    return this.#state?.log.stateVector() ?? new Uint8Array([0]);
  }

  clients(): number {
    return this.#state?.log.clients ?? 0;
  }

  left(session: Session): void {
    this.sessions.delete(session);
    this.#presence?.leave(session);
    if (this.#over !== null) return;
    if (this.#presence?.hasChanges) this.#options.request(this);
    if (this.sessions.size === 0) this.#options.onIdle(this);
  }

  take(): readonly StoredUpdate[] {
    if (this.#state === null || this.#flight !== null) return [];
    try {
      this.#flight = new Flight(this.board, this.#state, this.#queue.take(), this.#options, this.#owners);
      this.#queue.putBack(this.#flight.rest);
      for (const untried of this.#flight.untried)
        void holdBack(untried, this.#state, this.#queue).then(() => this.#options.request(this));
      return this.#flight.stored;
    } catch (error) {
      // A mistake of ours with the board half changed: the disk has it as it was.
      this.#options.log('board-broken', { board: this.board, why: error instanceof Error ? error.name : 'unknown' });
      this.end(CLOSE.roomRestarts, 'room-restarts', 'closed');
      return [];
    }
  }

  settle(stored: boolean): void {
    const flight = this.#flight;
    if (flight === null) return;
    if (!stored) {
      this.end(CLOSE.tryLater, 'cannot-save', 'storage-failed');
      return;
    }
    if (this.#delivery !== null) {
      this.relay();
      return;
    }
    this.#delivery = this.#deliver(flight.sent.map(updateFrame), flight.authors);
    this.#goOn();
  }

  relay(): void {
    if (this.#presence?.hasChanges) this.#deliver([], NOBODY).goOn();
    this.#goOn();
  }

  /** Until everybody was sent what the flight holds, nothing else is applied, answered or told. */
  #goOn(): void {
    const flight = this.#flight;
    if (flight === null || this.#delivery === null) return;
    if (!this.#delivery.goOn()) {
      this.#options.request(this);
      return;
    }
    this.#flight = null;
    this.#delivery = null;
    for (const call of flight.after) call();
    this.#answer(flight.questions);
    if (!this.#queue.isEmpty) this.#options.request(this);
    for (const waiter of flight.waiters) waiter.done();
    if (flight.stored.length > 0) this.#options.onChanged(this.board);
    const urgent = flight.overfull || flight.stored.some(({ takesBack }) => takesBack);
    if (this.#state !== null && this.#folding.isDue(this.#state.log, urgent)) void this.compact();
    if (this.isIdle) this.#options.onIdle(this);
  }

  /** Folds what is stored into one snapshot, beside everything else. Never rejects. */
  async compact(): Promise<void> {
    if (this.#state === null) return;
    const compacted = await this.#folding.fold(this.#state.log);
    if (compacted !== null) this.#state?.compacted(compacted);
  }

  renewed(): void {
    for (const session of [...this.sessions]) session.boardRenewed();
  }

  /** Whoever opens it next would have much to read beside the snapshot. */
  get isWorthFolding(): boolean {
    return this.#state !== null && this.#folding.isWorthIt(this.#state.log);
  }

  #answer(questions: readonly Question[]): void {
    const state = this.#state;
    if (state === null || questions.length === 0) return;
    const { now } = this.#options;
    const answer = ({ session, stateVector }: Question): void => session.answer(stateVector, state.log);
    this.#queue.putBack(answerInTurns(questions, answer, now));
  }

  /** The sender is closed when more is waiting than may be. */
  #takeIn(work: Work & { readonly session: Session }): void {
    if (!this.#enqueue(work)) work.session.end(CLOSE.tryLater, 'cannot-save-that-fast');
  }

  #enqueue(work: Work): boolean {
    if (this.#over !== null) {
      if ('waiter' in work) work.waiter.failed(new RoomError(this.#over));
      return true;
    }
    if (!this.#queue.offer(work)) return false;
    if (this.#state !== null) this.#options.request(this);
    return true;
  }

  /** Of frames, and the presence that changed; where there are many bytes, presence goes by itself meanwhile. */
  #deliver(frames: readonly Uint8Array[], authors: ReadonlySet<Session | null>): Delivery {
    const { limits } = this.#options;
    const sessions = [...this.sessions];
    const atOnce = connectionsAtOnce(frames, limits.deliveryBytes);
    const most = limits.presenceWindowBytes / sessions.length;
    const presence = (sessions.length <= atOnce && this.#presence?.takeChanges(most)) || [];
    if (this.#presence?.hasChanges) this.#options.request(this);
    const isOwn = (entry: AwarenessEntry, session: Session): boolean => this.presentAs(session) === entry.client;
    return new Delivery({ sessions, frames, authors, presence, isOwn, boardBytes: this.bytes, limits }, atOnce);
  }
}
