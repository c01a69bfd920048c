/**
 * The wheel over the canvas, each turn once. tldraw's own handler is told the last turn again when the turning ends, and
 * tells the two apart by the time between them alone: an end that comes later than 160 ms, on a computer that is busy, moves
 * the view a second time, and a turn 120 to 160 ms after the one before is taken for an end and does nothing.
 */
import { type Editor, tlenv, Vec } from 'tldraw';

/** The most that one turn may zoom, in the units of a wheel's turn. */
const MOST_ZOOM = 10;

/** Gives back the function that ends it. */
export function turnOnce(editor: Editor): () => void {
  const container = editor.getContainer();
  const onWheel = (event: WheelEvent): void => {
    const isOverCanvas = event.target instanceof Element && event.target.closest('.tl-canvas') !== null;
    if (!isOverCanvas || !editor.getInstanceState().isFocused) return;
    event.preventDefault();
    event.stopPropagation();
    turn(editor, event);
  };
  container.addEventListener('wheel', onWheel, { passive: false, capture: true });
  return () => container.removeEventListener('wheel', onWheel, { capture: true });
}

function turn(editor: Editor, event: WheelEvent): void {
  const { clientX, clientY, shiftKey, altKey, ctrlKey, metaKey } = event;
  editor.dispatch({
    type: 'wheel',
    name: 'wheel',
    delta: deltaOf(event),
    point: new Vec(clientX, clientY),
    shiftKey,
    altKey,
    ctrlKey: ctrlKey || metaKey,
    metaKey,
    accelKey: tlenv.isDarwin ? metaKey : ctrlKey,
  });
}

/** With Ctrl, Alt or Cmd a turn zooms (pinching a touchpad is told as Ctrl); with Shift it moves sideways. */
function deltaOf({ deltaX, deltaY, shiftKey, altKey, ctrlKey, metaKey }: WheelEvent): Vec {
  if (altKey || ctrlKey || metaKey)
    return new Vec(-deltaX, -deltaY, -Math.max(-MOST_ZOOM, Math.min(MOST_ZOOM, deltaY)) / 100);
  // Where the system itself turns it sideways (macOS) there is no deltaY.
  return shiftKey && deltaX === 0 ? new Vec(-deltaY, 0, 0) : new Vec(-deltaX, -deltaY, 0);
}
