/**
 * What a person can do with notes, the same from canvas, list and keyboard. Every function does nothing without the
 * right to write. Knows no view: a place comes in as canvas units, a result goes out as ids.
 */

import { type Held, type Note, type Position, type Tag, tagOf } from '../../shared/board/note.ts';
import * as notes from '../../shared/board/notes.ts';
import { noteAt } from '../../shared/board/notes.ts';
import { addTheme } from '../../shared/board/themes.ts';
import { type NoteId, newNoteId, newThemeId, type ThemeId } from '../../shared/ids.ts';
import { COUNT, TEXT } from '../../shared/limits.ts';
import { layoutOf } from '../../shared/synthesis/columns.ts';
import { areaOf, NOTE } from '../../shared/template/geometry.ts';
import { columnOf } from '../../shared/template/group-iceberg.ts';
import type { AreaId } from '../../shared/template/kinds.ts';
import { freeSlot, freeSlots, type SlotOptions, slotFinder } from '../../shared/template/slots.ts';
import type { BoardSession } from './session.ts';
import { isWrittenHere } from './table.ts';

export const mayWrite = (s: BoardSession): boolean => s.right.get() === 'write' && s.loaded.get();

export interface NewNote {
  readonly text?: string;
  readonly tag?: Tag;
  /** Where on the group iceberg: decides the column. */
  readonly near?: Position;
}

/** A new note in a layer or zone; it finds its own free place. Null without the right, or when the board is full. */
export function addNote(s: BoardSession, area: AreaId, { text = '', tag = null, near }: NewNote = {}): NoteId | null {
  const pos = freeSlot(s.board.kind, area, taken(s), slotOptions(s, near));
  const id = addNoteAt(s, pos, text, tag);
  if (id) s.placed.set(id, pos);
  return id;
}

/** A new note at a place (upper left corner). */
export function addNoteAt(s: BoardSession, pos: Position, text = '', tag: Tag = null): NoteId | null {
  if (!mayWrite(s) || !hasRoom(s, 1)) return null;
  const id = newNoteId();
  notes.addNotes(s.writer, [{ ...signed(s), id, pos, text, tag, createdAt: Date.now() }]);
  return id;
}

const signed = (s: BoardSession) => ({
  author: s.writesFor.get(),
  organisation: s.board.organisation ?? s.me.organisation,
});
const taken = (s: BoardSession): Position[] => s.notes.get().map((note) => note.pos);

function slotOptions(s: BoardSession, near?: Position): SlotOptions {
  if (s.board.kind !== 'group-iceberg') return {};
  const layout = layoutOf(s.columns.get());
  const own = s.columns.get().findIndex((c) => c.kind === 'organisation' && c.id === s.me.organisation);
  return { layout, column: near ? columnOf(layout, near[0] + NOTE.size / 2) : Math.max(0, own) };
}

function hasRoom(s: BoardSession, more: number): boolean {
  if (s.notes.get().length + more <= COUNT.notesPerBoard) return true;
  s.notice.set({ key: 'canvas.notice.full', values: { most: COUNT.notesPerBoard } });
  return false;
}

/** Deletes notes, except those somebody else is writing in at this moment: they stay, and a notice says so. */
export function removeNotes(s: BoardSession, ids: readonly NoteId[]): void {
  if (!mayWrite(s)) return;
  const written = new Map(
    s.peers.get().flatMap((peer) => (peer.editing ? [[peer.editing, peer.user.name] as const] : [])),
  );
  const kept = ids.filter((id) => written.has(`note:${id}`));
  notes.deleteNotes(
    s.writer,
    ids.filter((id) => !kept.includes(id)),
    Date.now(),
  );
  const [first] = kept;
  if (first)
    s.notice.set({
      key: 'canvas.notice.kept',
      values: { name: written.get(`note:${first}`) ?? '', count: kept.length },
    });
}

/** Copies beside the originals, in the same layer, mine and not yet brought. What stays on this board stays so in its copy. */
export function duplicateNotes(s: BoardSession, ids: readonly NoteId[]): NoteId[] {
  const occupied = taken(s);
  const drafts = chosen(s, ids).map((note) => {
    const pos = freePlaceBeside(s, note, occupied);
    occupied.push(pos);
    return { ...note, pos };
  });
  return addAll(s, drafts);
}

function freePlaceBeside(s: BoardSession, note: Note, occupied: readonly Position[]): Position {
  const { kind } = s.board;
  const beside: Position = [note.pos[0] + NOTE.cell, note.pos[1]];
  const area = areaOf(kind, note.pos);
  const isClear = occupied.every(
    ([x, y]) => Math.abs(x - beside[0]) >= NOTE.size || Math.abs(y - beside[1]) >= NOTE.size,
  );
  return isClear && areaOf(kind, beside) === area ? beside : freeSlot(kind, area, occupied, slotOptions(s, note.pos));
}

interface Draft extends Pick<Note, 'text' | 'pos' | 'operational' | 'programmatic'> {
  readonly star?: boolean;
  readonly private?: boolean;
}

/**
 * Adds all drafts as my own notes in one step of undo; none when they do not fit. `isByHand`: somebody said where, rather
 * than each finding its own free place.
 */
