/** Who has written on a board: the authors of its notes. Ids only; no text passes. */
import type * as Y from 'yjs';
import { readNotes } from '../board/notes.ts';
import type { PersonId } from '../ids.ts';

/** Authors of notes with some text, sorted. Notes without an author are nobody's. */
export function writersOn(doc: Y.Doc): PersonId[] {
  const writers = new Set<PersonId>();
  for (const { author, text } of readNotes(doc)) if (author !== null && text.trim() !== '') writers.add(author);
  return [...writers].sort();
}
