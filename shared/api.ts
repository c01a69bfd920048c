/**
 * The JSON API in one place: what each request may hold, what each answer looks like and every way to be refused.
 * The server parses requests with these schemas, the client answers. Knows no path, no status code and no wording.
 */
import * as v from 'valibot';
import { PRESET_IDS } from './cohort/agenda.ts';
import { ROLES } from './cohort/roles.ts';
import {
  type BoardId,
  type CohortId,
  type CopyId,
  isBoardId,
  isCohortId,
  isCopyId,
  isNoteId,
  isOrgId,
  isPersonId,
  isThemeId,
  type NoteId,
  type OrgId,
  type PersonId,
  type ThemeId,
} from './ids.ts';
import { COUNT, TEXT } from './limits.ts';
import { BOARD_KINDS } from './template/kinds.ts';

/** Every `why` of an error; the sentence for people comes with it in the viewer's language. */
export const REFUSALS = [
  'bad-json',
  'bad-request',
  'body-too-large',
  'not-found',
  'origin-foreign',
  'session-unknown',
  'no-right',
  'facilitator-only',
  'link-unknown',
  'link-revoked',
  'organisation-unknown',
  'organisation-exists',
  'too-many-organisations',
  'organisation-has-people',
  'organisation-has-notes',
  'last-organisation',
  'not-yourself',
  'board-unknown',
  'cohort-unknown',
  'person-unknown',
  'copy-unknown',
  'commitment-unknown',
  'wrong-kind',
  'snapshot-refused',
  'too-many-copies',
  'too-many-boards',
  'too-many-tries',
  'too-many-cohorts',
  'too-many-joins',
  'too-many-imports',
  'import-under-way',
  'key-reused',
  'group-full',
  'board-too-slow',
  'not-now',
  'bringing-closed',
  'dots-closed',
  'no-dots-left',
  'table-full',
  'name-taken',
  'nothing-to-share',
  'server-busy',
  'storage-failed',
  'internal',
] as const;
export type Refusal = (typeof REFUSALS)[number];

/** Body of every answer with a status of 400 or more. `field` names the property at fault, `detail` says more. */
export const failureAnswer = v.object({
  error: v.object({
    why: v.fallback(v.picklist(REFUSALS), 'internal'),
    message: v.string(),
    field: v.optional(v.string()),
    detail: v.optional(v.string()),
  }),
});
export type Failure = v.InferOutput<typeof failureAnswer>['error'];

const boardId = v.custom<BoardId>(isBoardId, 'board id');
const cohortId = v.custom<CohortId>(isCohortId, 'cohort id');
const orgId = v.custom<OrgId>(isOrgId, 'organisation id');
const personId = v.custom<PersonId>(isPersonId, 'person id');
const noteId = v.custom<NoteId>(isNoteId, 'note id');
const themeId = v.custom<ThemeId>(isThemeId, 'theme id');
const copyId = v.custom<CopyId>(isCopyId, 'copy id');

const language = v.picklist(['es', 'en']);
const role = v.picklist(ROLES);
const right = v.picklist(['none', 'read', 'write']);

// ---- requests ----

/** Control characters and marks that turn the direction of text: no name needs one. */
const UNWANTED = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu;
/** What is not seen makes two names of one: spaces without width anywhere, joiners where they join nothing. */
const UNSEEN = /[\u00ad\u200b\u2060-\u2064\ufeff]+|^[\s\u200c\u200d]+|[\s\u200c\u200d]+$/gu;
const tidy = (typed: string): string =>
  typed.normalize('NFC').replace(UNWANTED, ' ').replace(UNSEEN, '').replace(/\s+/g, ' ').trim();

/** One line of text as people type it: trimmed, spaces joined, not empty. */
export const line = (most: number) => v.pipe(v.string(), v.transform(tidy), v.nonEmpty(), v.maxLength(most));