export function addAll(s: BoardSession, drafts: readonly Draft[], isByHand = false): NoteId[] {
  if (!mayWrite(s) || drafts.length === 0 || !hasRoom(s, drafts.length)) return [];
  const made = drafts.map(({ text, pos, operational, programmatic, star = false, private: onlyHere = false }, i) => ({
    ...signed(s),
    id: newNoteId(),
    text: text.slice(0, TEXT.importedNote),
    pos,
    star,
    private: onlyHere,
    tag: tagOf({ operational, programmatic }),
    createdAt: Date.now() + i,
  }));
  notes.addNotes(s.writer, made);
  if (!isByHand) for (const { id, pos } of made) s.placed.set(id, pos);
  return made.map((note) => note.id);
}

/**
 * Moves notes to another layer or zone; each finds a free place there. Those that are there already stay.
 * Gives back the way back, for those that nobody has moved since.
 */
export function moveToArea(s: BoardSession, ids: readonly NoteId[], area: AreaId): () => void {
  const moving = chosen(s, ids).filter((note) => areaOf(s.board.kind, note.pos) !== area);
  const next = slotFinder(s.board.kind, taken(s), slotOptions(s));
  const moves = moving.map(({ id, pos }) => [id, next(area, slotOptions(s, pos).column)] as const);
  moveNotes(s, new Map(moves));
  for (const [id, place] of moves) s.placed.set(id, place);
  const isWherePut = ({ id }: Note): boolean => String(noteAt(s.doc, id)?.pos) === String(s.placed.get(id));
  return () => moveNotes(s, new Map(moving.filter(isWherePut).map(({ id, pos }) => [id, pos])));
}

/** One document write for a whole gesture. */
function moveNotes(s: BoardSession, moves: ReadonlyMap<NoteId, Position>): void {
  if (mayWrite(s) && moves.size > 0) notes.moveNotes(s.writer, moves);
}

export function nudgeNotes(s: BoardSession, ids: readonly NoteId[], dx: number, dy: number): void {
  moveNotes(s, new Map(chosen(s, ids).map((note) => [note.id, [note.pos[0] + dx, note.pos[1] + dy] as const])));
}

export function setTag(s: BoardSession, ids: readonly NoteId[], tag: Tag): void {
  if (mayWrite(s)) notes.tagNotes(s.writer, ids, tag);
}
export function setFlag(s: BoardSession, ids: readonly NoteId[], flag: notes.Flag, on: boolean): void {
  if (mayWrite(s)) notes.flagNotes(s.writer, ids, flag, on);
}
export const setStar = (s: BoardSession, ids: readonly NoteId[], on: boolean): void => setFlag(s, ids, 'star', on);

/** Whose a belief is. */
export function setHeld(s: BoardSession, ids: readonly NoteId[], held: Held): void {
  if (mayWrite(s)) notes.holdNotes(s.writer, ids, held);
}

/** «Solo mi tablero». Only the author of a note, on the device it was written with, may open it again. What was brought of it is taken back. */
export function setPrivate(s: BoardSession, ids: readonly NoteId[], on: boolean): void {
  if (!mayWrite(s)) return;
  const mine = on ? ids : chosen(s, ids).flatMap((note) => (isWrittenHere(s, note) ? note.id : []));
  notes.flagNotes(s.writer, mine, 'private', on);
  const brought = mine.filter((id) => noteAt(s.doc, id)?.brought);
  if (on && brought.length > 0) void takeBack(s, brought);
}

/** What cannot be taken back now is still on the group iceberg: nobody may believe otherwise. */
async function takeBack(s: BoardSession, brought: readonly NoteId[]): Promise<void> {
  const outcome = await s.commands.withdraw(brought);
  if (!outcome.ok) s.notice.set({ key: 'method.bring.stays', values: { count: brought.length } });
}

/** A theme of notes, which are not selected any more: the next theme would take them away again. */
export function makeTheme(s: BoardSession, title: string, ids: readonly NoteId[]): ThemeId | null {
  if (!mayWrite(s)) return null;
  const id = newThemeId();
  addTheme(s.writer, { id, title: title.trim().slice(0, TEXT.themeTitle), createdAt: Date.now() }, ids);
  letGo(s, ids);
  return id;
}
export function putInTheme(s: BoardSession, ids: readonly NoteId[], theme: ThemeId | null): void {
  if (!mayWrite(s)) return;
  notes.themeNotes(s.writer, ids, theme);
  letGo(s, ids);
}
function letGo({ selection }: BoardSession, ids: readonly NoteId[]): void {
  selection.set(selection.get().filter((one) => !ids.includes(one)));
}

/** The notes behind ids, those that are still there. */
export function chosen(s: BoardSession, ids: readonly NoteId[]): Note[] {
  return ids.flatMap((id) => noteAt(s.doc, id) ?? []);
}

/** Free places for several notes at once, in the area they shall go to. */
export function placesFor(s: BoardSession, area: AreaId, count: number, near?: Position): Position[] {
  return freeSlots(s.board.kind, area, count, taken(s), slotOptions(s, near));
}
