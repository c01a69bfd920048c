/**
 * The part of the JSON API that conducts a call: what each request may hold and what each answer looks like. Paths are in
 * docs/api.md. Knows no right and no wording.
 */
import * as v from 'valibot';
import { calendarDay, timeOfDay } from './api.ts';
import { agendaSchema, PRESET_IDS } from './cohort/agenda.ts';
import { callSchema, VALUE_PARTS } from './cohort/call.ts';
import { isSlide, type Slide } from './cohort/slide.ts';
import {
  type BoardId,
  isBoardId,
  isNoteId,
  isOrgId,
  isPersonId,
  type NoteId,
  type OrgId,
  type PersonId,
} from './ids.ts';
import { COUNT } from './limits.ts';
import { LAYER_IDS } from './template/kinds.ts';

const boardId = v.custom<BoardId>(isBoardId, 'board id');
const orgId = v.custom<OrgId>(isOrgId, 'organisation id');
const personId = v.custom<PersonId>(isPersonId, 'person id');
const slide = v.custom<Slide>(isSlide, 'slide');
const noteId = v.custom<NoteId>(isNoteId, 'note id');

/** Minutes somebody adds or takes away at once. */
const minutes = v.pipe(v.number(), v.integer(), v.minValue(-60), v.maxValue(60));

/** Without a day or an hour the cohort keeps the one it has. */
const newSession = v.object({
  do: v.literal('new-session'),
  preset: v.picklist(PRESET_IDS),
  date: v.optional(calendarDay),
  time: v.optional(timeOfDay),
});
export type NewSession = v.InferOutput<typeof newSession>;
/** A new session somebody asked for, as it is kept until it is there. Throws when it is none. */
export const parseAskedSession = (json: unknown): { readonly deed: NewSession; readonly by: PersonId } =>
  v.parse(v.object({ deed: newSession, by: personId }), json);

/** `POST /api/cohorts/:id/call`: one deed of facilitation (shared/cohort/conduct.ts says what each means). */
export const callRequest = v.variant('do', [
  v.object({
    do: v.picklist(['start', 'next', 'back', 'pause-clock', 'resume-clock', 'all-layers', 'close', 'reopen']),
  }),
  v.object({ do: v.literal('go'), phase: v.string() }),
  v.object({ do: v.literal('agenda'), agenda: agendaSchema, preset: v.optional(v.picklist(PRESET_IDS)) }),
  v.object({ do: v.picklist(['add-time', 'zone-time']), minutes }),
  v.object({ do: v.literal('gather'), board: v.nullable(boardId) }),
  v.object({ do: v.literal('layer'), layer: v.picklist(LAYER_IDS) }),
  v.object({ do: v.literal('zone'), zone: v.picklist(VALUE_PARTS), minutes: v.nullable(minutes) }),
  v.object({ do: v.picklist(['bringing', 'reading']), on: v.boolean() }),
  v.object({ do: v.literal('dots'), open: v.boolean(), shown: v.boolean() }),
  v.object({
    do: v.literal('pause'),
    boards: v.pipe(v.array(boardId), v.maxLength(COUNT.boardsPerCommand)),
    on: v.boolean(),
  }),
  v.object({
    do: v.literal('show'),
    shown: v.nullable(v.object({ slide, page: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(999)) })),
  }),
  newSession,
  /** The groups, whole: which organisations talk to which. Rounds that have begun in an unchanged group go on. */
  v.object({ do: v.literal('groups'), groups: v.array(v.pipe(v.array(orgId), v.minLength(1), v.maxLength(6))) }),
]);
export type CallRequest = v.InferOutput<typeof callRequest>;
export const callAnswer = v.object({ call: callSchema });

/** `POST /api/cohorts/:id/groups/:group/round`: by the group itself or by facilitation. */
export const roundRequest = v.variant('do', [
  v.object({ do: v.picklist(['start', 'next', 'back', 'pause', 'resume', 'restart']) }),
  v.object({ do: v.literal('add-time'), minutes }),
]);
export type RoundRequest = v.InferOutput<typeof roundRequest>;

/** What arrives at a window (auth message of kind 2, docs/protocol.md). Without text: facilitation has seen this person's hand. */
const wordSchema = v.object({ id: v.string(), text: v.string(), from: personId, at: v.number() });
export type Word = v.InferOutput<typeof wordSchema>;
/** Null when it is none. */
export function parseWord(json: string): Word | null {
  try {
    const parsed = v.safeParse(wordSchema, JSON.parse(json));
    return parsed.success ? parsed.output : null;
  } catch {
    // JSON.parse throws on every text that is not JSON.
    return null;
  }
}

/** `PUT /api/boards/:id/dots`: the same twice is once. `person` is somebody at my table, or absent. */
export const dotRequest = v.object({ note: noteId, on: v.boolean(), person: v.optional(personId) });
/** `GET /api/boards/:id/dots` and the answer to a PUT: the dots of mine and of my table. */
export const dotsAnswer = v.object({
  dots: v.array(v.object({ person: personId, note: noteId })),
  /** Of each person. */
  most: v.number(),
});
export type DotsAnswer = v.InferOutput<typeof dotsAnswer>;

/** `GET /api/time`: the server's clock, milliseconds since 1970. Anybody may ask. */
export const timeAnswer = v.object({ now: v.number() });
