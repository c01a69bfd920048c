/** What the commands need from outside: where cohorts, people, links and copies are kept, and boards are made and removed. Types only: knows no table. */
import type { CopySummary, LinkName } from '../../shared/api.ts';
import type { NewSession } from '../../shared/call-api.ts';
import type { Call } from '../../shared/cohort/call.ts';
import type { BoardEntry, CohortMeta, Issue, Organisation, Person, Published } from '../../shared/cohort/document.ts';
import type { Role } from '../../shared/cohort/roles.ts';
import type { BoardId, CohortId, CopyId, NoteId, OrgId, PersonId } from '../../shared/ids.ts';

export interface CohortRecord extends CohortMeta {
  readonly id: CohortId;
  /** The one group iceberg notes are brought to. */
  readonly groupBoard: BoardId;
  readonly createdAt: number;
}
export interface Member extends Person {
  readonly cohort: CohortId;
}
export interface CohortBoard extends BoardEntry {
  readonly cohort: CohortId;
}
/** A link or code that was given out. Of its secret only `hash` is kept; `sealed` is the cohort's root, locked with it. */
export interface LinkRecord {
  readonly hash: string;
  readonly cohort: CohortId;
  readonly name: LinkName | 'code';
  readonly version: number;
  readonly revoked: boolean;
  readonly sealed: Uint8Array | null;
}
/** `hash` is that of the token; `id` names the session where no secret may go. */
export interface SessionRecord {
  readonly id: string;
  readonly hash: string;
  readonly person: PersonId;
  readonly expiresAt: number;
  readonly sealed: Uint8Array | null;
}
export interface CopyRecord extends CopySummary {
  readonly board: BoardId;
  /** The snapshot as JSON. */
  readonly snapshot: string;
}

/** Who is asked for when somebody joins: the same key in the same place is the same person. */
export interface Seat {
  readonly cohort: CohortId;
  readonly role: Role;
  readonly organisation: OrgId | null;
  /** The name without case, accents and extra spaces. */
  readonly nameKey: string;
}

/** One value for each key of a cohort. */
export interface Facts<Key, Value> {
  of(cohort: CohortId): Map<Key, Value>;
  put(cohort: CohortId, key: Key, value: Value): void;
  remove(cohort: CohortId, key: Key): void;
  clear(cohort: CohortId): void;
}
/** What a call left, as it was written when the next one began. */
export interface KeptReports {
  readonly minutes: string;
  readonly commitments: string;
  /** The day the call was on, `YYYY-MM-DD`; empty of those kept before 0.4.1. */
  readonly date: string;
}
/** The last session somebody was there in, and since when. */
export interface Seen {
  readonly session: number;
  readonly at: number;
}
/** What an attempt made, so that sending it again gives the same. */
export interface KeptAttempt {
  readonly at: number;
  /** Hash of what was asked for. */
  readonly body: string;
  /** The id of what there is since; empty for the cohort itself. */
  readonly made: string;
  /** The cohort's root, locked with the key of the attempt, in base64url; empty where it made no cohort. */
  readonly sealed: string;
}
export interface AskedSession {
  readonly deed: NewSession;
  readonly by: PersonId;
}
/** A dot of a person on a note of the group iceberg. */
export interface Dot {
  readonly person: PersonId;
  readonly note: NoteId;
}

