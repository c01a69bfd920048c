/**
 * The part of the JSON API that pages and dialogs of a call ask, fetched when they are opened: messages, tables, notes,
 * publishing, issues, sharing, commitments, outputs. Paths are in docs/api.md. Knows no right and no wording.
 */
import * as v from 'valibot';
import { line } from './api.ts';
import { PROGRESS } from './board/progress.ts';
import { VALUE_PARTS } from './cohort/call.ts';
import {
  type BoardId,
  type EntryId,
  isBoardId,
  isEntryId,
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
import { DIMENSION_IDS } from './template/dimensions.ts';
import { BOARD_KINDS, LAYER_IDS, PRACTICE_IDS, ZONE_IDS } from './template/kinds.ts';

const boardId = v.custom<BoardId>(isBoardId, 'board id');
const orgId = v.custom<OrgId>(isOrgId, 'organisation id');
const personId = v.custom<PersonId>(isPersonId, 'person id');
const noteId = v.custom<NoteId>(isNoteId, 'note id');
const themeId = v.custom<ThemeId>(isThemeId, 'theme id');
const entryId = v.custom<EntryId>(isEntryId, 'entry id');

const text = (most: number) => v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(most));

/** `GET /api/cohorts/:id/groups/proposal`: by diversity of themes. Nothing is changed. */
export const proposalAnswer = v.object({ groups: v.array(v.array(orgId)) });

/** `POST /api/cohorts/:id/messages`: to all (`to` null: it stays in the call until the next one), or to one person's open windows. */
export const messageRequest = v.object({ text: text(TEXT.message), to: v.nullable(personId) });
/** `reached`: windows of that person it went to; 0 when nobody was there. For a word to all, null. */
export const messageAnswer = v.object({ reached: v.nullable(v.number()) });
/** `POST /api/cohorts/:id/table`: somebody without a device, at my table. `DELETE /api/cohorts/:id/table/:person` takes the seat away. */
export const tableRequest = v.object({ name: line(TEXT.personName) });
export const tableAnswer = v.object({ person: v.object({ id: personId, name: v.string() }) });

/** `POST /api/boards/:id/notes`: Nota rápida of facilitation to a shared board. */
export const quickNoteRequest = v.object({
  text: text(TEXT.note),
  area: v.picklist([...LAYER_IDS, ...ZONE_IDS, ...PRACTICE_IDS]),
});
export const quickNoteAnswer = v.object({ note: noteId });

/** `POST /api/boards/:id/publish`: parts of a value board, as they read now; `on` false takes them back. */
export const publishRequest = v.object({
  parts: v.pipe(v.array(v.picklist(VALUE_PARTS)), v.minLength(1)),
  on: v.boolean(),
});

export const publishAnswer = v.object({ published: v.array(v.picklist(VALUE_PARTS)) });

/** `POST /api/boards/:id/issue`: the issue of a feedback board as it reads now becomes known to the cohort; `on` false takes it back. */
export const issueRequest = v.object({ on: v.boolean(), theme: v.nullable(themeId) });
/** What the cohort knows now: the issue as it was told, or null. */
export const issueAnswer = v.object({
  issue: v.nullable(v.object({ title: v.string(), theme: v.nullable(themeId), at: v.number() })),
});

/** `GET /api/boards/:id/issue-suggestions`: themes of the group iceberg with notes of this organisation, most notes first. */
export const suggestionsAnswer = v.object({ themes: v.array(v.object({ id: themeId, title: v.string() })) });
export type SuggestedTheme = v.InferOutput<typeof suggestionsAnswer>['themes'][number];

/** `POST /api/boards/:id/share`: my self-assessment into the averages of my team, as it is now, or out of them. */
export const shareRequest = v.object({
  on: v.boolean(),
  /** My sentence of evidence too, without my name. */
  evidence: v.optional(v.boolean(), false),
});
export type ShareRequest = v.InferInput<typeof shareRequest>;

/** `PUT /api/boards/:id/baseline`: answers of an earlier assessment, typed into the team's profile; null takes them away. */
export const baselineRequest = v.object({
  baseline: v.nullable(
    v.object({
      /** Where they are from: «OMT 2021». */
      source: text(TEXT.baselineSource),
      /** By dimension: 1 to 4; null or absent where there is none. Averages have decimals. */
      values: v.record(v.picklist(DIMENSION_IDS), v.nullable(v.pipe(v.number(), v.minValue(1), v.maxValue(4)))),
    }),
  ),
});

export type BaselineRequest = v.InferInput<typeof baselineRequest>;

/** `POST /api/boards/:id/result-note`: a result of the team's profile as a note in the first layer of its iceberg. */
export const resultNoteRequest = v.object({ dimension: v.picklist(DIMENSION_IDS), text: text(TEXT.note) });
export type ResultNoteRequest = v.InferInput<typeof resultNoteRequest>;
/** `isNew` is false when the note of this dimension was there already; it stays as it reads. */
export const resultNoteAnswer = v.object({ board: boardId, note: noteId, isNew: v.boolean() });

/** `POST /api/boards/:id/commitments`: which commitments of a feedback board the closing shows. */
export const showCommitmentsRequest = v.object({
  commitments: v.pipe(v.array(entryId), v.maxLength(COUNT.boardsPerCommand)),
  on: v.boolean(),
});
/** Those of this board that the closing shows now. */
export const shownCommitmentsAnswer = v.object({ shown: v.array(entryId) });

/** `PUT /api/boards/:id/commitments/:commitment`: how far it has come, on the board and in the closing. */
export const progressRequest = v.object({ done: v.picklist(PROGRESS) });

/** `GET /api/cohorts/:id/outputs`: what the caller takes home. `path` is where each file is; reports say of which call they are, and its day. */
export const outputsAnswer = v.object({
  session: v.number(),
  closed: v.boolean(),
  files: v.array(
    v.object({
      kind: v.picklist(['minutes', 'commitments', 'summary', 'organisation', 'board']),
      name: v.string(),
      path: v.string(),
      /** Null of a board. */
      session: v.optional(v.nullable(v.number()), null),
      /** `YYYY-MM-DD`; empty of a board, and where it is not known. */
      date: v.optional(v.string(), ''),
    }),
  ),
});
export type OutputsAnswer = v.InferOutput<typeof outputsAnswer>;

/** `POST /api/cohorts/:id/copies`: of the boards of the phase, each for the people it belongs to. The body is that of one copy. */
export const phaseCopiesAnswer = v.object({
  /** How many boards of each kind were copied. */
  copied: v.record(v.picklist(BOARD_KINDS), v.number()),
  /** Boards with nothing new since their last copy, and those whose copy failed. */
  same: v.number(),
  missed: v.number(),
});
export type PhaseCopies = v.InferOutput<typeof phaseCopiesAnswer>;
