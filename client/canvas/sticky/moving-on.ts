/** Where writing goes on: leaving a note, opening one, the next one, a new one. Knows the editor; adds notes through actions only. */
import { flushSync } from 'react-dom';
import type { Editor } from 'tldraw';
import type { Note, Position } from '../../../shared/board/note.ts';
import { noteAt } from '../../../shared/board/notes.ts';
import { onTop } from '../../../shared/board/stacks.ts';
import type { NoteId } from '../../../shared/ids.ts';
import { areaOf, centreOf } from '../../../shared/template/geometry.ts';
import type { AreaId } from '../../../shared/template/kinds.ts';
import { addNote, addNoteAt, mayWrite } from '../../board/actions.ts';
import { homeOf, isOpenAt } from '../../board/focus.ts';
import { inReadingOrder } from '../../board/reading-order.ts';
import { boardOf } from '../board.ts';
import { revealNote } from '../camera.ts';
import { shapeIdOf } from '../shapes.ts';

/** Three rows of beginnings under an empty note, in canvas units (`.sticky-starters`). */
const STARTERS_BENEATH = 210;

/** Closes the note; the board has the focus again, so that keys work. */
export function leaveNote(editor: Editor): void {
  if (editor.getEditingShapeId() !== null) editor.setEditingShape(null);
  editor.getContainer().focus();
}

/** Opens a note for writing inside the present gesture: phones show their keyboard only then. */
function editNote(editor: Editor, id: NoteId): void {
  const shape = shapeIdOf(id);
  const { session } = boardOf(editor.store);
  if (!editor.getShape(shape) || !mayWrite(session)) return;
  const isAsked = session.board.kind !== 'group-iceberg' && noteAt(session.doc, id)?.text === '';
  revealNote(editor, id, isAsked ? STARTERS_BENEATH : 0);
  flushSync(() => {
    editor.setCurrentTool('select');
    editor.select(shape);
    editor.setEditingShape(shape);
  });
}

/** A new note that finds its own place in an area; without one, in the area in the middle of the view. */
export function newNote(editor: Editor, area?: AreaId, near?: Position): NoteId | null {
  const { session } = boardOf(editor.store);
  const { x, y } = editor.getViewportPageBounds().center;
  const home = homeOf(session, area ?? areaOf(session.board.kind, [x - 100, y - 100]));
  const id = addNote(session, home, { near: near ?? [x - 100, y - 100] });
  if (id) editNote(editor, id);
  return id;
}

/** A new note around a point. */
export function newNoteAt(editor: Editor, [x, y]: Position): NoteId | null {
  const { session } = boardOf(editor.store);
  const corner: Position = [Math.round(x - 100), Math.round(y - 100)];
  if (!isOpenAt(session, corner)) return newNote(editor, areaOf(session.board.kind, corner));
  const id = addNoteAt(session, corner);
  if (id) editNote(editor, id);
  return id;
}

/** Closes a note and adds the next one beside it, in the same layer. */
export function nextNote(editor: Editor, after: NoteId): void {
  const { session } = boardOf(editor.store);
  const note = noteAt(session.doc, after);
  leaveNote(editor);
  if (note) newNote(editor, areaOf(session.board.kind, note.pos), note.pos);
}

/** The note before or after this one, as a person reads; past the end the note is closed. */
export function noteAfter(editor: Editor, id: NoteId, step: 1 | -1): void {
  const { session } = boardOf(editor.store);
  const notes = asRead(onTop(session.notes.get()), (note) => areaOf(session.board.kind, note.pos));
  const next = notes[notes.findIndex((note) => note.id === id) + step];
  leaveNote(editor);
  if (next) editNote(editor, next.id);
}

/** Area by area from the top, each as it is read. */
function asRead(notes: readonly Note[], area: (note: Note) => AreaId): Note[] {
  const byArea = Map.groupBy(notes, area);
  const top = (inside: readonly Note[]): number => Math.min(...inside.map(({ pos }) => centreOf(pos)[1]));
  return [...byArea.values()].sort((a, b) => top(a) - top(b)).flatMap(inReadingOrder);
}
