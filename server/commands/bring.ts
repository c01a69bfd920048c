/**
 * Llevar, retirar, actualizar: notes of an organisation's iceberg on the group iceberg. Whoever may write the source may
 * do it, and take back what is theirs at any time; no right in the group board is needed. Two boards change, one after the
 * other: first the group with its copies, then the marks on the source. A crash in between leaves a copy without its mark, or
 * what is taken back in older copies; doing it again puts that right.
 */
import { createHmac } from 'node:crypto';
import * as Y from 'yjs';
import type { BringRequest } from '../../shared/api.ts';
import { notesOf, type Writer } from '../../shared/board/document.ts';
import { noteAt, readNotes } from '../../shared/board/notes.ts';
import { type BoardId, isNoteId, type NoteId } from '../../shared/ids.ts';
import { COUNT } from '../../shared/limits.ts';
import {
  bringNotes,
  copyIdsOf,
  type Gathered,
  refreshNotes,
  type Source,
  withdrawNotes,
} from '../../shared/synthesis/gather.ts';
import { within } from '../within.ts';
import type { Caller, Context } from './context.ts';
import { DeskError } from './desk.ts';
import { forgetInGroups, inGathering } from './forget-in-copies.ts';
import { done, type Outcome, refused } from './outcome.ts';
import type { CohortBoard } from './ports.ts';
import { boardFor, boardToTakeBack } from './rights.ts';

/** A board that takes longer to read is made to hold up the server. */
const READ_MS = 1_500;

export async function bring(
  context: Context,
  caller: Caller,
  id: BoardId,
  { notes, attribution }: BringRequest,
): Promise<Outcome<Gathered>> {
  const board = icebergOf(boardFor(context.registry, caller, id, 'write'));
  if (!board.ok) return board;
  if (isBringingClosed(context, caller)) return refused('bringing-closed');
  const { organisation } = board.value;
  if (organisation === null) return refused('wrong-kind');
  const from = { ...copiedFrom(context, id), organisation, attribution };
  return onBoth<Outcome<Gathered>>(context, caller, id, (source, group) => {
    const wanted = newcomers(group, from, notes);
    if (wanted > 0 && readNotes(group.doc).length + wanted > COUNT.notesPerBoard)
      return { result: refused('group-full'), gone: [] };
    // A bring that was cut short may have left these in the copies alone.
    const there = notes.filter((note) => copyIdsOf(from, note).some((copy) => notesOf(group.doc).has(copy)));
    const result = bringNotes(source, group, from, notes);
    return { result: done(result), gone: notOn(group, from, there) };
  });
}

/** What these notes can be called and is not on the group iceberg: no copy of it may have that either. */
function notOn(group: Writer, from: ReturnType<typeof copiedFrom>, notes: readonly NoteId[]): NoteId[] {
  const there = new Set(notesOf(group.doc).keys());
  return notes.flatMap((note) => copyIdsOf(from, note)).filter((copy) => !there.has(copy));
}

/** Whose copies are meant: those of this board's notes. */
function copiedFrom({ registry }: Context, board: BoardId): Pick<Source, 'board' | 'anonymousId'> {
  return { board, anonymousId: (note) => anonymousIdOf(registry.serverKey, board, note) };
}

/** How many copies there will be more: signing a note in another way replaces its copy. */
function newcomers(group: Writer, from: Source, notes: readonly NoteId[]): number {
  const isThere = (copy: NoteId): boolean => noteAt(group.doc, copy) !== null;
  return [...new Set(notes)].filter((note) => !copyIdsOf(from, note).some(isThere)).length;
}

export async function withdraw(
  context: Context,
  caller: Caller,
  id: BoardId,
  notes: readonly NoteId[],
): Promise<Outcome<NoteId[]>> {
  const board = icebergOf(boardToTakeBack(context.registry, caller, id));
  if (!board.ok) return board;
  const from = copiedFrom(context, id);
  const withdrawn = await onBoth(context, caller, id, (source, group) => {
    const result = withdrawNotes(source, group, from, notes);
    // Of all that were asked for: a withdrawal that was cut short may have left them in the copies alone.
    return { result, gone: notOn(group, from, notes) };
  });
  return done(withdrawn);
}

export async function refresh(
  context: Context,
  caller: Caller,
  id: BoardId,
  notes: readonly NoteId[],
): Promise<Outcome<NoteId[]>> {
  const board = icebergOf(boardFor(context.registry, caller, id, 'write'));
  if (!board.ok) return board;
  const from = copiedFrom(context, id);
  const refreshed = await onBoth(context, caller, id, (source, group) => ({
    result: refreshNotes(source, group, from, notes),
    gone: [],
  }));
  return done(refreshed);
}

const icebergOf = (board: Outcome<CohortBoard>): Outcome<CohortBoard> =>
  board.ok && board.value.kind !== 'iceberg' ? refused('wrong-kind') : board;

/** While a call is on facilitation opens and closes the way to the group iceberg; paused or read in silence it is shut too. */
function isBringingClosed({ registry }: Context, { cohort }: Caller): boolean {
  const call = registry.calls.at(cohort.id);
  if (call === null) return false;
  return (call.status === 'running' && !call.bringing) || call.reading || call.paused.includes(cohort.groupBoard);
}

/** `gone`: copies that are not on the group iceberg any more, nor shall be in any copy of it. */
interface Changed<T> {
  readonly result: T;
  readonly gone: readonly NoteId[];
}

/**
 * The change is made on a working copy of the source and on the group board itself; what it wrote on the copy is then
 * merged into the source, beside whatever people wrote there meanwhile. One at a time for each group board.
 */
function onBoth<T>(
  { registry, rooms, turns }: Context,
  { cohort }: Caller,
  id: BoardId,
  change: (source: Writer, group: Writer) => Changed<T>,
): Promise<T> {
  return inGathering({ turns }, cohort, 'group-iceberg', async () => {
    const working = new Y.Doc();
    try {
      const updates = await rooms.updates(id);
      const read = within(READ_MS, () => {
        for (const update of updates) Y.applyUpdate(working, update);
      });
      if (read === null) throw new DeskError('too-complex');
      const before = Y.encodeStateVector(working);
      const { result, gone } = await rooms.change(cohort.groupBoard, (doc) =>
        change({ doc: working, origin: null }, { doc, origin: null }),
      );
      await turns(`copies/${cohort.id}`, () => forgetInGroups({ registry, rooms }, cohort.id, gone));
      const marks = Y.encodeStateAsUpdate(working, before);
      await rooms.change(id, (doc) => Y.applyUpdate(doc, marks));
      return result;
    } finally {
      working.destroy();
    }
  });
}

/** The same note gives the same id, and without the server's key nobody can tell which note it was. */
function anonymousIdOf(key: Uint8Array, board: BoardId, note: NoteId): NoteId {
  const id = `a:${createHmac('sha256', key).update(`anonymous/${board}/${note}`).digest('base64url').slice(0, 24)}`;
  if (!isNoteId(id)) throw new TypeError('an anonymous id must be an id');
  return id;
}
