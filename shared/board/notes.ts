/**
 * The notes of a board: reading all of them and every way to change them. Each change is one transaction of its writer;
 * its comment says what it means when somebody else changes the same note at the same time. Knows no view.
 */
import * as Y from 'yjs';
import { type BoardId, isNoteId, type NoteId, type OrgId, type PersonId, type ThemeId } from '../ids.ts';
import type { DimensionId } from '../template/dimensions.ts';
import { notesOf, type Writer, write } from './document.ts';
import {
  type Brought,
  type Held,
  isDeleted,
  type Note,
  noteText,
  type Position,
  readNote,
  type Tag,
  underOf,
} from './note.ts';
import { type Stackable, stacksOf } from './stacks.ts';
import { textSum } from './text-sum.ts';

/** All notes that are there, in no particular order. */
export function readNotes(doc: Y.Doc): Note[] {
  const notes: Note[] = [];
  for (const [id, value] of notesOf(doc)) {
    const note = readNote(id, value);
    if (note) notes.push(note);
  }
  return notes;
}

export const noteAt = (doc: Y.Doc, id: NoteId): Note | null => readNote(id, notesOf(doc).get(id));

/** The shared text to type into, or null when the note is not there. */
export const noteTextAt = (doc: Y.Doc, id: NoteId): Y.Text | null => noteText(notesOf(doc).get(id));

/** What a new note needs; the rest has its default. */
export interface NoteDraft {
  readonly id: NoteId;
  readonly pos: Position;
  readonly createdAt: number;
  readonly text?: string;
  readonly z?: number;
  readonly tag?: Tag;
  readonly star?: boolean;
  readonly private?: boolean;
  readonly held?: Held;
  readonly author?: PersonId | null;
  readonly organisation?: OrgId | null;
  readonly theme?: ThemeId | null;
  readonly under?: NoteId | null;
  readonly origin?: { readonly board: BoardId; readonly note: NoteId } | null;
  readonly brought?: Brought | null;
  readonly growth?: DimensionId | null;
}

/** Adds notes in one step. The same id twice is the same note: a fixed id makes adding it again harmless. */
export function addNotes(w: Writer, drafts: readonly NoteDraft[]): void {
  write(w, () => {
    let top = topZ(w.doc);
    for (const draft of drafts) notesOf(w.doc).set(draft.id, noteMap(draft, ++top));
  });
}

function noteMap(draft: NoteDraft, z: number): Y.Map<unknown> {
  const map = new Y.Map<unknown>();
  map.set('text', new Y.Text(draft.text ?? ''));
  map.set('pos', [draft.pos[0], draft.pos[1]]);
  map.set('z', draft.z ?? z);
  map.set('createdAt', draft.createdAt);
  const tag = draft.tag ?? null;
  if (tag === 'operational' || tag === 'both') map.set('operational', true);
  if (tag === 'programmatic' || tag === 'both') map.set('programmatic', true);
  if (draft.star) map.set('star', true);
  if (draft.private) map.set('private', true);
  for (const key of ['held', 'author', 'organisation', 'theme', 'under', 'origin', 'brought', 'growth'] as const) {
    const value = draft[key];
    if (value) map.set(key, value);
  }
  return map;
}

/** The highest z on the board; 0 when it is empty. */
function topZ(doc: Y.Doc): number {
  let top = 0;
  for (const value of notesOf(doc).values()) {
    const z = value instanceof Y.Map ? value.get('z') : 0;
    if (typeof z === 'number' && Number.isFinite(z) && z > top) top = z;
  }
  return Math.min(top, 1e9);
}

/**
 * Moves notes, and those stacked under them along. Position is one value: of two people who drag one note the later drop
 * wins whole, never half of each.
 */
export function moveNotes(w: Writer, moves: ReadonlyMap<NoteId, Position>): void {
  const tops = topsOver(w.doc, moves.keys());
  eachNote(w, withUnder(tops, moves.keys()), (note, id) => {
    const to = moves.get(id) ?? moves.get(tops.get(id) ?? id);
    if (to) setIfOther(note, 'pos', [to[0], to[1]]);
  });
}

/** Puts notes above all others, keeping their order among themselves. Two people raising notes at once: order by id. */
export function raiseNotes(w: Writer, ids: readonly NoteId[]): void {
  let top = topZ(w.doc);
  eachNote(w, ids, (note) => note.set('z', ++top));
}

/** The two halves of a tag are two keys, so that operativo by one and programático by another give both. */
export function tagNotes(w: Writer, ids: readonly NoteId[], tag: Tag): void {
  eachNote(w, ids, (note) => {
    setFlag(note, 'operational', tag === 'operational' || tag === 'both');
    setFlag(note, 'programmatic', tag === 'programmatic' || tag === 'both');
  });
}

