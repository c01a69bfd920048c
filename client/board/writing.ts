/** Writing in one note: others see who writes, undo takes it back, and an empty new note leaves no trace. Knows no text field. */

import * as Y from 'yjs';
import { notesOf } from '../../shared/board/document.ts';
import { isDeleted } from '../../shared/board/note.ts';
import { deleteNotes, keepNotes, noteTextAt } from '../../shared/board/notes.ts';
import type { TypingSession } from '../../shared/board/undo.ts';
import type { NoteId } from '../../shared/ids.ts';
import { mayWrite } from './actions.ts';
import type { BoardSession } from './session.ts';

export interface Writing {
  readonly text: Y.Text;
  readonly typing: TypingSession;
  /** Ending twice is harmless. */
  end(): void;
}

/** Begins writing in a note; null when it is not there or may not be written. */
export function beginWriting(s: BoardSession, id: NoteId): Writing | null {
  const text = noteTextAt(s.doc, id);
  if (!text || !mayWrite(s)) return null;
  const typing = s.undo.typing(text);
  s.setPresence('editing', `note:${id}`);
  const stopKeeping = keepWhileWriting(s, id);
  let open = true;
  return {
    text,
    typing,
    end() {
      if (!open) return;
      open = false;
      stopKeeping();
      typing.end();
      s.setPresence('editing', null);
      const writtenByOthers = s.peers.get().some((peer) => peer.editing === `note:${id}`);
      if (text.toString().trim() === '' && !writtenByOthers) deleteNotes(s.writer, [id], Date.now());
    },
  };
}

/** Somebody deletes the note I am writing in: it stays, and I am told. */
function keepWhileWriting(s: BoardSession, id: NoteId): () => void {
  const note = notesOf(s.doc).get(id);
  if (!(note instanceof Y.Map)) return () => undefined;
  const onChange = (_: unknown, transaction: Y.Transaction): void => {
    if (transaction.local || !isDeleted(note)) return;
    keepNotes({ doc: s.doc, origin: null }, [id]);
    s.notice.set({ key: 'canvas.notice.keptMine' });
  };
  note.observe(onChange);
  return () => note.unobserve(onChange);
}
