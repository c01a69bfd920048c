/**
 * One note as plain values, read from its Y.Map. Whatever the wire brought, what comes out of here is well-formed:
 * unknown keys are ignored, missing or unreadable ones get their default; without a text it is no note. Writes nothing.
 */
import * as Y from 'yjs';
import type { BoardId, NoteId, OrgId, PersonId, ThemeId } from '../ids.ts';
import { isBoardId, isNoteId, isOrgId, isPersonId, isThemeId } from '../ids.ts';
import { type DimensionId, isDimensionId } from '../template/dimensions.ts';
import { textSum } from './text-sum.ts';

/** Canvas units. A note further out than this is a mistake or an attack. */
const FARTHEST = 1_000_000;
/** Characters. No merge of what people type or paste is longer; laying out more would stop a browser. */
export const LONGEST_TEXT = 20_000;

export type Position = readonly [x: number, y: number];
export type Tag = 'operational' | 'programmatic' | 'both' | null;
/** Whose a belief is: of each one alone, or of the group. */
export type Held = 'individual' | 'group' | null;
export type Attribution = 'name' | 'organisation' | 'anonymous';

/** Where a note of the group iceberg came from. Absent when it was brought without a name. */
export interface Origin {
  readonly board: BoardId;
  readonly note: NoteId;
}
/** On the source note: what was brought of it. `sum` is that of the text as it was brought. */
export interface Brought {
  readonly as: NoteId;
  readonly attribution: Attribution;
  readonly sum: string;
}
export interface Note {
  readonly id: NoteId;
  readonly text: string;
  /** Upper left corner, canvas units. */
  readonly pos: Position;
  /** Higher lies above lower; equal ones by id. */
  readonly z: number;
  readonly operational: boolean;
  readonly programmatic: boolean;
  readonly star: boolean;
  /** «Solo mi tablero»: never leaves this board. */
  readonly private: boolean;
  readonly held: Held;
  readonly author: PersonId | null;
  readonly organisation: OrgId | null;
  readonly theme: ThemeId | null;
  /** The note this one was stacked under; whether it lies there now is said by stacks.ts. */
  readonly under: NoteId | null;
  readonly origin: Origin | null;
  readonly brought: Brought | null;
  /** The result of the team's self-assessment this note tells. */
  readonly growth: DimensionId | null;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
}

export const tagOf = (note: Pick<Note, 'operational' | 'programmatic'>): Tag =>
  note.operational && note.programmatic
    ? 'both'
    : note.operational
      ? 'operational'
      : note.programmatic
        ? 'programmatic'
        : null;

/** The note under this id, or null when there is none, it is unreadable, or it was deleted. */
export function readNote(id: string, value: unknown): Note | null {
  const text = noteText(value);
  if (!isNoteId(id) || !(value instanceof Y.Map) || !text || text.length > LONGEST_TEXT || isDeleted(value))
    return null;
  return {
    id,
    text: text.toString(),
    pos: positionOf(value.get('pos')),
    z: finite(value.get('z')),
    operational: value.get('operational') === true,
    programmatic: value.get('programmatic') === true,
    star: value.get('star') === true,
    private: value.get('private') === true,
    held: heldOf(value.get('held')),
    author: orNull(value.get('author'), isPersonId),
    organisation: orNull(value.get('organisation'), isOrgId),
    theme: orNull(value.get('theme'), isThemeId),
    under: underOf(value),
    origin: originOf(value.get('origin')),
    brought: broughtOf(value.get('brought')),
    growth: orNull(value.get('growth'), isDimensionId),
    createdAt: finite(value.get('createdAt'), Number.MAX_SAFE_INTEGER),
  };
}

/** What a note's map was stacked under. */
export const underOf = (note: Y.Map<unknown>): NoteId | null => orNull(note.get('under'), isNoteId);

/** The shared text of a note's map, or null when the wire brought something else. */
export function noteText(value: unknown): Y.Text | null {
  const text = value instanceof Y.Map ? value.get('text') : null;
  return text instanceof Y.Text ? text : null;
}

/**
 * A deletion is a mark that remembers the text it deleted. When somebody was typing meanwhile the merged text is
 * another one, so the mark no longer holds and the note stays: nobody's words vanish under their fingers.
 */
export function isDeleted(note: Y.Map<unknown>): boolean {
  const mark = note.get('deleted');
  return isRecord(mark) && mark.sum === textSum(noteText(note)?.toString() ?? '');
}

/** True when a deletion was overtaken by somebody's typing. */
export const survivedDeletion = (note: Y.Map<unknown>): boolean => isRecord(note.get('deleted')) && !isDeleted(note);

function positionOf(value: unknown): Position {
  return Array.isArray(value) ? [finite(value[0], FARTHEST), finite(value[1], FARTHEST)] : [0, 0];
}
function finite(value: unknown, most = 1e9): number {
  return typeof value === 'number' && Number.isFinite(value) ? Math.max(-most, Math.min(most, value)) : 0;
}
function orNull<T>(value: unknown, is: (x: unknown) => x is T): T | null {
  return is(value) ? value : null;
}
const heldOf = (value: unknown): Held => (value === 'individual' || value === 'group' ? value : null);
function originOf(value: unknown): Origin | null {
  if (!isRecord(value)) return null;
  const { board, note } = value;
  return isBoardId(board) && isNoteId(note) ? { board, note } : null;
}
function broughtOf(value: unknown): Brought | null {
  if (!isRecord(value)) return null;
  const { as, attribution, sum } = value;
  if (!isNoteId(as) || typeof sum !== 'string') return null;
  return attribution === 'name' || attribution === 'organisation' || attribution === 'anonymous'
    ? { as, attribution, sum }
    : null;
}
const isRecord = (x: unknown): x is Record<string, unknown> => typeof x === 'object' && x !== null && !Array.isArray(x);
