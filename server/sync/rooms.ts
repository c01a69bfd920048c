/**
 * All the rooms of this server: opens a board when somebody comes, closes it a while after everybody has left, and is
 * the door through which the rest of the server reads and changes boards. Knows no socket, no disk and no person's role.
 */
import type * as Y from 'yjs';
import type { BoardId, PersonId } from '../../shared/ids.ts';
import { CLOSE } from '../../shared/protocol.ts';
import { Backlog, type Backlogs } from './backlogs.ts';
import type { LogOptions } from './board-log.ts';
import { BoardState } from './board-state.ts';
import { RELAY_LIMITS, type RelayLimits } from './limits.ts';
import { Listeners } from './listeners.ts';
import { LongWork } from './long-work.ts';
import type {
  Admitted,
  BoardStorage,
  Clock,
  Connection,
  Haste,
  Joined,
  Log,
  RelayRooms,
  StorageHealth,
  Trials,
} from './ports.ts';
import { QuestionBudgets } from './question-budget.ts';
import { Room, type RoomOptions } from './room.ts';
import { RoomError } from './room-error.ts';
import { Saver } from './saver.ts';
import { Session } from './session.ts';

export interface RoomsOptions {
  readonly storage: BoardStorage;
  readonly clock: Clock;
  readonly trials: Pick<Trials, 'try'>;
  readonly log: Log;
  /** Own numbers in place of the usual ones. */
  readonly limits?: Partial<RelayLimits>;
  /** Root names that updates of clients may touch; without it any, up to 64 a board. */
  readonly roots?: ReadonlySet<string>;
}

export const createRooms = (options: RoomsOptions): RelayRooms => new AllRooms(options);

class AllRooms implements RelayRooms {
  readonly #storage: BoardStorage;
  readonly #clock: Clock;
  readonly #trials: Pick<Trials, 'try'>;
  readonly #log: Log;
  readonly #limits: RelayLimits;
  readonly #logOptions: LogOptions;
  readonly #roomOptions: RoomOptions;
  readonly #saver: Saver;
  readonly #rooms = new Map<BoardId, Room>();
  readonly #graces = new Map<Room, () => void>();
  readonly #questions: QuestionBudgets;
  readonly #long: LongWork;
  readonly #backlogs: Backlogs;
  readonly #changed: Listeners;
  readonly #entered: Listeners;
  #listening = true;
  #closing: Promise<void> | null = null;

