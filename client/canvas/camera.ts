/** Where the camera goes: whole board, one area, one note, what somebody else sees. Knows boxes, not gestures. */
import { Box, type Editor, type TLShapeId } from 'tldraw';
import type { NoteId } from '../../shared/ids.ts';
import { layoutOf } from '../../shared/synthesis/columns.ts';
import { areaOf, NOTE } from '../../shared/template/geometry.ts';
import { ICEBERG, ICEBERG_BANDS } from '../../shared/template/iceberg.ts';
import { type CanvasKind, isLayerId, isZoneId } from '../../shared/template/kinds.ts';
import { PRACTICE } from '../../shared/template/practice.ts';
import { VALUE, VALUE_ZONES } from '../../shared/template/value.ts';
import { focusOf, type Part } from '../board/focus.ts';
import type { BoardSession } from '../board/session.ts';
import { boardOf } from './board.ts';
import { insetOf, moves, showBox } from './frame.ts';
import { showLayer } from './layer-view.ts';
import { notesView } from './notes-view.ts';
import { reachOf } from './reach.ts';
import { shapeIdOf } from './shapes.ts';

/** Zoom at which the text of a note is comfortable to read (22 units → 15 px and more). */
const LEGIBLE = 0.7;
const WRITING = 0.8;
/** Size of the whole drawing. */
export function boardBox(session: BoardSession): Box {
  const { kind } = session.board;
  if (kind === 'iceberg') return new Box(0, 0, ICEBERG.w, ICEBERG.h);
  if (kind === 'value') return new Box(0, 0, VALUE.w, VALUE.h);
  if (kind === 'practice') return new Box(0, 0, PRACTICE.w, PRACTICE.h);
  const { w, h } = layoutOf(session.columns.get());
  return new Box(0, 0, w, h);
}

/** One layer over the whole width (the first with the title above it), one zone, or the sentence. */
export function areaBox(session: BoardSession, area: Part): Box {
  const board = boardBox(session);
  if (area === 'statement') return Box.From(VALUE.statement).expandBy(14);
  if (isZoneId(area) && session.board.kind === 'value') return Box.From(VALUE_ZONES[area]).expandBy(14);
  if (!isLayerId(area)) return board;
  const bands = session.board.kind === 'iceberg' ? ICEBERG_BANDS : layoutOf(session.columns.get()).bands;
  const { top, bottom } = bands[area];
  const from = area === 'results' ? 0 : top;
  const to = area === 'beliefs' ? board.maxY : bottom;
  return new Box(0, from, board.w, to - from);
}

/** An area at legible size: on a narrow screen as much of it as can be read; null shows everything. */
export function showArea(editor: Editor, area: Part | null, animate = true): void {
  const { session } = boardOf(editor.store);
  if (area === null) {
    showBox(editor, everything(editor, session), { animate });
    return;
  }
  if (session.board.kind === 'group-iceberg' && isLayerId(area)) {
    showLayer(editor, area, 0, animate);
    return;
  }
  const isNarrow = editor.getViewportScreenBounds().w < 700;
  const notes = isNarrow && session.board.kind === 'iceberg' ? notesOf(editor, session, area) : null;
  if (notes) {
    showBox(editor, notes, { ...READING, animate });
    return;
  }
  const box = areaBox(session, area);
  const least = isNarrow ? 0.42 : 0.3;
  // Right under the question that is asked about it, which has one height where there is room.
  const isAsked = !isNarrow && isLayerId(area) && focusOf(session.cohort.get().call, session.board.kind) !== null;
  // The sentence is written there: over the keyboard of a phone.
  const isWritten = isNarrow && area === 'statement';
  showBox(editor, box, { least, most: 1.2, animate, isTop: box.y === 0 || isAsked || isWritten });
}

/** Zoom at which notes can be read on a narrow screen (22 units → 11 px), and at which a few have room around them. */
const READING = { least: 0.52, most: 0.8 } as const;

/** A layer where its notes are: on a narrow screen its questions would leave no room for them. Null while it has none. */
function notesOf(editor: Editor, session: BoardSession, area: Part): Box | null {
  const { left, right } = insetOf(editor);
  const width = (editor.getViewportScreenBounds().w - left - right) / READING.least;
  const notes = session.notes
    .get()
    .filter(({ pos }) => areaOf('iceberg', pos) === area)
    .flatMap(({ id }) => editor.getShapePageBounds(shapeIdOf(id)) ?? []);
  return notesView(notes, areaBox(session, area).maxY, width);
}

/** The part one is looking at, or null while one sees several. */
export function areaInView(editor: Editor): Part | null {
  const { session } = boardOf(editor.store);
  const view = editor.getViewportPageBounds();
  if (session.board.kind === 'value' && view.center.y > areaBox(session, 'statement').y) return 'statement';
  const area = areaOf(session.board.kind, [view.center.x - NOTE.size / 2, view.center.y - NOTE.size / 2]);
  const box = areaBox(session, area);
  return view.h < box.h * 2.2 && view.w < box.w * 1.6 ? area : null;
}

/** A note further than this from everything else is not what makes a board large. */
const NEAR = 3000;

/** The drawing and the notes beside it. */
function everything(editor: Editor, session: BoardSession): Box {
  const bounds = session.notes.get().flatMap(({ id }) => editor.getShapePageBounds(shapeIdOf(id)) ?? []);
  return reachOf(boardBox(session), bounds, NEAR);
}