/** `YYYY-MM-DD`, a day there is. */
export const calendarDay = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}$/),
  v.check((day) => {
    const at = new Date(`${day}T00:00:00Z`);
    return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day);
  }),
);
/** `HH:MM`, or empty when the hour is not known. */
export const timeOfDay = v.pipe(v.string(), v.regex(/^$|^([01]\d|2[0-3]):[0-5]\d$/));
const notes = v.pipe(v.array(noteId), v.minLength(1), v.maxLength(COUNT.notesPerCommand));
const place = v.picklist(['new-board', 'in-place']);

export const createCohortRequest = v.object({
  name: line(TEXT.cohortName),
  date: calendarDay,
  time: v.optional(timeOfDay, ''),
  language: v.optional(language, 'es'),
  organisations: v.pipe(v.array(line(TEXT.organisationName)), v.minLength(1), v.maxLength(COUNT.organisations)),
  boardPer: v.optional(v.picklist(['organisation', 'person']), 'organisation'),
  agenda: v.optional(v.picklist(PRESET_IDS), 'full'),
});
export const rehearsalRequest = v.object({ language: v.optional(language, 'es') });

/** The header that names an attempt, so that it can be sent again: draft-ietf-httpapi-idempotency-key-header. */
export const ATTEMPT_HEADER = 'Idempotency-Key';
/** As the draft writes it, in quotes, or without; too long to be guessed. */
export const attemptKey = v.pipe(
  v.string(),
  v.transform((header) => header.replace(/^"(.*)"$/, '$1')),
  v.regex(/^[A-Za-z0-9_-]{21,64}$/),
);

const secret = v.pipe(v.string(), v.trim(), v.regex(/^[A-Za-z0-9_-]{21,64}$/));
/** As typed: lower case, spaces and dashes are allowed. */
const code = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(32));
export const openLinkRequest = v.union([v.object({ secret }), v.object({ code })]);

const joining = { name: line(TEXT.personName), organisation: v.optional(v.nullable(orgId), null) };
export const joinRequest = v.union([v.object({ secret, ...joining }), v.object({ code, ...joining })]);

export const changeCohortRequest = v.object({
  name: v.optional(line(TEXT.cohortName)),
  date: v.optional(calendarDay),
  time: v.optional(timeOfDay),
  themesOpen: v.optional(v.boolean()),
});
/** Of another organisation, or of one there is. */
export const nameOrganisationRequest = v.object({ name: line(TEXT.organisationName) });
export const letInRequest = v.object({ organisation: orgId, open: v.boolean() });
export const rotateLinkRequest = v.object({ closeSessions: v.optional(v.boolean(), false) });
export const LINK_NAMES = ['facilitation', 'participation', 'viewing', 'projection'] as const;
export type LinkName = (typeof LINK_NAMES)[number];

export const bringRequest = v.object({
  notes,
  attribution: v.optional(v.picklist(['name', 'organisation', 'anonymous']), 'organisation'),
});
/** Of *retirar* and *actualizar*. */
export const notesRequest = v.object({ notes });
export const createThemeRequest = v.object({ title: line(TEXT.themeTitle), notes });
export const importRequest = v.object({ snapshot: v.unknown(), as: place });
export const takeCopyRequest = v.object({ name: line(TEXT.copyName) });
export const restoreCopyRequest = v.object({ as: place });

export type CreateCohortRequest = v.InferOutput<typeof createCohortRequest>;
export type OpenLinkRequest = v.InferOutput<typeof openLinkRequest>;
export type JoinRequest = v.InferOutput<typeof joinRequest>;
export type ChangeCohortRequest = v.InferOutput<typeof changeCohortRequest>;
export type BringRequest = v.InferOutput<typeof bringRequest>;
export type RestorePlace = v.InferOutput<typeof place>;

// ---- answers ----

