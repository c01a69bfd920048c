/**
 * A layer of the group iceberg: all of it where it can be read so, else its whole height and one part after the other.
 * Knows boxes and the camera, no button.
 */
import { Box, type Editor } from 'tldraw';
import { layoutOf } from '../../shared/synthesis/columns.ts';
import { areaOf, NOTE } from '../../shared/template/geometry.ts';
import { isLayerId, type LayerId } from '../../shared/template/kinds.ts';
import type { BoardSession } from '../board/session.ts';
import { boardOf } from './board.ts';
import { insetOf, showBox } from './frame.ts';
import { type Held, heldBy, layerParts, partAt } from './layer-parts.ts';
import { shapeIdOf } from './shapes.ts';

/** Zoom at which notes can still be read (22 units → 11 px), and at which a single row of them does not look lost. */
const LEAST = 0.5;
const MOST = 1;
/** Zoom at which a part with few rows is read from afar (22 units → 18 px), with room around it to move notes. */
const FEW = 0.8;
/** Units around a part, and under its lowest notes. */
const EDGE = 24;
/** The way from part to part lies over the upper edge. */
const WAY = 60;

interface LayerView {
  readonly parts: readonly { readonly from: number; readonly to: number }[];
  /** The one on the screen. */
  readonly at: number;
}

/** The parts of a layer on this screen; one when all of it can be read at once. */
export function layerView(editor: Editor, layer: LayerId): LayerView {
  const { session } = boardOf(editor.store);
  const { w, h, left } = roomOf(editor);
  const spans = spansIn(editor, session, layer);
  const band = bandOf(session, layer);
  const { label } = layoutOf(session.columns.get());
  const to = spans.at(-1)?.to ?? band.w;
  // With the layer's name beside it, if there is room for that too.
  const whole = [label.x, spans[0]?.from ?? label.x].find((from) => w / (to - from + 2 * EDGE) >= LEAST);
  if (whole !== undefined || spans.length === 0) return { parts: [{ from: whole ?? label.x, to }], at: 0 };
  const zoom = Math.min(MOST, Math.max(LEAST, h / band.h));
  const parts = layerParts(spans, w / zoom - 2 * EDGE);
  return { parts, at: partAt(parts, editor.getViewportPageBounds().x + left / editor.getZoomLevel() + EDGE) };
}

export function showLayer(editor: Editor, layer: LayerId, part: number, animate = true): void {
  const { session } = boardOf(editor.store);
  const { parts } = layerView(editor, layer);
  const span = parts[Math.min(part, parts.length - 1)];
  const band = bandOf(session, layer);
  const isPart = parts.length > 1;
  const least = isPart ? Math.min(MOST, Math.max(LEAST, roomOf(editor).h / band.h)) : LEAST;
  // Where a layer has few rows its notes are shown larger; the rest of it is empty.
  const lowest = Math.max(...notesIn(editor, session, layer).map(({ maxY }) => maxY));
  const h = isPart ? Math.min(band.h, lowest + EDGE - band.y) : band.h;
  if (span) band.set(span.from - EDGE, band.y, span.to - span.from + 2 * EDGE, h);
  showBox(editor, band, {
    least,
    most: isPart ? Math.max(least, FEW) : MOST,
    animate,
    over: WAY,
    isLeft: isPart,
    isTop: isPart,
  });
}

/** To the next part of the layer one looks at, or to the one before. */
export function turnLayer(editor: Editor, by: 1 | -1): void {
  const { center } = editor.getViewportPageBounds();
  const layer = areaOf('group-iceberg', [center.x - NOTE.size / 2, center.y - NOTE.size / 2]);
  if (!isLayerId(layer)) return;
  const { parts, at } = layerView(editor, layer);
  showLayer(editor, layer, Math.min(parts.length - 1, Math.max(0, at + by)));
}

function roomOf(editor: Editor) {
  const screen = editor.getViewportScreenBounds();
  const { left, right, top, bottom } = insetOf(editor);
  return { left, w: Math.max(80, screen.w - left - right), h: Math.max(80, screen.h - top - bottom - WAY) };
}

function bandOf(session: BoardSession, layer: LayerId): Box {
  const { bands, w } = layoutOf(session.columns.get());
  const { top, bottom } = bands[layer];
  return new Box(0, top, w, bottom - top);
}

const notesIn = (editor: Editor, session: BoardSession, layer: LayerId): Box[] =>
  session.notes
    .get()
    .filter(({ pos }) => areaOf('group-iceberg', pos) === layer)
    .flatMap(({ id }) => editor.getShapePageBounds(shapeIdOf(id)) ?? []);

/** The columns that hold something of a layer, as far as they do, and what lies beside all columns. */
function spansIn(editor: Editor, session: BoardSession, layer: LayerId): Held[] {
  const notes = notesIn(editor, session, layer).map((note) => ({ from: note.x, to: note.maxX, middle: note.center.x }));
  const columns = layoutOf(session.columns.get()).columns.map(({ x, w }) => ({ from: x, to: x + w }));
  const columnOf = ({ middle }: { middle: number }) => columns.find(({ from, to }) => middle >= from && middle < to);
  const used = columns.flatMap((column) => {
    const held = notes.filter((note) => columnOf(note) === column);
    return held.length > 0 ? [heldBy(column, held, NOTE.cell)] : [];
  });
  const beside = notes.filter((note) => !columnOf(note)).map((note) => ({ ...note, notes: [note] }));
  return [...used, ...beside].sort((a, b) => a.from - b.from);
}
