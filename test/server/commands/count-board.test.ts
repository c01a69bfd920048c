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
  ['something', NOW - TIME.deletedNoteMs, true],
  ['nothing', NOW - TIME.deletedNoteMs + 1, false],
])('counts the same, with %s deleted long ago', (_, goneSince, isPurgeDue) => {
  const doc = boardWith(goneSince);
  const state = [Y.encodeStateAsUpdate(doc)];
  for (const isGroup of [false, true]) {
    const counting = { now: NOW, isGroup };
    const atDesk = doWork('count', { state, ...counting });
    expect(atDesk).toEqual({ ...countBoard(boardWith(goneSince), counting), isPurgeDue });
    expect([Object.values(atDesk.counts).reduce((sum, n) => sum + n, 0), atDesk.brought]).toEqual([
      1,
      isGroup ? expect.anything() : null,
    ]);
  }
  expect(notesOf(doc).size).toBe(2);
});

it('counts what can be read of a board of which something cannot', () => {
  const state = [Y.encodeStateAsUpdate(boardWith(NOW)), new Uint8Array([1, 1, 1])];
  expect(Object.values(doWork('count', { state, now: NOW, isGroup: false }).counts)).toContain(1);
});
