/** Text from elsewhere as notes: a list, two columns, a document. Touches no clipboard itself. */
import type { Position } from '../../shared/board/note.ts';
import { type PastedNote, readPasted } from '../../shared/board/pasted-lines.ts';
import type { NoteId } from '../../shared/ids.ts';
import { COUNT } from '../../shared/limits.ts';
import { areaOf, centreOf, NOTE } from '../../shared/template/geometry.ts';
import { type AreaId, areasOf } from '../../shared/template/kinds.ts';
import { addAll, placesFor } from './actions.ts';
import { inReadingOrder } from './reading-order.ts';
import type { BoardSession } from './session.ts';

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
    const pos = [at[0] - NOTE.size / 2, at[1] - NOTE.size / 2] as const;
    return addAll(s, [{ ...flags(only), text: only.text, pos }], true);
  }
  const byArea = Map.groupBy(lines, (line) => (line.area && areas.includes(line.area) ? line.area : home));
  const drafts = [...byArea].flatMap(([area, group]) => {
    const places = placesFor(s, area, group.length, at ? centreOf(at) : undefined);
    // The first place that is found is not always the first that is read.
    const inOrder = inReadingOrder(places.map((pos, i) => ({ id: `${i}`, pos })));
    return group.map((line, i) => ({ ...flags(line), text: line.text, pos: inOrder[i]?.pos ?? ([0, 0] as const) }));
  });
  return addAll(s, drafts);
}

const flags = ({ tag }: PastedNote): { operational: boolean; programmatic: boolean } => ({
  operational: tag === 'operational' || tag === 'both',
  programmatic: tag === 'programmatic' || tag === 'both',
});
