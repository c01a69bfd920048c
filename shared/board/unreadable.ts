/** How much of a board's document cannot be shown because it is not what it should be. Reads only; repairs nothing. */
import * as Y from 'yjs';
import { isNoteId, isThemeId } from '../ids.ts';
import { drawingsOf, notesOf, themesOf } from './document.ts';
import { isDrawing } from './drawings.ts';
import { LONGEST_TEXT, noteText } from './note.ts';

/** Notes, themes and drawings that other versions, other programs or hostile ones left behind. */
export function countUnreadable(doc: Y.Doc): number {
  let count = 0;
  for (const [id, note] of notesOf(doc)) {
    const text = noteText(note);
    if (!isNoteId(id) || !text || text.length > LONGEST_TEXT) count += 1;
  }
  for (const [id, theme] of themesOf(doc)) if (!isThemeId(id) || !(theme instanceof Y.Map)) count += 1;
  for (const [id, record] of drawingsOf(doc)) if (!isDrawing(id, record)) count += 1;
  return count;
}
