/** What is selected, as notes and as free drawings, and what can be done with both at once. Writes through actions only. */
import type { Editor, TLShapeId } from 'tldraw';
import { write } from '../../shared/board/document.ts';
import type { NoteId, ThemeId } from '../../shared/ids.ts';
import { duplicateNotes, mayWrite, removeNotes } from '../board/actions.ts';
import { isDrawingShape } from './binding/drawing-record.ts';
import { boardOf } from './board.ts';
import { isSticky, isThemeBox, noteIdOf, shapeIdOf } from './shapes.ts';

/** Notes that are selected themselves. */
export const selectedNotes = (editor: Editor): NoteId[] =>
  editor.getSelectedShapes().flatMap((shape) => (isSticky(shape) ? (noteIdOf(shape.id) ?? []) : []));

export const selectedDrawings = (editor: Editor): TLShapeId[] =>
  editor.getSelectedShapes().flatMap((shape) => (isDrawingShape(shape) ? shape.id : []));

/** The theme whose box is selected, when nothing else is. */
export function selectedTheme(editor: Editor): ThemeId | null {
  const only = editor.getOnlySelectedShape() ?? undefined;
  return isThemeBox(only) ? only.props.theme : null;
}

export function selectNotes(editor: Editor, notes: readonly NoteId[]): void {
  editor.setSelectedShapes(notes.map(shapeIdOf).filter((id) => editor.getShape(id) !== undefined));
}

/** Notes and drawings in one step of undo. */
export function deleteSelection(editor: Editor): void {
  const { session } = boardOf(editor.store);
  if (!mayWrite(session)) return;
  const notes = selectedNotes(editor);
  const drawings = selectedDrawings(editor);
  write(session.writer, () => {
    if (notes.length > 0) removeNotes(session, notes);
    if (drawings.length > 0) editor.deleteShapes(drawings);
    editor.store._flushHistory();
  });
}

export function duplicateSelection(editor: Editor): void {
  const { session } = boardOf(editor.store);
  const drawings = selectedDrawings(editor);
  const made = duplicateNotes(session, selectedNotes(editor));
  if (drawings.length > 0 && mayWrite(session)) editor.duplicateShapes(drawings, { x: 30, y: 30 });
  if (made.length > 0) selectNotes(editor, made);
}