export type Flag = 'operational' | 'programmatic' | 'star' | 'private';

/** Sets or clears one property. Of two people who set it differently the later one wins; other properties are untouched. */
export function flagNotes(w: Writer, ids: readonly NoteId[], flag: Flag, on: boolean): void {
  eachNote(w, ids, (note) => setFlag(note, flag, on));
}

/** Whose a belief is. Of two people who say it differently the later one wins. `null` takes the mark away. */
export function holdNotes(w: Writer, ids: readonly NoteId[], held: Held): void {
  eachNote(w, ids, (note) => {
    if (held === null) note.delete('held');
    else setIfOther(note, 'held', held);
  });
}

/** One home for each note, and those under it: of two people who put it in two themes the later one wins. `null` takes it out. */
export function themeNotes(w: Writer, ids: readonly NoteId[], theme: ThemeId | null): void {
  eachNote(w, withUnder(topsOver(w.doc, ids), ids), (note) => {
    if (theme === null) note.delete('theme');
    else setIfOther(note, 'theme', theme);
  });
}

/** Marks notes as deleted; note.ts says why it is a mark. Typing at the same time keeps the note. */
export function deleteNotes(w: Writer, ids: readonly NoteId[], at: number): void {
  eachNote(w, ids, (note) => note.set('deleted', { at, sum: textSum(noteText(note)?.toString() ?? '') }));
}

/** Takes the mark away: undo of a deletion, or a note that somebody is still writing. */
export function keepNotes(w: Writer, ids: readonly NoteId[]): void {
  write(w, () => {
    for (const id of ids) {
      const note = notesOf(w.doc).get(id);
      if (note instanceof Y.Map) note.delete('deleted');
    }
  });
}

/**
 * Server only: removes for good what has been deleted for `ageMs`, and says how many. Age is judged by the server's own
 * clock: it notes when it first saw a deletion, because a device's clock may be months off. Of a note that was brought
 * only its words go: what is left says that there is something to take back.
 */
export function purgeDeleted(w: Writer, now: number, ageMs: number): number {
  const old: string[] = [];
  write(w, () => {
    for (const [id, note] of notesOf(w.doc)) {
      if (!(note instanceof Y.Map)) continue;
      const since: unknown = note.get('goneSince');
      if (!isDeleted(note)) note.delete('goneSince');
      else if (typeof since !== 'number') note.set('goneSince', now);
      else if (now - since >= ageMs && !isWordless(note)) old.push(id);
    }
    for (const id of old) {
      const note = notesOf(w.doc).get(id);
      if (note instanceof Y.Map && note.has('brought')) {
        note.set('text', new Y.Text());
        note.set('deleted', { at: now, sum: textSum('') });
      } else notesOf(w.doc).delete(id);
    }
  });
  return old.length;
}

/** Whether only the trace of a brought note is left. */
const isWordless = (note: Y.Map<unknown>): boolean => note.has('brought') && noteText(note)?.length === 0;

/** The note each stacked one lies under. Looks through the board only when one of these can have any: `stack` says so. */
function topsOver(doc: Y.Doc, ids: Iterable<NoteId>): ReadonlyMap<NoteId, NoteId> {
  const isInStack = (id: NoteId): boolean => {
    const note = notesOf(doc).get(id);
    return note instanceof Y.Map && (note.has('stack') || note.has('under'));
  };
  if (![...ids].some(isInStack)) return new Map();
  const there: Stackable[] = [];
  for (const [id, note] of notesOf(doc)) {
    if (isNoteId(id) && note instanceof Y.Map && !isDeleted(note)) there.push({ id, under: underOf(note) });
  }
  return new Map([...stacksOf(there)].flatMap(([top, under]) => under.map(({ id }) => [id, top] as const)));
}

function withUnder(tops: ReadonlyMap<NoteId, NoteId>, ids: Iterable<NoteId>): NoteId[] {
  const all = new Set(ids);
  for (const [id, top] of tops) if (all.has(top)) all.add(id);
  return [...all];
}

function eachNote(w: Writer, ids: Iterable<NoteId>, change: (note: Y.Map<unknown>, id: NoteId) => void): void {
  write(w, () => {
    for (const id of ids) {
      const note = notesOf(w.doc).get(id);
      if (note instanceof Y.Map && !isDeleted(note)) change(note, id);
    }
  });
}
function setFlag(note: Y.Map<unknown>, key: Flag, on: boolean): void {
  if ((note.get(key) === true) === on) return;
  if (on) note.set(key, true);
  else note.delete(key);
}
function setIfOther(note: Y.Map<unknown>, key: string, value: unknown): void {
  if (JSON.stringify(note.get(key)) !== JSON.stringify(value)) note.set(key, value);
}