/** All that the join page shows before anybody has joined. */
const cohortDoor = v.object({
  id: cohortId,
  name: v.string(),
  date: v.string(),
  time: v.string(),
  language,
  boardPer: v.picklist(['organisation', 'person']),
  organisations: v.array(v.object({ id: orgId, name: v.string(), acronym: v.string() })),
});
export const cohortSummary = v.object({
  ...cohortDoor.entries,
  themesOpen: v.boolean(),
  rehearsal: v.boolean(),
  organisations: v.array(
    v.object({ id: orgId, name: v.string(), acronym: v.string(), order: v.number(), letIn: v.boolean() }),
  ),
});
const personSummary = v.object({ id: personId, name: v.string(), role, organisation: v.nullable(orgId) });
/** `title` is empty for the boards of the method: their title is worded in the viewer's language. */
const boardSummary = v.object({
  id: boardId,
  kind: v.picklist(BOARD_KINDS),
  title: v.string(),
  organisation: v.nullable(orgId),
  person: v.nullable(personId),
  right,
});
/** Absolute addresses, the secret in the fragment. */
const links = v.object({
  facilitation: v.string(),
  participation: v.string(),
  viewing: v.string(),
  projection: v.string(),
});
const copySummary = v.object({
  id: copyId,
  name: v.string(),
  /** Milliseconds since 1970. */
  at: v.number(),
  /** Name of who took it; empty when the server did (before restoring). */
  by: v.string(),
  notes: v.number(),
});

/** Whether there is a cohort of this id: it may have been deleted. */
export const thereAnswer = v.object({ there: v.boolean() });
export const cohortAnswer = v.object({ cohort: cohortSummary });
export const createdCohortAnswer = v.object({ cohort: cohortSummary, links, code: v.string() });
export const openedLinkAnswer = v.object({ role, cohort: cohortDoor });
/** `links` and `code` for facilitation only. */
const forFacilitation = { links: v.optional(links), code: v.optional(v.string()) };
export const sessionAnswer = v.object({
  token: v.string(),
  person: personSummary,
  cohort: cohortSummary,
  returning: v.boolean(),
  ...forFacilitation,
});
export const meAnswer = v.object({
  person: personSummary,
  cohort: cohortSummary,
  boards: v.array(boardSummary),
  ...forFacilitation,
});
/** What the stock WebsocketProvider takes: `new WebsocketProvider(url, room, doc, { protocols })`. */
export const connectionAnswer = v.object({
  url: v.string(),
  room: boardId,
  protocols: v.tuple([v.string(), v.string()]),
  right: v.picklist(['read', 'write']),
  /** Milliseconds since 1970. */
  expiresAt: v.number(),
});
export const bringAnswer = v.object({
  brought: v.array(noteId),
  refused: v.array(v.object({ note: noteId, why: v.picklist(['private', 'missing', 'empty']) })),
});
export const withdrawAnswer = v.object({ withdrawn: v.array(noteId) });
export const refreshAnswer = v.object({ refreshed: v.array(noteId) });
export const themeAnswer = v.object({ theme: v.object({ id: themeId, title: v.string(), notes: v.array(noteId) }) });
export const organisationAnswer = v.object({
  organisation: v.object({ id: orgId, name: v.string(), acronym: v.string(), order: v.number(), letIn: v.boolean() }),
});
export const rotatedLinkAnswer = v.object({ link: v.string(), code: v.optional(v.string()) });
export const copyAnswer = v.object({ copy: copySummary });
export const copiesAnswer = v.object({ copies: v.array(copySummary) });
export const copyPreviewAnswer = v.object({ copy: copySummary, snapshot: v.unknown() });
/** `previous` is the copy taken of what was there before, when the board itself was replaced. */
export const restoredAnswer = v.object({ board: boardSummary, previous: v.optional(copyId) });

export type CohortSummary = v.InferOutput<typeof cohortSummary>;
export type CohortDoor = v.InferOutput<typeof cohortDoor>;
export type PersonSummary = v.InferOutput<typeof personSummary>;
export type BoardSummary = v.InferOutput<typeof boardSummary>;
export type Links = v.InferOutput<typeof links>;
export type CopySummary = v.InferOutput<typeof copySummary>;
export type CreatedCohortAnswer = v.InferOutput<typeof createdCohortAnswer>;
export type OpenedLinkAnswer = v.InferOutput<typeof openedLinkAnswer>;
export type SessionAnswer = v.InferOutput<typeof sessionAnswer>;
export type MeAnswer = v.InferOutput<typeof meAnswer>;
export type ConnectionAnswer = v.InferOutput<typeof connectionAnswer>;