/** The question and the places where the first notes go. */
const PRACTICE_VIEW = new Box(40, 40, 1_720, 640);

/** How a board opens: the group iceberg whole, the others at their first area. */
export function firstView(editor: Editor): void {
  const { session } = boardOf(editor.store);
  const { kind } = session.board;
  const focus = focusOf(session.cohort.get().call, kind);
  if (focus) showArea(editor, focus.current, false);
  else if (kind === 'iceberg') showArea(editor, 'results', false);
  else if (kind === 'practice') showBox(editor, PRACTICE_VIEW, { least: 0.5, animate: false, isTop: true });
  else if (kind === 'value' && editor.getViewportScreenBounds().w < 700) showArea(editor, 'beneficiaries', false);
  else if (kind === 'value')
    showBox(editor, new Box(0, 0, VALUE.w, VALUE_ZONES.value.h), { animate: false, isTop: true });
  else showArea(editor, null, false);
}

/** Moves only when the note is out of view or too small to write in, or what lies `beneath` it (canvas units) is. */
export const revealNote = (editor: Editor, id: NoteId, beneath = 0): void =>
  revealShape(editor, shapeIdOf(id), beneath);

export function revealShape(editor: Editor, id: TLShapeId, beneath = 0): void {
  const bounds = editor.getShapePageBounds(id);
  if (!bounds) return;
  const screen = editor.getViewportScreenBounds();
  const inset = insetOf(editor);
  const zoom = editor.getZoomLevel();
  const view = editor.getViewportPageBounds();
  const seen = new Box(
    view.x + inset.left / zoom,
    view.y + inset.top / zoom,
    view.w - (inset.left + inset.right) / zoom,
    view.h - (inset.top + inset.bottom) / zoom,
  );
  if (seen.contains(bounds) && zoom >= LEGIBLE * 0.72) {
    // As far up as it takes, and never out of view at the top.
    const up = Math.min(bounds.maxY + beneath - seen.maxY, bounds.y - seen.y);
    if (beneath > 0 && up > 0) turnTo(editor, { x: -view.x, y: -view.y - up, z: zoom });
    return;
  }
  const next = Math.max(zoom, WRITING);
  const upper = screen.h * (screen.w < 700 ? 0.3 : 0.45);
  const half = (bounds.h / 2) * next;
  const lowest = Math.max(inset.top + half, screen.h - inset.bottom - half - beneath * next);
  turnTo(editor, {
    x: screen.w / 2 / next - bounds.center.x,
    y: Math.min(upper, lowest) / next - bounds.center.y,
    z: next,
  });
}

function turnTo(editor: Editor, camera: { readonly x: number; readonly y: number; readonly z: number }): void {
  editor.stopFollowingUser();
  editor.setCamera(camera, moves());
}

/** Shows the same as somebody else, fitted into this screen. */
export function showSight(editor: Editor, [left, top, right, bottom]: readonly [number, number, number, number]): void {
  const screen = editor.getViewportScreenBounds();
  const zoom = Math.min(screen.w / (right - left), screen.h / (bottom - top));
  editor.setCamera(
    {
      x: screen.w / 2 / zoom - (left + right) / 2,
      y: screen.h / 2 / zoom - (top + bottom) / 2,
      z: zoom,
    },
    { immediate: true, force: true },
  );
}

/** Follows how far the board and its notes reach; gives back the unsubscribe. */
export function boundCamera(editor: Editor, session: BoardSession): () => void {
  let bound: Box | null = null;
  const apply = (): void => {
    const notes = session.notes.get().map(({ pos: [x, y] }) => new Box(x, y, NOTE.size, NOTE.size));
    const reach = reachOf(boardBox(session), notes, NEAR);
    if (bound && reach.equals(bound)) return;
    bound = reach;
    editor.setCameraOptions(cameraOptionsOf(session.board.kind, reach));
  };
  apply();
  const stops = [session.columns.subscribe(apply), session.notes.subscribe(apply)];
  return () => {
    for (const stop of stops) stop();
  };
}

/** The smallest screen that still shows all of a board, in pixels. */
const SMALLEST_SCREEN = 300;

/** So that nobody gets lost: part of the board always stays in view, and zoom has two ends. */
function cameraOptionsOf(kind: CanvasKind, box: Box) {
  const least = Math.min(kind === 'group-iceberg' ? 0.04 : 0.08, SMALLEST_SCREEN / Math.max(box.w, box.h));
  // tldraw measures from the origin: to the left of it and above it would end too soon.
  const along = (from: number) => (from < 0 ? ('free' as const) : ('outside' as const));
  return {
    isLocked: false,
    wheelBehavior: 'pan' as const,
    panSpeed: 1,
    zoomSpeed: 1,
    zoomSteps: [least, 0.1, 0.15, 0.25, 0.35, 0.5, 0.7, 1, 1.4, 2, 3],
    constraints: {
      bounds: box.toJson(),
      padding: { x: 140, y: 140 },
      origin: { x: 0.5, y: 0.5 },
      initialZoom: 'default' as const,
      baseZoom: 'default' as const,
      behavior: { x: along(box.x), y: along(box.y) },
    },
  };
}
