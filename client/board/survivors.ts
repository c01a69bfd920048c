/** Notes that outlived their deletion because somebody was writing in them: the mark is taken away and people are told. */
import * as Y from 'yjs';
import { notesOf } from '../../shared/board/document.ts';
import { survivedDeletion } from '../../shared/board/note.ts';
import { keepNotes } from '../../shared/board/notes.ts';
import { isNoteId, type NoteId } from '../../shared/ids.ts';

/** Watches until the returned function is called. `tell` is called once a change, however many notes it kept; readers are told only. */
export function watchSurvivors(doc: Y.Doc, mayWrite: () => boolean, tell: () => void): () => void {
  const onNotes = (events: Y.YEvent<Y.AbstractType<unknown>>[]): void => {
    const kept: NoteId[] = [];
    for (const { path } of events) {
      const [id] = path;
      const note = notesOf(doc).get(String(id));
      if (isNoteId(id) && note instanceof Y.Map && survivedDeletion(note)) kept.push(id);
    }
    if (kept.length === 0) return;
    if (mayWrite()) keepNotes({ doc, origin: null }, kept);
    tell();
  };
  notesOf(doc).observeDeep(onNotes);
  return () => notesOf(doc).unobserveDeep(onNotes);
}
