/** Counting at the desk: the same numbers as in the room, and whether anything is to be removed for good. */
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { doWork } from '../../../server/commands/board-work.ts';
import { countBoard } from '../../../server/commands/count-board.ts';
import { notesOf, seedBoard } from '../../../shared/board/document.ts';
import { addNotes, deleteNotes } from '../../../shared/board/notes.ts';
import { newNoteId } from '../../../shared/ids.ts';
import { TIME } from '../../../shared/limits.ts';

const NOW = 2 * TIME.deletedNoteMs;
const [kept, gone] = [newNoteId(), newNoteId()];

function boardWith(goneSince: number): Y.Doc {
  const doc = new Y.Doc();
  const w = { doc, origin: null };
  seedBoard(doc, 'iceberg');
  addNotes(
    w,
    [kept, gone].map((id) => ({ id, pos: [700, 200] as const, createdAt: 1, text: 'Uno' })),
  );
  deleteNotes(w, [gone], 1);
  const note = notesOf(doc).get(gone);
  if (note instanceof Y.Map) note.set('goneSince', goneSince);
  return doc;
}

it.each([
  ['something', NOW - TIME.deletedNoteMs, 1],
  ['nothing', NOW - TIME.deletedNoteMs + 1, 2],
])('counts the same, with %s deleted long ago', (_, goneSince, notes) => {
  const doc = boardWith(goneSince);
  const state = [Y.encodeStateAsUpdate(doc)];
  for (const isGroup of [false, true]) {
    const counting = { now: NOW, isGroup };
    const { purge, ...atDesk } = doWork('count', { state, ...counting });
    expect(atDesk).toEqual(countBoard(boardWith(goneSince), counting));
    expect(Object.values(atDesk.counts).reduce((sum, n) => sum + n, 0)).toBe(1);
    expect(atDesk.brought === null).toBe(!isGroup);
    const purged = new Y.Doc();
    for (const update of [...state, ...(purge === null ? [] : [purge])]) Y.applyUpdate(purged, update);
    expect(notesOf(purged).size).toBe(notes);
  }
});

it('counts what can be read of a board of which something cannot', () => {
  const state = [Y.encodeStateAsUpdate(boardWith(NOW)), new Uint8Array([1, 1, 1])];
  expect(Object.values(doWork('count', { state, now: NOW, isGroup: false }).counts)).toContain(1);
});
