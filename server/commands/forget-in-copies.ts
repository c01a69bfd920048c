/**
 * What an organisation takes back from the group iceberg goes from every copy of it as well, from boards that were made of
 * one, and from the copies of those. Knows no right: whoever calls has checked it.
 */
import { notesOf } from '../../shared/board/document.ts';
import { parseSnapshot } from '../../shared/board/snapshot-format.ts';
import type { BoardId, CohortId, NoteId } from '../../shared/ids.ts';
import { removeNotes } from '../../shared/synthesis/gather.ts';
import type { BoardKind } from '../../shared/template/kinds.ts';
import type { ShownBoard } from './board-work.ts';
import type { Context } from './context.ts';
import type { CohortRecord, Registry } from './ports.ts';

/**
 * Work on a copy of a group iceberg, and bringing and taking back, one after the other: no copy that is taken or opened
 * meanwhile has what is being taken back.
 */
export const inGathering = <T>(
  { turns }: Pick<Context, 'turns'>,
  { groupBoard }: Pick<CohortRecord, 'groupBoard'>,
  kind: BoardKind | undefined,
  work: () => Promise<T>,
): Promise<T> => (kind === 'group-iceberg' ? turns(`gather/${groupBoard}`, work) : work());

/** Durable when resolved. */
export async function forgetInGroups(
  { registry, rooms }: Pick<Context, 'registry' | 'rooms'>,
  cohort: CohortId,
  gone: readonly NoteId[],
): Promise<void> {
  if (gone.length === 0) return;
  const taken = new Set(gone);
  for (const { id, kind } of registry.boards.of(cohort)) {
    // It may have been removed while another one had its turn.
    if (kind !== 'group-iceberg' || !registry.boards.at(id)) continue;
    await rooms.change(id, (doc) => removeNotes({ doc, origin: null }, (note) => isAmong(taken, note)));
    await forgetInCopies(registry, id, taken);
  }
}

/** Other requests have their turn between two copies. */
async function forgetInCopies(registry: Registry, group: BoardId, gone: ReadonlySet<NoteId>): Promise<void> {
  for (const { id } of registry.copies.of(group)) {
    const copy = registry.copies.at(group, id);
    // Cheaper than parsing those that are not concerned, however many notes are meant.
    if (!copy || !namesOneOf(gone, copy.snapshot)) continue;
    const left = without(copy.snapshot, (note) => isAmong(gone, note));
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

const namesOneOf = (gone: ReadonlySet<string>, snapshot: string): boolean =>
  [...snapshot.matchAll(NAME)].some(([, name = '']) => isAmong(gone, name as NoteId));
/** What may be the id of a copy (shared/synthesis/gather), whatever it stands in. */
const NAME = /"([ag]:[\w:.-]+)"/g;

/** A note that is too long for a file is several in it (shared/board/snapshot): `<id>-2` and so on. */
const PIECE = /-\d+$/;
const isAmong = (gone: ReadonlySet<string>, note: NoteId): boolean =>
  gone.has(note) || gone.has(note.replace(PIECE, ''));

function without(snapshot: string, isGone: (note: NoteId) => boolean): { json: string; notes: number } {
  const parsed = parseSnapshot(JSON.parse(snapshot));
  if (!parsed.ok) throw new Error(`a copy of this server is unreadable: ${parsed.why}`);
  const notes = parsed.snapshot.notes.filter(({ id }) => !isGone(id));
  return { json: JSON.stringify({ ...parsed.snapshot, notes }), notes: notes.length };
}
