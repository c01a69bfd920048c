/** Everything that begins when the editor is there and ends with it. Puts parts together; does nothing itself. */
import { DefaultDashStyle, DefaultFontStyle, type Editor, GeoShapeGeoStyle, react, type TLEventInfo } from 'tldraw';
import { byHand } from '../board/by-hand.ts';
import { followFocus } from '../board/focus.ts';
import type { BoardSession } from '../board/session.ts';
import { bindBoard } from './binding/bind-board.ts';
import { gestureOf } from './binding/gesture.ts';
import { liftedKey } from './binding/index-key.ts';
import { putQuietly } from './binding/quiet.ts';
import { boundCamera, firstView, showArea } from './camera.ts';
import { listenToClipboard } from './clipboard-events.ts';
import { handleOutsideContent } from './outside-content.ts';
import { followCarried } from './presence/carrying.ts';
import { createHand } from './presence/hand.ts';
import { showPeers } from './presence/showing.ts';
import { tellPresence } from './presence/telling.ts';
import { restWhenQuiet } from './rest.ts';
import { isSticky, isThemeBox } from './shapes.ts';
import { newNoteAt } from './sticky/moving-on.ts';
import { createDropRule } from './theme/dropping.ts';
import { projectThemes } from './theme/theme-projection.ts';
import { turnOnce } from './wheel.ts';

/** Below this zoom the text of notes is hidden on the group board: it could not be read. */
const FAR = 0.35;

/** Gives back the function that ends it all. */
export function mountBoard(editor: Editor, session: BoardSession): () => void {
  const isGroup = session.board.kind === 'group-iceberg';
  const gesture = gestureOf(editor);
  const hand = createHand(session);
  const drop = isGroup ? createDropRule(editor, session) : null;
  const frames = { request: requestAnimationFrame.bind(globalThis), cancel: cancelAnimationFrame.bind(globalThis) };
  const carrying = followCarried(session, (notes) => binding.refresh(notes), frames);
  const binding = bindBoard(editor.store, session, {
    gesture,
    carried: carrying.places,
    ...(drop ? { onDrop: drop.settle } : {}),
    onHand: () => hand.tell(gesture.active() ? binding.moving() : new Map()),
  });
  const themes = isGroup ? projectThemes(editor.store, session, () => editor.isIn('select.translating')) : null;

  const unbound = boundCamera(editor, session);
  firstView(editor);
  drawLikeTheBoard(editor);
  focusAtOnce(editor);
  handleOutsideContent(editor);
  addNotesByDoubleClick(editor);
  const stops = [
    unbound,
    gesture.onEnd(() => themes?.refresh()),
    followRight(editor, session),
    tellPresence(editor, session),
    showPeers(editor, session),
    listenToClipboard(editor),
    flushWhenLeaving(editor, binding.flush),
    markFar(editor, session),
    markFixedSize(editor),
    markByHand(editor),
    turnOnce(editor),
    restWhenQuiet(editor),
    followFocus(session, {
      show: (part) => showArea(editor, part),
      isBusy: () => editor.getEditingShapeId() !== null || gesture.active(),
    }),
    liftWhileDragging(editor),
    () => drop?.close(),
    () => themes?.close(),
    binding.close,
    carrying.close,
    hand.close,
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

/** Keys work without a first click, unless the person is somewhere else already. */
function focusAtOnce(editor: Editor): void {
  const { activeElement, body } = editor.getContainer().ownerDocument;
  if (activeElement === null || activeElement === body) editor.getContainer().focus({ preventScroll: true });
}

/** A hidden tab draws no frames, and tldraw tells of changes with the next frame: what is written must not wait for it. */
function flushWhenLeaving(editor: Editor, flush: () => void): () => void {
  const page = editor.getContainer().ownerDocument;
  const onHidden = (): void => {
    if (page.visibilityState === 'hidden') flush();
  };
  page.addEventListener('visibilitychange', onHidden);
  page.defaultView?.addEventListener('pagehide', flush);
  return () => {
    page.removeEventListener('visibilitychange', onHidden);
    page.defaultView?.removeEventListener('pagehide', flush);
  };
}

/** Without the right to write nothing can be changed by hand, and what is being written is closed. */
function followRight(editor: Editor, session: BoardSession): () => void {
  const apply = (): void => {
    const isReadonly = session.right.get() !== 'write';
    if (isReadonly) editor.setCurrentTool('select').setEditingShape(null);
    editor.updateInstanceState({ isReadonly });
  };
  apply();
  return session.right.subscribe(apply);
}

/** A double click beside everything is a note there, not tldraw's text. */
function addNotesByDoubleClick(editor: Editor): void {
  const idle = editor.getStateDescendant<IdleState>('select.idle');
  if (!idle) throw new Error('tldraw has no idle state');
  idle.handleDoubleClickOnCanvas = () => {
    const { x, y } = editor.inputs.currentPagePoint;
    newNoteAt(editor, [x, y]);
  };
}
type IdleState = NonNullable<ReturnType<Editor['getStateDescendant']>> & { handleDoubleClickOnCanvas(): void };

/** For the style sheet: `data-far` while notes are too small to read, `data-titled` when titles of themes stand for them. */
function markFar(editor: Editor, session: BoardSession): () => void {
  const mark = (): void => {
    const isFar = session.board.kind === 'group-iceberg' && editor.getZoomLevel() < FAR;
    editor.getContainer().toggleAttribute('data-far', isFar);
    editor.getContainer().toggleAttribute('data-titled', session.themes.get().length > 0);
  };
  const stops = [react('far', mark), session.themes.subscribe(mark)];
  return () => {
    for (const stop of stops) stop();
  };
}

/** What is in the hand lies above everything; where it comes to lie is written at the drop. */
function liftWhileDragging(editor: Editor): () => void {
  let isLifted = false;
  return react('lift', () => {
    const isDragging = editor.isIn('select.translating');
    if (isDragging && !isLifted) queueMicrotask(() => lift(editor));
    isLifted = isDragging;
  });
}
function lift(editor: Editor): void {
  const held = editor.getSelectedShapes().filter(isSticky);
  putQuietly(
    editor.store,
    held.map((shape) => ({ ...shape, index: liftedKey(shape.index) })),
  );
}

/** Wheel, pinch and dragging the canvas move the view by hand. */
function markByHand(editor: Editor): () => void {
  const onEvent = (info: TLEventInfo): void => {
    const isView = info.type === 'wheel' || info.type === 'pinch';
    if (isView || editor.inputs.isPanning || editor.isIn('hand.dragging')) byHand.mark();
  };
  editor.on('event', onEvent);
  return () => void editor.off('event', onEvent);
}

/** Free drawings begin with the board's typeface and plain lines. */
function drawLikeTheBoard(editor: Editor): void {
  editor.setStyleForNextShapes(DefaultFontStyle, 'sans');
  editor.setStyleForNextShapes(DefaultDashStyle, 'solid');
  editor.setStyleForNextShapes(GeoShapeGeoStyle, 'rectangle');
}

/** For the style sheet: notes and themes have no corners to pull, also when several are selected. */
function markFixedSize(editor: Editor): () => void {
  return react('fixed size', () => {
    const isFixed = editor.getSelectedShapes().some((shape) => isSticky(shape) || isThemeBox(shape));
    editor.getContainer().toggleAttribute('data-fixed-size', isFixed);
  });
}
