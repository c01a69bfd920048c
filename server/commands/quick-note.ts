/** Nota rápida: a note of facilitation on a board everybody shares, in the first free place of its area. */
import type { Writer } from '../../shared/board/document.ts';
import { addNotes, readNotes } from '../../shared/board/notes.ts';
import { isNotesBoard } from '../../shared/cohort/document.ts';
import { type BoardId, isNoteId, type NoteId, newNoteId, type PersonId } from '../../shared/ids.ts';
import { COUNT } from '../../shared/limits.ts';
import { BringPlaces } from '../../shared/synthesis/bring-places.ts';
import { ensureColumn, readColumns } from '../../shared/synthesis/columns.ts';
import { type AreaId, areasOf, type CanvasKind, isLayerId } from '../../shared/template/kinds.ts';
import { freeSlot } from '../../shared/template/slots.ts';
import type { Caller, Context } from './context.ts';
import { done, type Outcome, refused } from './outcome.ts';
import { boardFor } from './rights.ts';

interface QuickNote {
  readonly text: string;
  readonly area: AreaId;
}

export async function addQuickNote(
  { registry, rooms, now }: Context,
  caller: Caller,
  id: BoardId,
  note: QuickNote,
): Promise<Outcome<NoteId>> {
  if (caller.member.role !== 'facilitator') return refused('facilitator-only');
  const found = boardFor(registry, caller, id, 'write');
  if (!found.ok) return found;
  const board = found.value;
  if (board.organisation !== null || !isNotesBoard(board)) return refused('wrong-kind');
  if (!areasOf(board.kind).includes(note.area)) return refused('bad-request', { field: 'area' });
  const fresh = { id: quickNoteId(), text: note.text, author: caller.member.id, createdAt: now() };
  return rooms.change(id, (doc) => {
    const there = readNotes(doc);
    if (there.length >= COUNT.notesPerBoard) return refused('group-full');
    put({ doc, origin: null }, board.kind, note.area, fresh);
    return done(fresh.id);
  });
}

interface Fresh {
  readonly id: NoteId;
  readonly text: string;
  readonly author: PersonId;
  readonly createdAt: number;
}

/** On the group iceberg beside the notes that are nobody's, or without a theme yet. */
function put(board: Writer, kind: CanvasKind, area: AreaId, fresh: Fresh): void {
  if (kind === 'group-iceberg' && isLayerId(area)) {
    const places = new BringPlaces(board, () => columnFor(board));
    places.add(fresh, area);
    places.write();
    return;
  }
  const taken = readNotes(board.doc).map(({ pos }) => pos);
  addNotes(board, [{ ...fresh, pos: freeSlot(kind, area, taken) }]);
}

const columnFor = (group: Writer): number =>
  readColumns(group.doc).some(({ kind }) => kind === 'theme')
    ? ensureColumn(group, 'loose', '')
    : ensureColumn(group, 'anonymous', '');

/** Told by its look from what people write: it stays where the server put it (shared/synthesis/apart.ts). */
function quickNoteId(): NoteId {
  const id = `q:${newNoteId()}`;
  if (!isNoteId(id)) throw new TypeError('the id of a quick note must be an id');
  return id;
}
