/** Notes that are moved because two found the same place: the large change that made them can still be taken back. */
import { describe, expect, test } from 'vitest';
import { keepBulk, readBulks } from '../../../shared/board/bulk.ts';
import { moveAlong } from '../../../shared/board/bulk-along.ts';
import { bulkOfStep } from '../../../shared/board/bulk-record.ts';
import { standing, undoBulk } from '../../../shared/board/bulk-undo.ts';
import { bulkOf, type Writer } from '../../../shared/board/document.ts';
import type { Position } from '../../../shared/board/note.ts';
import { addNotes, moveNotes, noteAt, readNotes, tagNotes } from '../../../shared/board/notes.ts';
import { createUndo } from '../../../shared/board/undo.ts';
import type { NoteId, PersonId } from '../../../shared/ids.ts';
import { joinedBoards } from '../../kit/docs.ts';

const ids = Array.from({ length: 10 }, (_, i) => `n${i}` as NoteId);
const [first, second] = ids as [NoteId, NoteId];
const at = (x: number, y: number): Position => [x, y];

/** Somebody whose large changes are written in the board. */
function person(): Writer {
  const [board] = joinedBoards('iceberg', 1);
  if (!board) throw new Error('a board');
  const undo = createUndo(board.doc, () => 0);
  undo.onStep((changes) => {
    const record = bulkOfStep(board.doc, changes, { at: 1, by: 'ana' as PersonId });
    if (record) keepBulk(board.doc, 'recording', record, null);
  });
  return { doc: board.doc, origin: undo.origin };
}
const made = (w: Writer): void =>
  addNotes(
    w,
    ids.map((id, i) => ({ id, pos: at(i * 220, 300), createdAt: i, text: `nota ${i}` })),
  );
/** It is nobody's step of undo. */
const apart = (w: Writer, moves: ReadonlyMap<NoteId, Position>): void =>
  moveAlong({ doc: w.doc, origin: 'apart' }, moves);
function change(w: Writer) {
  const [bulk, ...others] = readBulks(w.doc);
  if (!bulk || others.length > 0) throw new Error('one large change');
  return bulk.record;
}

describe('a note that was moved along', () => {
  test('goes with the change that made it', () => {
    const w = person();
    made(w);
    apart(w, new Map([[first, at(0, 600)]]));
    expect(noteAt(w.doc, first)?.pos).toEqual([0, 600]);
    expect(undoBulk(w, change(w), 5)).toEqual({ restored: 10, kept: 0 });
    expect(readNotes(w.doc)).toEqual([]);
  });

  test('goes back to where it was before the change that moved it', () => {
    const w = person();
    made({ doc: w.doc, origin: 'seed' });
    moveNotes(w, new Map(ids.map((id, i) => [id, at(i, 900)])));
    apart(w, new Map([[first, at(0, 600)]]));
    expect(standing(w.doc, change(w))).toBe(10);
    expect(undoBulk(w, change(w), 5)).toEqual({ restored: 10, kept: 0 });
    expect([noteAt(w.doc, first)?.pos, noteAt(w.doc, second)?.pos]).toEqual([
      [0, 300],
      [220, 300],
    ]);
  });

  test('stays where it is when somebody had moved it since: then it is theirs', () => {
    const w = person();
    made(w);
    moveNotes({ doc: w.doc, origin: 'bea' }, new Map([[first, at(50, 50)]]));
    apart(w, new Map([[first, at(0, 600)]]));
    expect(undoBulk(w, change(w), 5)).toEqual({ restored: 9, kept: 1 });
    expect(readNotes(w.doc).map(({ id, pos }) => [id, pos])).toEqual([[first, [0, 600]]]);
  });

  test('takes nothing else along, and no change where there is none', () => {
    const w = person();
    made(w);
    const before = change(w);
    addNotes({ doc: w.doc, origin: 'bea' }, [{ id: 'other' as NoteId, pos: at(0, 900), createdAt: 20, text: 'otra' }]);
    apart(
      w,
      new Map([
        ['other' as NoteId, at(0, 1_200)],
        ['unknown' as NoteId, at(1, 1)],
      ]),
    );
    expect(change(w)).toEqual(before);
    expect(noteAt(w.doc, 'other' as NoteId)?.pos).toEqual([0, 1_200]);
    expect(noteAt(w.doc, 'unknown' as NoteId)).toBeNull();
  });

  test('stays where somebody put it after the change that moved it', () => {
    const w = person();
    made({ doc: w.doc, origin: 'seed' });
    moveNotes(w, new Map(ids.map((id, i) => [id, at(i, 900)])));
    moveNotes({ doc: w.doc, origin: 'bea' }, new Map([[first, at(50, 50)]]));
    apart(w, new Map([[first, at(0, 600)]]));
    expect(undoBulk(w, change(w), 5)).toEqual({ restored: 9, kept: 1 });
    expect(noteAt(w.doc, first)?.pos).toEqual([0, 600]);
  });

  test('leaves alone a change that moved nothing, and what is no change', () => {
    const w = person();
    made({ doc: w.doc, origin: 'seed' });
    tagNotes(w, ids, 'both');
    bulkOf(w.doc).set('of another version', { notes: 'n0' });
    const before = bulkOf(w.doc).toJSON();
    let written = 0;
    bulkOf(w.doc).observe(() => {
      written += 1;
    });
    apart(w, new Map([[first, at(0, 600)]]));
    expect([bulkOf(w.doc).toJSON(), written]).toEqual([before, 0]);
    expect(undoBulk(w, change(w), 5)).toEqual({ restored: 10, kept: 0 });
    expect(noteAt(w.doc, first)).toMatchObject({ pos: [0, 600], operational: false, programmatic: false });
  });
});
