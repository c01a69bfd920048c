/** Whether a gesture is under way whose result is written only when it ends. Knows the editor's states, no document. */
import { type Editor, react } from 'tldraw';

export interface Gesture {
  active(): boolean;
  /** Told in a later task, never inside an editor event; gives back the unsubscribe. */
  onEnd(listener: () => void): () => void;
}

const HELD = [
  'select.translating',
  'select.resizing',
  'select.rotating',
  'select.dragging_handle',
  'select.pointing_arrow_label',
  'select.editing_shape',
  'draw.drawing',
  'highlight.drawing',
  'geo.pointing',
  'arrow.pointing',
  'line.pointing',
  'text.pointing',
  'eraser.erasing',
];

export function gestureOf(editor: Editor): Gesture {
  const active = (): boolean => editor.isInAny(...HELD);
  return {
    active,
    onEnd(listener) {
      let was = active();
      return react('end of a gesture', () => {
        const now = active();
        if (was && !now) queueMicrotask(listener);
        was = now;
      });
    },
  };
}

/** Where nothing is ever dragged: tests and boards without an editor. */
export const noGesture: Gesture = { active: () => false, onEnd: () => () => undefined };
