/** What pages and panels may ask, answered with the editor. */
import type { Editor } from 'tldraw';
import type { CanvasHandle } from '../board/canvas-handle.ts';
import { revealNote, showArea } from './camera.ts';
import { exportImage } from './export/export-image.ts';
import type { Following } from './presence/following.ts';
import { selectNotes } from './selection.ts';
import { newNote } from './sticky/moving-on.ts';

export const createHandle = (editor: Editor, following: Following): CanvasHandle => ({
  exportImage: (options) => exportImage(editor, options),
  showArea: (area) => showArea(editor, area),
  showNote(id) {
    editor.setCurrentTool('select');
    selectNotes(editor, [id]);
    revealNote(editor, id);
  },
  toBoardPoint(clientX, clientY) {
    const { x, y, w, h } = editor.getViewportScreenBounds();
    if (clientX < x || clientY < y || clientX > x + w || clientY > y + h) return null;
    const point = editor.screenToPage({ x: clientX, y: clientY });
    return [point.x, point.y];
  },
  follow: following.follow,
  newNote: (area) => void newNote(editor, area),
});
