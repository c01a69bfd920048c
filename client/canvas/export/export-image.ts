/** The board as an image: template, themes, notes and drawings with their fonts. Knows no download. */
import { Box, type Editor } from 'tldraw';
import type { ImageOptions } from '../../board/canvas-handle.ts';
import { boardOf } from '../board.ts';
import { areaBox, boardBox } from '../camera.ts';
import { loadFonts } from '../fonts.ts';
import { isLocalOnly, isThemeBox } from '../shapes.ts';

/** Pixels a side; browsers refuse larger pictures. */
const MOST_PIXELS = 8192;
/** Something dragged far away does not make the picture of the board unreadable. */
const FARTHEST = 5_000;
const MARGIN = 24;

export async function exportImage(editor: Editor, { format, scale, area }: ImageOptions): Promise<Blob> {
  const { session } = boardOf(editor.store);
  await loadFonts(editor);
  const bounds = area === null ? wholeBoard(editor) : areaBox(session, area);
  const fitting = Math.min(scale, MOST_PIXELS / bounds.w, MOST_PIXELS / bounds.h);
  const ids = editor.getCurrentPageShapesSorted().map((shape) => shape.id);
  const { blob } = await editor.toImage(ids, {
    format,
    bounds,
    scale: format === 'svg' ? 1 : fitting,
    pixelRatio: 1,
    padding: 0,
    background: true,
    darkMode: false,
  });
  return blob;
}

/** The drawing, and what lies beside it as far as it is near. */
function wholeBoard(editor: Editor): Box {
  const board = boardBox(boardOf(editor.store).session);
  const near = board.clone().expandBy(FARTHEST);
  const all = board.clone();
  for (const shape of editor.getCurrentPageShapes()) {
    if (isLocalOnly(shape) && !isThemeBox(shape)) continue;
    const bounds = editor.getShapePageBounds(shape);
    if (bounds && near.contains(bounds)) all.union(bounds.clone().expandBy(board.contains(bounds) ? 0 : MARGIN));
  }
  return Box.From(all);
}
