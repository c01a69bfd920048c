/** Notes in and out of the clipboard: our own JSON between boards, plain lists from and to everywhere else. Touches no clipboard itself. */
import type { Position } from '../../shared/board/note.ts';
import { NOTES_KIND, type NotesFile, parseNotesFile } from '../../shared/board/notes-file.ts';
import { type PastedNote, readPasted } from '../../shared/board/pasted-lines.ts';
import type { NoteId } from '../../shared/ids.ts';
import { COUNT } from '../../shared/limits.ts';
import { areaOf, centreOf, NOTE } from '../../shared/template/geometry.ts';
import { type AreaId, areasOf } from '../../shared/template/kinds.ts';
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
  const places = s.board.kind === 'value' ? placesFor(s, areaOf('value', at), notes.length) : placesAround(at, notes);
  return addAll(
    s,
    notes.map((note, i) => ({ ...note, pos: places[i] ?? at })),
  );
}

function placesAround(at: Position, notes: NotesFile['notes']): Position[] {
  const width = Math.max(0, ...notes.map((n) => n.offset[0])) + NOTE.size;
  const height = Math.max(0, ...notes.map((n) => n.offset[1])) + NOTE.size;
  return notes.map(({ offset }) => [at[0] - width / 2 + offset[0], at[1] - height / 2 + offset[1]]);
}

/**
 * One note a line, each in its own free place in the area of `at` (or `area`). What a list in a document leaves over is
 * offered in the notice and made on demand, so that nothing of the paste is lost.
 */
export function pasteText(s: BoardSession, text: string, at: Position | null, area?: AreaId): NoteId[] {
  const { notes, rest } = readPasted(text);
  const home = area ?? (at ? areaOf(s.board.kind, at) : areasOf(s.board.kind)[0]);
  if (!home) return [];
  const now = notes.slice(0, COUNT.pastedNotes);
  const later = [...notes.slice(COUNT.pastedNotes), ...rest.map((line) => ({ text: line, area: null, tag: null }))];
  const made = addLines(s, now, home, at);
  const pasteRest = (): void => void addLines(s, later, home, at);
  if (made.length > 0 && later.length > 0) {
    s.notice.set({
      key: 'canvas.notice.pastedPart',
      values: { count: made.length, left: later.length },
      action: { key: 'canvas.notice.pasteRest', run: pasteRest },
    });
  } else if (made.length > 1) s.notice.set({ key: 'canvas.notice.pasted', values: { count: made.length } });
  return made;
}

function addLines(s: BoardSession, lines: readonly PastedNote[], home: AreaId, at: Position | null): NoteId[] {
  const areas = areasOf(s.board.kind);
  const [only] = lines;
  if (at && only && lines.length === 1 && only.area === null) {
    return addAll(s, [{ ...flags(only), text: only.text, pos: [at[0] - NOTE.size / 2, at[1] - NOTE.size / 2] }]);
  }
  const byArea = Map.groupBy(lines, (line) => (line.area && areas.includes(line.area) ? line.area : home));
  const drafts = [...byArea].flatMap(([area, group]) => {
    const places = placesFor(s, area, group.length, at ? centreOf(at) : undefined);
    return group.map((line, i) => ({ ...flags(line), text: line.text, pos: places[i] ?? ([0, 0] as const) }));
  });
  return addAll(s, drafts);
}

const flags = ({ tag }: PastedNote): { operational: boolean; programmatic: boolean } => ({
  operational: tag === 'operational' || tag === 'both',
  programmatic: tag === 'programmatic' || tag === 'both',
});
