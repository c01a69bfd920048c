/**
 * One open board as canvas, list and panels see it: its contents as stores, who is here, and what may be asked of the
 * server. Knows no provider, no view and no URL: client/sync makes one and gives it away.
 */
import type { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import type { Writer } from '../../shared/board/document.ts';
import type { Attribution, Note, Position } from '../../shared/board/note.ts';
import type { Peer } from '../../shared/board/presence.ts';
import type { Theme } from '../../shared/board/themes.ts';
import type { UndoStack } from '../../shared/board/undo.ts';
import type { BoardEntry, Cohort, NotesBoard } from '../../shared/cohort/document.ts';
import type { Right, Role } from '../../shared/cohort/roles.ts';
import type { CohortId, NoteId, OrgId, PersonId } from '../../shared/ids.ts';
import type { Column } from '../../shared/synthesis/columns.ts';
import type { BringRefusal } from '../../shared/synthesis/gather.ts';
import type { Dots } from './dots.ts';
import type { Store, WritableStore } from './store.ts';

export interface Me {
  readonly id: PersonId;
  readonly name: string;
  readonly role: Role;
  readonly organisation: OrgId | null;
}

/** Something to tell the person: a text key with its values, and at most one thing to do about it. */
export interface Notice {
  readonly key: string;
  readonly values?: Readonly<Record<string, string | number>>;
  readonly action?: { readonly key: string; readonly run: () => void };
  /** Goes by itself after a while, though something can be done about it. */
  readonly goes?: boolean;
}

/** What only the server can do. Failures are values; `why` is a text key under `errors`. */
export type Outcome<T> = ({ readonly ok: true } & T) | { readonly ok: false; readonly why: string };
export interface BoardCommands {
  bring(
    notes: readonly NoteId[],
    attribution: Attribution,
  ): Promise<Outcome<{ brought: readonly NoteId[]; refused: readonly { note: NoteId; why: BringRefusal }[] }>>;
  withdraw(notes: readonly NoteId[]): Promise<Outcome<{ withdrawn: readonly NoteId[] }>>;
  refresh(notes: readonly NoteId[]): Promise<Outcome<{ refreshed: readonly NoteId[] }>>;
}

/**
 * Where what I wrote is. `synced`: on the server's disk. `unsent`: how many changes only this device has, 0 for none.
 * `kept`: this device holds them beyond this window; without it closing the window would lose them.
 */
export type SyncState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'synced' }
  | ({ readonly kind: 'saving' | 'offline' } & Unsent)
  | ({ readonly kind: 'server-trouble'; readonly why: Trouble } & Unsent)
  /** The server lets me in no more. */
  | ({ readonly kind: 'refused'; readonly why: 'expired' | 'forbidden' | 'gone' | 'deleted' } & Unsent);

export interface Unsent {
  readonly unsent: number;
  readonly kept: boolean;
}
/**
 * What the server says while it is there: it cannot save or load, too many people are here, the board is as big as a
 * board may be, it does not take what this device sends, or not from somebody who may only read.
 */
export type Trouble = 'cannot-save' | 'crowded' | 'full' | 'rejected' | 'read-only';

/** One open document as every screen sees it: a page's, or the part of a board that is not about notes. */
export interface RoomSession {
  readonly cohortId: CohortId;
  readonly board: BoardEntry;
  readonly doc: Y.Doc;
  readonly awareness: Awareness;
  readonly undo: UndoStack;
  /** `doc` with `undo.origin`: every change made through it can be undone. */
  readonly writer: Writer;
  readonly me: Me;
  /** True once the board's contents came from the server or from this device. */
  readonly loaded: Store<boolean>;
  readonly right: Store<Right>;
  readonly sync: Store<SyncState>;
  readonly cohort: Store<Cohort>;
  /** The others here. */
  readonly peers: Store<readonly Peer[]>;
  /** The last thing to tell, or null. */
  readonly notice: WritableStore<Notice | null>;
  /** Other views of my presence: `view`, `cursor`, `selection`, `editing`, `dragging`, `sight` (shared/board/presence). */
  setPresence(field: 'view' | 'cursor' | 'selection' | 'editing' | 'dragging' | 'sight', value: unknown): void;
  close(): void;
}

export interface BoardSession extends RoomSession {
  readonly board: NotesBoard;
  readonly notes: Store<readonly Note[]>;
  readonly themes: Store<readonly Theme[]>;
  readonly columns: Store<readonly Column[]>;
  /** How much of the board cannot be read, and so is not shown. */
  readonly unreadable: Store<number>;
  /** What is selected, in either view. */
  readonly selection: WritableStore<readonly NoteId[]>;
  readonly commands: BoardCommands;
  /** Me resuena; null where nobody puts dots. */
  readonly dots: Dots | null;
  /** Notes this window put where there was room, and where that was (apart.ts). */
  readonly placed: Map<NoteId, Position>;
  /** Whom this person writes for: somebody at the table without a device, or nobody else. */
  readonly writesFor: WritableStore<PersonId>;
}

/** Whether this is a board of notes, rather than a page. */
export const isBoardSession = (session: RoomSession): session is BoardSession => 'notes' in session;
