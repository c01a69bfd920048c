/** Notes that were deleted on their board while a copy of them is on the group iceberg. Reads alone, writes nothing. */
import * as Y from 'yjs';
import { isNoteId, type NoteId } from '../ids.ts';
import { notesOf } from './document.ts';
import { isDeleted, noteText } from './note.ts';

export interface DeletedNote {
  readonly id: NoteId;
  /** As it was when it was deleted; empty once its words are gone for good. */
  readonly text: string;
}

/** Those deleted notes of a board that were brought, in the order of their ids. */
export function readDeletedBrought(doc: Y.Doc): DeletedNote[] {
  const found: DeletedNote[] = [];
  for (const [id, note] of notesOf(doc)) {
    if (!isNoteId(id) || !(note instanceof Y.Map) || !note.has('brought') || !isDeleted(note)) continue;
    found.push({ id, text: noteText(note)?.toString() ?? '' });
  }
  return found.sort((a, b) => (a.id < b.id ? -1 : 1));
}