/** Kept in one database; every call is done when it returns. Anything the disk refuses throws. */
export interface Registry {
  /** Secret of this installation, made once. 32 bytes. */
  readonly serverKey: Uint8Array;
  /** All or nothing. Not nested. */
  transaction<T>(work: () => T): T;
  /** Throws when the database cannot be read. */
  check(): void;
  readonly cohorts: {
    /** With the first update of its document. Only inside a transaction. */
    add(cohort: CohortRecord, first: Uint8Array): void;
    at(id: CohortId): CohortRecord | null;
    change(id: CohortId, meta: Partial<Pick<CohortMeta, 'name' | 'date' | 'time' | 'themesOpen'>>): void;
    /** With everything that belongs to it; returns the boards that went, its own document among them. Only inside a transaction. */
    remove(id: CohortId): BoardId[];
  };
  readonly organisations: {
    add(cohort: CohortId, organisation: Organisation): void;
    /** In their order. */
    of(cohort: CohortId): Organisation[];
    /** Its name and its acronym. */
    rename(cohort: CohortId, organisation: Pick<Organisation, 'id' | 'name' | 'acronym'>): void;
    letIn(cohort: CohortId, id: OrgId, open: boolean): void;
    /** The row alone: its boards are the caller's to remove. */
    remove(cohort: CohortId, id: OrgId): void;
    /** False for an organisation there is not. */
    isLetIn(cohort: CohortId, id: OrgId): boolean;
  };
  readonly people: {
    add(member: Member, nameKey: string): void;
    /** Also those who were removed: they may come back to their seat. */
    inSeat(seat: Seat): (Member & { readonly removed: boolean }) | null;
    /** Null for those who were removed. */
    at(id: PersonId): Member | null;
    of(cohort: CohortId): Member[];
    /** Names of everybody who ever was in the cohort. */
    everybody(cohort: CohortId): Member[];
    setRemoved(id: PersonId, removed: boolean): void;
    /** Who writes for this person; null for a device of their own. */
    setHost(id: PersonId, host: PersonId | null): void;
  };
  readonly boards: {
    /** With its contents as the first update. Only inside a transaction. */
    add(board: CohortBoard, first: Uint8Array): void;
    at(id: BoardId): CohortBoard | null;
    /** Oldest first. */
    of(cohort: CohortId): CohortBoard[];
    /** With its contents and copies. Only inside a transaction. */
    remove(id: BoardId): void;
  };
  readonly links: {
    add(link: LinkRecord): void;
    at(hash: string): LinkRecord | null;
    /** The link of this name that works now. */
    current(cohort: CohortId, name: LinkRecord['name']): LinkRecord | null;
    revoke(hash: string): void;
  };
  readonly sessions: {
    add(session: SessionRecord): void;
    byHash(hash: string): SessionRecord | null;
    /** Whose it is; null for one there is not, one that is over, and that of a person who was removed. */
    bearer(id: string, now: number): Member | null;
    remove(id: string): void;
    removeOf(person: PersonId): void;
    /** Of everybody with this role, but for one session. */
    removeByRole(cohort: CohortId, role: Role, except: string): void;
  };
  /** The state of the call; null for a cohort that never began one. */
  readonly calls: {
    at(cohort: CohortId): Call | null;
    put(cohort: CohortId, call: Call): void;
  };
  readonly issues: Facts<OrgId, Omit<Issue, 'organisation'>>;
  readonly published: Facts<OrgId, Omit<Published, 'organisation'>>;
  /** Who answered the self-assessment. */
  readonly answered: Facts<PersonId, boolean>;
  /** Who was there in a session. */
  readonly seen: Pick<Facts<PersonId, Seen>, 'of' | 'put'> & { at(cohort: CohortId, person: PersonId): Seen | null };
  /** Reports of calls that are over, by session. */
  readonly reports: Facts<string, KeptReports>;
  /** By person and hash of the key (attempts.ts). */
  readonly attempts: Pick<Facts<string, KeptAttempt>, 'of' | 'put' | 'remove'> & {
    at(cohort: CohortId, key: string): KeptAttempt | null;
  };
  /** What a change that is kept still owes to boards (owed.ts): the column of an organisation, the profile of a team; and a new session somebody asked for, by the one that is left. */
  readonly owed: {
    readonly columns: Facts<OrgId, true>;
    readonly growth: Facts<OrgId, true>;
    readonly session: Facts<string, AskedSession>;
  };
  /** Of one call of the cohort. */
  readonly dots: {
    put(cohort: CohortId, session: number, dot: Dot): void;
    remove(cohort: CohortId, session: number, dot: Dot): void;
    of(cohort: CohortId, session: number, person: PersonId): Dot[];
    counts(cohort: CohortId, session: number): Map<NoteId, number>;
  };
  readonly copies: {
    add(copy: CopyRecord): void;
    /** Newest first. */
    of(board: BoardId): CopySummary[];
    at(board: BoardId, id: CopyId): CopyRecord | null;
    /** Its file as it is stored, in UTF-8: a large one is not read into text to be handed out. */
    bytesOf(board: BoardId, id: CopyId): Uint8Array | null;
    /** What is in it, from now on. */
    rewrite(board: BoardId, id: CopyId, contents: Pick<CopyRecord, 'snapshot' | 'notes'>): void;
    remove(board: BoardId, id: CopyId): void;
  };
}
