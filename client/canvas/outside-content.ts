/** What comes in by paste and drop: text becomes notes, drawings stay drawings, everything that would load from elsewhere is refused. */
import type { Editor, TLContent } from 'tldraw';
import type { Position } from '../../shared/board/note.ts';
import { areaOf } from '../../shared/template/geometry.ts';
import type { AreaId } from '../../shared/template/kinds.ts';
import { mayWrite } from '../board/actions.ts';
import { pasteClipboard } from '../board/clipboard.ts';
import { homeOf, isOpenAt } from '../board/focus.ts';
import { pasteText } from '../board/paste-text.ts';
import { DRAWING_TYPES } from './binding/drawing-record.ts';
import { boardOf } from './board.ts';
import { areaBox, revealNote } from './camera.ts';
import { selectNotes } from './selection.ts';

/** Replaces every handler tldraw has: its own ones fetch pasted addresses and make images and embeds. */
export function handleOutsideContent(editor: Editor): void {
  const { session } = boardOf(editor.store);
  const refuse = (): void => session.notice.set({ key: 'canvas.notice.onlyText' });
  const placeOf = (point: { x: number; y: number } | undefined): Position => {
    const { x, y } = point ?? editor.getViewportPageBounds().center;
    return [x, y];
  };
  for (const kind of ['files', 'file-replace', 'embed', 'svg-text', 'excalidraw'] as const)
    editor.registerExternalContentHandler(kind, refuse);
  editor.registerExternalContentHandler('url', ({ url, point }) => pasteOnBoard(editor, url, placeOf(point)));
  editor.registerExternalContentHandler('text', ({ text, point }) => pasteOnBoard(editor, text, placeOf(point)));
  editor.registerExternalContentHandler('tldraw', ({ content, point }) => {
    const drawings = drawingsOf(content);
    if (!mayWrite(session) || drawings.shapes.length === 0) return;
    editor.putContentOntoCurrentPage(drawings, { select: true, ...(point ? { point } : {}) });
  });
  for (const kind of ['file', 'url'] as const)
    editor.registerExternalAssetHandler(kind, () => Promise.reject(new Error('a board keeps no files')));
}

/** Notes of another board, or text as one note a line; they are selected and brought into view. */
export function pasteOnBoard(editor: Editor, text: string, at: Position, isPlaceMeant = true): void {
  const { session } = boardOf(editor.store);
  const corner: Position = [at[0] - 100, at[1] - 100];
  const isOpen = isOpenAt(session, corner);
  const home = homeOf(session, areaOf(session.board.kind, corner));
  const place = isOpen ? at : middleOf(editor, home);
  const made =
    pasteClipboard(session, text, place) ?? pasteText(session, text, isPlaceMeant && isOpen ? at : null, home);
  if (made.length === 0) return;
  editor.setCurrentTool('select');
  selectNotes(editor, made);
  const [first] = made;
  if (first && made.length === 1) revealNote(editor, first);
}

/** What is pasted into a layer that opens later goes to the middle of the one everybody works on. */
function middleOf(editor: Editor, area: AreaId): Position {
  const { x, y } = areaBox(boardOf(editor.store).session, area).center;
  return [x, y];
}

/** Only free drawings, without what they were attached to. */
function drawingsOf(content: TLContent): TLContent {
  const shapes = content.shapes.filter((shape) => DRAWING_TYPES.has(shape.type));
  const ids = new Set(shapes.map((shape) => shape.id));
  return {
    ...content,
    shapes,
    rootShapeIds: content.rootShapeIds.filter((id) => ids.has(id)),
    bindings: [],
    assets: [],
  };
}