  constructor({ storage, clock, trials, log, limits, roots }: RoomsOptions) {
    this.#storage = storage;
    this.#clock = clock;
    this.#trials = trials;
    this.#log = log;
    this.#limits = { ...RELAY_LIMITS, ...limits };
    this.#questions = new QuestionBudgets(this.#limits, () => clock.now());
    this.#long = new LongWork(() => clock.now());
    this.#backlogs = { limits: this.#limits, connectionsOf: (person) => this.#connectionsOf(person) };
    this.#changed = new Listeners(log);
    this.#entered = new Listeners(log);
    const { windowMs, gapMs, hangMs, probeMs, slicesMs, appendBytes } = this.#limits;
    const {
      boardEntries: maxEntries,
      crowd: maxCrowd,
      updateParts: maxParts,
      boardParts: maxBoardParts,
    } = this.#limits;
    this.#saver = new Saver({ storage, clock, log, windowMs, gapMs, hangMs, probeMs, slicesMs, appendBytes });
    this.#logOptions = { roots: roots ?? null, maxEntries, maxCrowd, maxParts, maxBoardParts };
    this.#roomOptions = {
      storage,
      limits: this.#limits,
      log,
      now: () => clock.now(),
      request: (asking) => this.#saver.request(asking),
      onChanged: (changed) => this.#changed.tell(changed),
      onIdle: (idle) => this.#idle(idle),
    };
  }

  join(board: BoardId, admitted: Admitted, connection: Connection): Joined {
    const refusal = this.#refusal(board);
    if (refusal !== null) {
      connection.close(refusal.code, refusal.why);
      return { receive: () => undefined, leave: () => undefined };
    }
    const room = this.#room(board);
    const questions = this.#questions.forConnection(admitted.person);
    const backlog = new Backlog(connection, admitted.person, this.#backlogs);
    const [clock, limits] = [this.#clock, this.#limits];
    const session = new Session({ room, admitted, connection, questions, backlog, clock, limits });
    this.#graces.get(room)?.();
    this.#graces.delete(room);
    room.add(session);
    if (room.sessions.size === 1) this.#entered.tell(board);
    return session;
  }

  *#connectionsOf(person: PersonId): Iterable<Connection> {
    for (const { sessions } of this.#rooms.values())
      for (const session of sessions) if (session.person === person) yield session.connection;
  }

  async change<T>(board: BoardId, change: (doc: Y.Doc) => T, haste: Haste = 'usual'): Promise<T> {
    return this.#roomForServer(board).change((state, keep) => state.change(change, keep, haste), haste);
  }

  async take(board: BoardId, update: Uint8Array): Promise<void> {
    return this.#roomForServer(board).change((state, keep) => {
      keep();
      return state.take(update);
    }, 'usual');
  }

  async read<T>(board: BoardId, read: (doc: Y.Doc) => T): Promise<T> {
    return this.#roomForServer(board).read(read);
  }

  async updates(board: BoardId): Promise<readonly Uint8Array[]> {
    return this.#roomForServer(board).updates();
  }

  async remove(deed: () => readonly BoardId[]): Promise<void> {
    await this.#saver.quiet();
    for (const board of deed()) this.#rooms.get(board)?.end(CLOSE.noSuchBoard, 'board-removed', 'unknown-board');
  }

  reconsider(board?: BoardId): void {
    const rooms = board === undefined ? [...this.#rooms.values()] : [this.#rooms.get(board)];
    for (const room of rooms) for (const session of [...(room?.sessions ?? [])]) session.reconsider();
  }

  onChanged(listener: (board: BoardId) => void): () => void {
    return this.#changed.add(listener);
  }

  onEntered(listener: (board: BoardId) => void): () => void {
    return this.#entered.add(listener);
  }

  sessions(board: BoardId): ReadonlyArray<{ readonly person: Admitted['person'] }> {
    return [...(this.#rooms.get(board)?.sessions ?? [])].map(({ person }) => ({ person }));
  }

  tell(board: BoardId, person: Admitted['person'], frame: Uint8Array): number {
    const theirs = [...(this.#rooms.get(board)?.sessions ?? [])].filter((one) => one.entered && one.person === person);
    for (const session of theirs) session.send(frame);
    return theirs.length;
  }

  health(): StorageHealth {
    return this.#saver.health();
  }

  openRooms(): number {
    return this.#rooms.size;
  }

  stopListening(): void {
    this.#listening = false;
    for (const room of this.#rooms.values()) for (const session of room.sessions) session.stopListening();
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    this.stopListening();
    await this.#saver.drain();
    for (const room of [...this.#rooms.values()]) room.end(CLOSE.goingAway, 'server-stops', 'closed');
  }

  #refusal(board: BoardId): { readonly code: number; readonly why: string } | null {
    if (!this.#listening) return { code: CLOSE.goingAway, why: 'server-stops' };
    const people = this.#rooms.get(board)?.sessions.size ?? 0;
    return people >= this.#limits.sessionsPerBoard ? { code: CLOSE.tryLater, why: 'too-many-connections' } : null;
  }

  #roomForServer(board: BoardId): Room {
    if (this.#closing !== null) throw new RoomError('closed');
    return this.#room(board);
  }

  #room(board: BoardId): Room {
    const open = this.#rooms.get(board);
    if (open !== undefined) return open;
    const room = new Room(board, this.#roomOptions);
    this.#rooms.set(board, room);
    void this.#load(room);
    return room;
  }

  /** Never rejects. */
  async #load(room: Room): Promise<void> {
    const { board } = room;
    try {
      const stored = await this.#storage.load(board);
      if (room.isOver) return;
      if (stored === null) return room.end(CLOSE.noSuchBoard, 'unknown-board', 'unknown-board');
      const state = new BoardState(stored, this.#logOptions, {
        clock: this.#clock,
        long: this.#long,
        trials: this.#trials,
        onRenewed: () => room.renewed(),
      });
      if (state.log.unreadable > 0) this.#log('records-unreadable', { board, records: state.log.unreadable });
      room.open(state);
      if (room.isIdle) this.#idle(room);
    } catch (error) {
      // The disk cannot be read, or the file is damaged beyond its records: never an empty board in its place.
      this.#log('load-failed', { board, why: error instanceof Error ? error.message : 'unknown' });
      room.end(CLOSE.tryLater, 'cannot-load', 'storage-failed');
    }
  }

  #idle(room: Room): void {
    this.#graces.get(room)?.();
    this.#graces.delete(room);
    if (room.isOver) {
      if (this.#rooms.get(room.board) === room) this.#rooms.delete(room.board);
    } else if (room.isIdle) {
      this.#graces.set(
        room,
        this.#clock.after(this.#limits.graceMs, () => void this.#retire(room)),
      );
    }
  }

  /** Nobody came back: leaves the board tidy and gives its memory back. */
  async #retire(room: Room): Promise<void> {
    this.#graces.delete(room);
    if (room.isIdle && room.isWorthFolding) await room.compact();
    if (room.isIdle) room.end(CLOSE.goingAway, 'nobody-here', 'closed');
  }
}
