/**
 * What an organisation takes back from the group iceberg goes from every copy of it as well: from those the server took by
 * itself, nobody could keep it otherwise. Knows no right: whoever calls has checked it.
 */
import { notesOf } from '../../shared/board/document.ts';
import { parseSnapshot } from '../../shared/board/snapshot-format.ts';
import type { BoardId, NoteId } from '../../shared/ids.ts';
import type { ShownBoard } from './board-work.ts';
import type { Context } from './context.ts';

/** Durable when resolved. Other requests have their turn between two copies. */
export async function forgetInCopies(
  { registry }: Pick<Context, 'registry'>,
  group: BoardId,
  gone: readonly NoteId[],
): Promise<void> {
  if (gone.length === 0) return;
  for (const { id } of registry.copies.of(group)) {
    const copy = registry.copies.at(group, id);
    // Cheaper than reading thousands of notes that are not concerned.
    if (!copy || !gone.some((note) => copy.snapshot.includes(note))) continue;
    const left = without(copy.snapshot, (note) => gone.some((one) => isPartOf(one, note)));
    registry.copies.rewrite(group, id, { snapshot: left.json, notes: left.notes });
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** A copy that was looked up before something was taken back and is kept afterwards: what is no longer there at all goes. */
export async function withoutTakenBack({ rooms }: Context, group: BoardId, shown: ShownBoard): Promise<ShownBoard> {
  // Deleted by a person, a note stays as a mark; taken back, nothing stays.
  const there = await rooms.read(group, (doc) => new Set(notesOf(doc).keys()));
  const { json, notes } = without(
    new TextDecoder().decode(shown.json),
    (note) => !there.has(note) && !there.has(note.replace(PIECE, '')),
  );
  return { json: new TextEncoder().encode(json), notes };
}

/** A note that is too long for a file is several in it (shared/board/snapshot): `<id>-2` and so on. */
const PIECE = /-\d+$/;
const isPartOf = (whole: NoteId, note: NoteId): boolean => note === whole || note.replace(PIECE, '') === whole;

function without(snapshot: string, isGone: (note: NoteId) => boolean): { json: string; notes: number } {
  const parsed = parseSnapshot(JSON.parse(snapshot));
  if (!parsed.ok) throw new Error(`a copy of this server is unreadable: ${parsed.why}`);
  const notes = parsed.snapshot.notes.filter(({ id }) => !isGone(id));
  return { json: JSON.stringify({ ...parsed.snapshot, notes }), notes: notes.length };
}
