/** Notes in and out of the clipboard: our own JSON between boards, and as plain text. Touches no clipboard itself; a list from elsewhere is in paste-text.ts. */
import type { Position } from '../../shared/board/note.ts';
import { NOTES_KIND, type NotesFile, parseNotesFile } from '../../shared/board/notes-file.ts';
import type { NoteId } from '../../shared/ids.ts';
import { areaOf, NOTE } from '../../shared/template/geometry.ts';
import { addAll, chosen, placesFor } from './actions.ts';
import type { BoardSession } from './session.ts';

/** JSON that another board understands. The author does not travel: pasted notes are the paster's. */
export function notesToClipboard(s: BoardSession, ids: readonly NoteId[]): string {
  const notes = chosen(s, ids);
  const left = Math.min(...notes.map((n) => n.pos[0]));
  const top = Math.min(...notes.map((n) => n.pos[1]));
  return JSON.stringify({
    kind: NOTES_KIND,
    board: s.board.id,
    notes: notes.map(({ text, operational, programmatic, star, private: onlyHere, pos }) => ({
      text,
      operational,
      programmatic,
      star,
      private: onlyHere,
      offset: [pos[0] - left, pos[1] - top],
    })),
  });
}

/** The same notes as text, one a line. */
export const notesToText = (s: BoardSession, ids: readonly NoteId[]): string =>
  chosen(s, ids)
    .map((note) => note.text.replaceAll('\n', ' '))
    .join('\n');

/**
 * Pastes our own JSON around a place; null when the text is something else. What is only for its own board stays there,
 * and a notice says so. On the value board, where zones lie side by side, all go to the zone of the place.
 */
export function pasteClipboard(s: BoardSession, text: string, at: Position): NoteId[] | null {
  const file = parseNotesFile(text);
  if (file === null) return null;
  const notes = file.notes.filter((note) => !note.private || file.board === s.board.id);
  const kept = file.notes.length - notes.length;
  if (kept > 0) s.notice.set({ key: 'canvas.notice.privateStays', values: { count: kept } });
  const isAround = s.board.kind !== 'value';
  const places = isAround ? placesAround(at, notes) : placesFor(s, areaOf('value', at), notes.length);
  return addAll(
    s,
    notes.map((note, i) => ({ ...note, pos: places[i] ?? at })),
    isAround,
  );
}

function placesAround(at: Position, notes: NotesFile['notes']): Position[] {
  const width = Math.max(0, ...notes.map((n) => n.offset[0])) + NOTE.size;
  const height = Math.max(0, ...notes.map((n) => n.offset[1])) + NOTE.size;
  return notes.map(({ offset }) => [at[0] - width / 2 + offset[0], at[1] - height / 2 + offset[1]]);
}
