/**
 * What people see of each other on a board: who, where, what they hold and write. Travels as awareness, is never kept.
 * States come from other people's machines: whatever is unreadable is left out. Knows no canvas and no socket.
 */
import { isNoteId, isPersonId, type NoteId, type PersonId } from '../ids.ts';
import type { Position } from './note.ts';

export interface PresenceUser {
  readonly id: PersonId;
  readonly name: string;
  /** `#rrggbb`; anything else from the wire becomes grey, because it lands in a style. */
  readonly colour: string;
}
/** One awareness state, one key a field. Only `user` is always there. */
export interface Presence {
  readonly user: PresenceUser;
  readonly view: 'canvas' | 'list';
  /** The pointer, canvas units. */
  readonly cursor: Position | null;
  readonly selection: readonly NoteId[];
  /** `note:<id>`, `text:<key>` or `theme:<id>` while it is written. */
  readonly editing: string | null;
  /** Where notes are while they are dragged; the document hears of it at the drop. */
  readonly dragging: ReadonlyMap<NoteId, Position>;
  /** Left, top, right, bottom of what this person sees, canvas units; for those who follow. */
  readonly sight: readonly [number, number, number, number] | null;
}
/** Somebody else on this board. One person with two devices is two peers with one `user.id`. */
export interface Peer extends Presence {
  readonly client: number;
}

const MOST_SELECTED = 50;

/** A peer from an awareness state, or null when it does not say who it is. */
export function parsePeer(client: number, state: unknown): Peer | null {
  if (!isRecord(state) || !isRecord(state.user)) return null;
  const { id, name, colour } = state.user;
  if (!isPersonId(id) || typeof name !== 'string') return null;
  return {
    client,
    user: { id, name: name.slice(0, 60), colour: isColour(colour) ? colour : '#5b6b7c' },
    view: state.view === 'list' ? 'list' : 'canvas',
    cursor: pointOf(state.cursor),
    selection: Array.isArray(state.selection) ? state.selection.filter(isNoteId).slice(0, MOST_SELECTED) : [],
    editing: typeof state.editing === 'string' ? state.editing.slice(0, 100) : null,
    dragging: draggingOf(state.dragging),
    sight: sightOf(state.sight),
  };
}

function draggingOf(value: unknown): Map<NoteId, Position> {
  const dragging = new Map<NoteId, Position>();
  if (!isRecord(value)) return dragging;
  for (const [id, at] of Object.entries(value).slice(0, MOST_SELECTED)) {
    const point = pointOf(at);
    if (isNoteId(id) && point) dragging.set(id, point);
  }
  return dragging;
}
function pointOf(value: unknown): Position | null {
  if (!Array.isArray(value)) return null;
  const [x, y]: unknown[] = value;
  return isNumber(x) && isNumber(y) ? [x, y] : null;
}
function sightOf(value: unknown): Presence['sight'] {
  if (!Array.isArray(value)) return null;
  const [left, top, right, bottom]: unknown[] = value;
  return isNumber(left) && isNumber(top) && isNumber(right) && isNumber(bottom) && right > left && bottom > top
    ? [left, top, right, bottom]
    : null;
}
const isNumber = (x: unknown): x is number => typeof x === 'number' && Number.isFinite(x) && Math.abs(x) < 1e7;
const isColour = (x: unknown): x is string => typeof x === 'string' && /^#[0-9a-f]{6}$/i.test(x);
const isRecord = (x: unknown): x is Record<string, unknown> => typeof x === 'object' && x !== null && !Array.isArray(x);

/** Twelve inks that stay readable under white letters; a person always gets the same one. */
const INKS = [
  '#0b5a8a',
  '#8a4600',
  '#1f6b2b',
  '#8a1f5c',
  '#4a41a8',
  '#7a5c00',
  '#a32727',
  '#00615c',
  '#5c3d8a',
  '#3d5c00',
  '#8a2f0b',
  '#2b4a6b',
];
export function inkOf(person: PersonId): string {
  let sum = 0;
  for (const c of person) sum = (sum * 31 + c.charCodeAt(0)) >>> 0;
  return INKS[sum % INKS.length] ?? '#2b4a6b';
}
