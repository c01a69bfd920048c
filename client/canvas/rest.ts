/**
 * Frames that rest. tldraw asks for sixty a second also while nothing happens, which keeps an old laptop busy for a whole
 * call. Here they rest once nothing has been asked of the editor for a second, and go on with the next event, or with the
 * next listener (a moving camera is one). Knows nothing of boards.
 */
import type { Editor } from 'tldraw';

const REST_AFTER_MS = 1000;
/** Who always listens for a frame: tldraw, for what waits in its queue, and this file. */
const ALWAYS_LISTENING = 2;

/** What counts tldraw's frames. It has no public way to rest; `dispose` does no more than stop asking for frames. */
interface FrameClock {
  readonly isPaused: boolean;
  start(): void;
  dispose(): void;
}

/** Gives back the function that ends it. */
export function restWhenQuiet(editor: Editor): () => void {
  const clock = clockOf(editor);
  let quietMs = 0;
  const wake = (): void => {
    quietMs = 0;
    if (clock.isPaused) clock.start();
  };
  const onTick = (elapsed: number): void => {
    quietMs = isBusy(editor) ? 0 : quietMs + elapsed;
    if (quietMs >= REST_AFTER_MS) clock.dispose();
  };
  editor.on('tick', onTick);
  const unhear = wakeBefore(editor, wake);
  return () => {
    unhear();
    editor.off('tick', onTick);
    if (!editor.isDisposed) wake();
  };
}

/** What goes on by itself: a hand that holds something at the edge, a camera on its way, a line that fades. */
function isBusy(editor: Editor): boolean {
  const listening = editor.listenerCount('tick') + editor.listenerCount('frame');
  return editor.inputs.isDragging || listening > ALWAYS_LISTENING || editor.scribbles.scribbleItems.size > 0;
}

/** Calls `wake` before the editor is told an event, and before anybody begins to listen to it. */
function wakeBefore(editor: Editor, wake: () => void): () => void {
  const ways = ['dispatch', 'on', 'once', 'addListener'] as const;
  for (const way of ways) {
    const asBefore: (...told: never[]) => unknown = editor[way];
    Object.defineProperty(editor, way, {
      configurable: true,
      value: (...told: never[]) => {
        wake();
        return asBefore.apply(editor, told);
      },
    });
  }
  return () => {
    for (const way of ways) Reflect.deleteProperty(editor, way);
  };
}

function clockOf(editor: Editor): FrameClock {
  const { _tickManager } = editor as unknown as { _tickManager?: FrameClock };
  if (!_tickManager) throw new Error('tldraw has no clock of frames');
  return _tickManager;
}
