/** Who has written on a board: the authors of its notes. Ids only; no text passes. */
import * as Y from 'yjs';
import { kindOf, notesOf } from '../board/document.ts';
import { isDeleted, noteText } from '../board/note.ts';
import { isPersonId, type PersonId } from '../ids.ts';

/** Authors of notes with some text, sorted. Where people practise they delete theirs at the end: those count there too. */
export function writersOn(doc: Y.Doc): PersonId[] {
  const isPractice = kindOf(doc) === 'practice';
  const writers = new Set<PersonId>();
  for (const note of notesOf(doc).values()) {
    if (!(note instanceof Y.Map) || (!isPractice && isDeleted(note))) continue;
    const author = note.get('author');
    if (isPersonId(author) && (noteText(note)?.toString() ?? '').trim() !== '') writers.add(author);
  }
  return [...writers].sort();
}
