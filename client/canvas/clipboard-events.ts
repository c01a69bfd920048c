/** Copy, cut and paste of notes: our own JSON between boards, plain text elsewhere. Leaves drawings and text fields to others. */
import type { Editor } from 'tldraw';
import { notesToClipboard, notesToText } from '../board/clipboard.ts';
import { boardOf } from './board.ts';
import { pasteOnBoard } from './outside-content.ts';
import { deleteSelection, selectedNotes } from './selection.ts';

const OWN_TYPE = 'application/x-tempano-notes';

/** Listens before tldraw does; gives back the unsubscribe. */
export function listenToClipboard(editor: Editor): () => void {
  const page = editor.getContainer().ownerDocument;
  const isOurs = (): boolean => {
    const focused = page.activeElement;
    if (editor.getEditingShapeId() !== null || focused?.closest('input, textarea, [contenteditable="true"]'))
      return false;
    return editor.getInstanceState().isFocused || focused === page.body;
  };
  const copy = (event: ClipboardEvent): boolean => {
    const { session } = boardOf(editor.store);
    const notes = selectedNotes(editor);
    if (!isOurs() || notes.length === 0 || !event.clipboardData) return false;
    event.clipboardData.setData(OWN_TYPE, notesToClipboard(session, notes));
    event.clipboardData.setData('text/plain', notesToText(session, notes));
    event.preventDefault();
    event.stopImmediatePropagation();
    return true;
  };
  const onCopy = (event: ClipboardEvent): void => void copy(event);
  const onCut = (event: ClipboardEvent): void => {
    if (copy(event)) deleteSelection(editor);
  };
  const onPaste = (event: ClipboardEvent): void => {
    const text = event.clipboardData?.getData(OWN_TYPE) || event.clipboardData?.getData('text/plain') || '';
    const html = event.clipboardData?.getData('text/html') ?? '';
    if (!isOurs() || text.trim() === '' || html.includes('data-tldraw')) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const isPlaceMeant = editor.inputs.shiftKey;
    const at = isPlaceMeant ? editor.inputs.currentPagePoint : editor.getViewportPageBounds().center;
    pasteOnBoard(editor, text, [at.x, at.y], isPlaceMeant);
  };
  page.addEventListener('copy', onCopy, { capture: true });
  page.addEventListener('cut', onCut, { capture: true });
  page.addEventListener('paste', onPaste, { capture: true });
  return () => {
    page.removeEventListener('copy', onCopy, { capture: true });
    page.removeEventListener('cut', onCut, { capture: true });
    page.removeEventListener('paste', onPaste, { capture: true });
  };
}
