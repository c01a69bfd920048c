/** What the relay needs from outside and offers to the rest of the server. Types only: knows no socket, no disk, no HTTP. */
import type * as Y from 'yjs';
import type { Right } from '../../shared/cohort/roles.ts';
import type { BoardId, CohortId, PersonId } from '../../shared/ids.ts';

/** One socket as the relay sees it. Nothing here throws; sending on a closed connection does nothing. */
export interface Connection {
  /** Sends y-protocol messages in order, in one write where the transport can. The bytes must not be changed afterwards. */
  send(...frames: readonly Uint8Array[]): void;
  /** The same with an array that a room hands to all its connections: a transport may prepare the bytes once. */
  sendAll(frames: ReadonlyArray<Uint8Array>): void;
  /** Messages in parts, for what is large: these are written as they are, without a copy, and the same to all connections. */
  sendParts(messages: ReadonlyArray<ReadonlyArray<Uint8Array>>): void;
  /** Ends the connection with a WebSocket close code and a short kebab-case reason (no text, names or tokens). */
  close(code: number, why: string): void;
  /** Reads nothing more from it until `goOn`: what is sent meanwhile stays with the sender. */
  pause(): void;
  goOn(): void;
  /** Ends the connection unless the other end gives a sign of life within a moment. */
  confirm(): void;
  /** Bytes accepted by `send` that have not left this machine yet. */
  bufferedBytes(): number;
}

/** A board's state up to some record, and what answers need to know of it without reading it. */
export interface StoredSnapshot {
  /** The whole state (Yjs update, v1). */
  readonly bytes: Uint8Array;
  /** Its state vector. */
  readonly stateVector: Uint8Array;
  /** Everything deleted in it: an update (v1) without structs. */
  readonly deletes: Uint8Array;
  /** Keys ever written in root maps: an upper bound for the notes, tombstones included. */
  readonly entries: number;
}

/** A board as it was found in storage: everything that ever became durable and is readable. */
export interface StoredBoard {
  /** Null when the board was never compacted. */
  readonly snapshot: StoredSnapshot | null;
  /** The updates after that snapshot, oldest first. */
  readonly updates: ReadonlyArray<Uint8Array>;
  /** One of these updates takes back what others hold: newcomers must get a compacted state, never the records. */
  readonly takesBack: boolean;
}

/** One update on its way to storage. */
export interface StoredUpdate {
  readonly board: BoardId;
  readonly update: Uint8Array;
  /** The server deleted something with it that must not reach newcomers any more. */
  readonly takesBack: boolean;
}

/** What compacting a board gave. */
export interface Compacted {
  readonly snapshot: StoredSnapshot;
  /** How many of the updates after the previous snapshot are in it: those that came first. */
  readonly records: number;
}

/** Where boards are kept; making and removing them is the registry's, in one transaction with their rows. Every promise rejects when the storage cannot do it; nothing is ever half done. */
export interface BoardStorage {
  /** Reads a board; null when there is no such board. Damaged records are left out, named in the log, and kept aside. */
  load(board: BoardId): Promise<StoredBoard | null>;
  /**
   * Appends updates of any number of boards. Durable when resolved, for all boards but the returned ones: of those,
   * damaged or unknown, nothing was stored. Rejects when nothing could be stored at all (disk full, read-only).
   */
  append(batch: ReadonlyArray<StoredUpdate>): Promise<ReadonlySet<BoardId>>;
  /**
   * Folds what is stored of a board at this moment into one snapshot, beside appends that go on. A crash leaves either
   * the records or the snapshot. Null when there is nothing to fold, or when a record builds on a lost one.
   */
  compact(board: BoardId): Promise<Compacted | null>;
  /** Writes something of no meaning, durably: after a failure, to learn whether saving works again. */
  probe(): Promise<void>;
  /** Releases what the storage holds. May be called twice. */
  close(): Promise<void>;
}

/** Somebody who was let in to a board; `right` is asked again whenever rights are reconsidered. */
export interface Admitted {
  readonly person: PersonId;
  readonly cohort: CohortId;
  /** Display name, stamped on this person's presence. */
  readonly name: string;
  right(): Right;
}

/** An update that may take Yjs long, and the board it is for. None of the bytes may be changed. */
export interface Trial {
  /** Whose it is, by person: those of one wait for one another. Null where it does not matter. */
  readonly writer: string | null;
  /** Those of one cohort wait for one another before those of others do. */
  readonly cohort: string;
  readonly update: Uint8Array;
  /** What the board holds, asked when its turn has come; `isThere` says whether a copy of it is still kept. */
  holds(isThere: (copy: number) => boolean): Held;
  /** What came of it; called before the next one is asked what its board holds. */
  done(tried: Tried): void;
}

/** What a board holds. */
export interface Held {
  /** The copy of it that has everything but `updates`; null when they are all. */
  readonly copy: number | null;
  /** In the order in which they are applied. */
  readonly updates: readonly Uint8Array[];
}

/**
 * `fine`: Yjs gets done with it in good time. `slow`: it does not. `nesting`: it puts types into types that are too deep.
 * `unread`: Yjs threw, on it or on the board, so that nobody knows how deep anything sits. `none`: it could not be tried.
 */
