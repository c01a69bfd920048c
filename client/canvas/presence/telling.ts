/** My pointer, selection and what I see, told to the others a few times a second. Knows the editor, no socket. */
import { type Editor, react } from 'tldraw';
import { isCalm, onCalm } from '../../board/calm.ts';
import type { BoardSession } from '../../board/session.ts';
import { selectedNotes, selectNotes } from '../selection.ts';

const CURSOR_MS = 60;
const MOST_SELECTED = 50;

/** Gives back the function that ends it. */
export function tellPresence(editor: Editor, session: BoardSession): () => void {
  session.setPresence('view', 'canvas');
  const said = new Map<string, string>();
  const say = (field: 'cursor' | 'selection' | 'sight', value: unknown): void => {
    const json = JSON.stringify(value);
    if (said.get(field) === json) return;
    said.set(field, json);
    session.setPresence(field, value);
  };
  let timer: ReturnType<typeof setTimeout> | null = null;
  const tell = (): void => {
    timer = null;
    const { x, y } = editor.inputs.currentPagePoint;
    const { minX, minY, maxX, maxY } = editor.getViewportPageBounds();
    if (isCalm()) say('cursor', null);
    else if (hasPointed(editor)) say('cursor', [Math.round(x), Math.round(y)]);
    say('selection', selectedNotes(editor).slice(0, MOST_SELECTED));
    say('sight', [minX, minY, maxX, maxY].map(Math.round));
  };
  const stopPointer = react('presence', () => {
    editor.store.get(POINTER);
    editor.getCamera();
    editor.getSelectedShapeIds();
    timer ??= setTimeout(tell, CURSOR_MS);
  });
  const stopSelection = shareSelection(editor, session);
  const stopCalm = onCalm(() => (timer ??= setTimeout(tell, CURSOR_MS)));
  return () => {
    stopCalm();
    stopPointer();
    stopSelection();
    if (timer !== null) clearTimeout(timer);
    session.setPresence('cursor', null);
    session.setPresence('sight', null);
  };
}
/** Before the first move the pointer is nowhere. */
function hasPointed(editor: Editor): boolean {
  const pointer = editor.store.get(POINTER);
  return pointer?.typeName === 'pointer' && pointer.lastActivityTimestamp > 0;
}
const POINTER = 'pointer:pointer' as Parameters<Editor['store']['get']>[0];

/** One selection for canvas, list and panels. */
function shareSelection(editor: Editor, session: BoardSession): () => void {
  const key = (ids: readonly string[]): string => [...ids].sort().join();
  const stopTelling = react('selection', () => {
    const notes = selectedNotes(editor);
    if (key(notes) !== key(session.selection.get())) queueMicrotask(() => session.selection.set(selectedNotes(editor)));
  });
  const stopHearing = session.selection.subscribe(() => {
    const wanted = session.selection.get();
    if (key(wanted) !== key(selectedNotes(editor))) selectNotes(editor, wanted);
  });
  return () => {
    stopTelling();
    stopHearing();
  };
}
