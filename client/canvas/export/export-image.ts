/** The board as an image: template, themes, notes and drawings with their fonts. Knows no download. */
import type { Box, Editor } from 'tldraw';
import { areaOf } from '../../../shared/template/geometry.ts';
import type { AreaId } from '../../../shared/template/kinds.ts';
import type { ImageOptions } from '../../board/canvas-handle.ts';
import { boardOf } from '../board.ts';
import { areaBox, boardBox } from '../camera.ts';
import { loadFonts } from '../fonts.ts';
import { reachOf } from '../reach.ts';
import { isLocalOnly, isThemeBox, shapeIdOf } from '../shapes.ts';

/** Pixels a side; browsers refuse larger pictures. */
const MOST_PIXELS = 8192;
/** Something dragged far away does not make the picture of the board unreadable. */
const FARTHEST = 5_000;
const MARGIN = 24;

export async function exportImage(editor: Editor, { format, scale, area }: ImageOptions): Promise<Blob> {
  await loadFonts(editor);
  const bounds = area === null ? wholeBoard(editor) : wholeArea(editor, area);
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
  const shown = editor.getCurrentPageShapes().filter((shape) => !isLocalOnly(shape) || isThemeBox(shape));
  const boxes = shown
    .flatMap((shape) => editor.getShapePageBounds(shape) ?? [])
    .map((bounds) => bounds.clone().expandBy(board.contains(bounds) ? 0 : MARGIN));
  return reachOf(board, boxes, FARTHEST);
}

/** An area as it is drawn, and those of its notes that lie beside the drawing. */
function wholeArea(editor: Editor, area: AreaId): Box {
  const { session } = boardOf(editor.store);
  const board = boardBox(session);
  const beside = session.notes
    .get()
    .filter(({ pos }) => areaOf(session.board.kind, pos) === area)
    .flatMap(({ id }) => editor.getShapePageBounds(shapeIdOf(id)) ?? [])
    .filter((bounds) => !board.collides(bounds))
    .map((bounds) => bounds.clone().expandBy(MARGIN));
  return reachOf(areaBox(session, area), beside, FARTHEST);
}