export type Verdict = 'fine' | 'slow' | 'nesting' | 'unread' | 'none';

export interface Tried {
  readonly verdict: Verdict;
  /** Processor time for the update, in ms. */
  readonly ms: number;
  /** What the board held, and the same for each of these updates; none where that was not measured. */
  readonly held: readonly Uint8Array[];
  readonly heldMs: ArrayLike<number>;
  /** A copy of the board with the update on it, for the next trial; null when none is kept. */
  readonly copy: number | null;
  /** Of that copy; null when it was not looked at. */
  readonly shape: Shape | null;
}

/** How large the largest places of a board are: an update may have to pass, or take away, as much. */
export interface Shape {
  /** Items in one type, those that are gone included. */
  readonly longest: number;
  /** Items in one type and all that is inside it. */
  readonly heaviest: number;
}

/** Tries updates beside everything else the server does. */
export interface Trials {
  /** Never throws; one after the other. */
  try(trial: Trial): void;
  /** Ends what is under way and what waits: verdict `none`. */
  close(): Promise<void>;
}

/** Decides who may enter a board. Must not wait: tokens are looked up in memory or in the local database. */
export interface Admission {
  /** 4401 the token is unknown or expired, 4403 it gives no right to this board, 4404 there is no such board. */
  admit(
    board: BoardId,
    token: string,
  ): (Admitted & { readonly ok: true }) | { readonly ok: false; readonly code: 4401 | 4403 | 4404 };
}

/** Why a server-side operation on a board could not be done; thrown as the `why` of a `RoomError`. */
export type RoomFailure = 'unknown-board' | 'storage-failed' | 'closed' | 'busy';

/** `brief`: nobody waits for it, so it is refused as `busy` where it would hold up others. */
export type Haste = 'usual' | 'brief';

/** What the control plane does with boards. Promises reject with a `RoomError` (see rooms.ts). */
export interface Rooms {
  /** A change by the server: one transaction, sent to everybody in the room, durable when resolved. Must not wait inside. */
  change<T>(board: BoardId, change: (doc: Y.Doc) => T, haste?: Haste): Promise<T>;
  /** Puts an update of the server's own on a board, as `change` would, without reading the board. */
  take(board: BoardId, update: Uint8Array): Promise<void>;
  /** Reads the durable state of a board. The document must not be kept or changed. */
  read<T>(board: BoardId, read: (doc: Y.Doc) => T): Promise<T>;
  /** The durable state of a board as updates to be applied in order; none of them may be changed. */
  updates(board: BoardId): Promise<readonly Uint8Array[]>;
  /**
   * Runs what removes boards for good, while nothing is on its way to the disk, and ends the sessions on them with 4404.
   * `deed` must not wait and says which boards it removed; where it throws, everybody goes on as if nothing had happened.
   */
  remove(deed: () => readonly BoardId[]): Promise<void>;
  /** Asks every session's right again (of one board or of all): read and write change live, none closes with 4403. */
  reconsider(board?: BoardId): void;
  /** Calls the listener after durable changes, at most once per board and window. Returns the unsubscribe. */
  onChanged(listener: (board: BoardId) => void): () => void;
  /** Calls the listener when somebody comes to a board where nobody was. Returns the unsubscribe. */
  onEntered(listener: (board: BoardId) => void): () => void;
  /** Sends a message to every connection of one person on a board, and to nobody else; says to how many. */
  tell(board: BoardId, person: PersonId, frame: Uint8Array): number;
  /** Who is connected to a board now, one entry per connection. */
  sessions(board: BoardId): ReadonlyArray<{ readonly person: PersonId }>;
  /** Makes everything durable, then closes every session with 1001. May be called twice. */
  close(): Promise<void>;
}

/** Whether boards can be saved at this moment. */
export type StorageHealth =
  | { readonly ok: true }
  | { readonly ok: false; readonly why: 'storage-failing' | 'storage-hanging' };

/** The rooms as the transport and the health check see them. */
export interface RelayRooms extends Rooms {
  /** Puts an admitted connection into a board's room. Never throws, never waits: frames may be given at once. */
  join(board: BoardId, admitted: Admitted, connection: Connection): Joined;
  /** Nothing more is taken in from connections, nobody is let in: whoever goes on writing must not keep the server from stopping. */
  stopListening(): void;
  health(): StorageHealth;
  /** How many boards are in memory. */
  openRooms(): number;
}

/** A connection's place in a room. */
export interface Joined {
  /** Takes one message of the connection; never throws. */
  receive(frame: Uint8Array): void;
  /** Must be called once the connection is gone. May be called twice. */
  leave(): void;
}

/** Time, so that tests can own it. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Calls once after some milliseconds; returns the cancel. */
  after(ms: number, call: () => void): () => void;
  /** Calls once, after the input that has already arrived has been read. */
  soon(call: () => void): void;
  /** Processor time this thread has used, in ms with fractions. */
  used(): number;
  /** Does the work; null when it was not done after so many ms and was ended wherever it was. Throws what it throws. */
  within<T>(ms: number, work: () => T): { readonly value: T } | null;
}

/** Records an event. Fields never carry board text, names or tokens. */
export type Log = (event: string, fields?: Readonly<Record<string, string | number | boolean>>) => void;
