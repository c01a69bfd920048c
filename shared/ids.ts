/** Identifiers: how each looks, how one is made and how one from outside is checked. Knows nothing of what they name. */
import { nanoid } from 'nanoid';

/** Nothing of this is there at run time: it keeps one kind of id from being taken for another. */
type Id<Name extends string> = string & { readonly idOf: { readonly [K in Name]: true } };

/** A board document. The cohort's own document is followed like a board, so a CohortId is a BoardId too. */
export type BoardId = Id<'board'>;
export type CohortId = BoardId & Id<'cohort'>;
export type OrgId = Id<'organisation'>;
export type PersonId = Id<'person'>;
export type NoteId = Id<'note'>;
export type ThemeId = Id<'theme'>;
export type CopyId = Id<'copy'>;
/** An entry of a page: what somebody gave to an issue, or a commitment. */
export type EntryId = Id<'entry'>;

/** 21 characters of nanoid: 126 random bits, nobody guesses one. */
const LONG = /^[A-Za-z0-9_-]{21}$/;
/** Ids inside a document may be composed (`g:<board>:<note>`); they never become a path or a table name. */
const INNER = /^[A-Za-z0-9_:.-]{1,80}$/;

export const isBoardId = (x: unknown): x is BoardId => typeof x === 'string' && LONG.test(x);
export const isCohortId = (x: unknown): x is CohortId => typeof x === 'string' && LONG.test(x);
export const isOrgId = (x: unknown): x is OrgId => typeof x === 'string' && INNER.test(x);
export const isPersonId = (x: unknown): x is PersonId => typeof x === 'string' && INNER.test(x);
export const isNoteId = (x: unknown): x is NoteId => typeof x === 'string' && INNER.test(x);
export const isThemeId = (x: unknown): x is ThemeId => typeof x === 'string' && INNER.test(x);
export const isEntryId = (x: unknown): x is EntryId => typeof x === 'string' && INNER.test(x);
export const isCopyId = (x: unknown): x is CopyId => typeof x === 'string' && LONG.test(x);

/** The id, or null when it is not one. Nothing is decoded or repaired. */
export const parseBoardId = (x: unknown): BoardId | null => (isBoardId(x) ? x : null);

export const newBoardId = (): BoardId => nanoid() as BoardId;
export const newCohortId = (): CohortId => nanoid() as CohortId;
export const newOrgId = (): OrgId => nanoid(10) as OrgId;
export const newPersonId = (): PersonId => nanoid(12) as PersonId;
export const newNoteId = (): NoteId => nanoid(12) as NoteId;
export const newThemeId = (): ThemeId => nanoid(12) as ThemeId;
export const newEntryId = (): EntryId => nanoid(12) as EntryId;
export const newCopyId = (): CopyId => nanoid() as CopyId;
/** Names one attempt at making something (`Idempotency-Key`). */
export const newRequestKey = (): string => nanoid();

/**
 * Short code of the participation link, shown as `ABCD-2345`: 37.6 bits, tries are limited by address. Without vowels and
 * without look-alikes (0 O, 1 I L, U V), so a code can be read aloud and never spells a word.
 */
export const JOIN_CODE_CHARACTERS = '23456789BCDFGHJKMNPQRSTWXZ';
export const JOIN_CODE_LENGTH = 8;

/** What a person typed, as the code is stored: upper case, without spaces and dashes. */
export const normaliseJoinCode = (typed: string): string => typed.toUpperCase().replace(/[^0-9A-Z]/g, '');
export const showJoinCode = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`;
