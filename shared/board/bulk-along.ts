/**
 * Moving notes so that the large changes written in the board go along: what such a change made stays as it made it, and
 * can be taken back whole. For moves that are nobody's wish; whoever moves a note by hand makes it theirs. Knows no view.
 */
import * as Y from 'yjs';
import type { NoteId } from '../ids.ts';
import { type BulkRecord, contentSum, type KeyedValue, parseBulk, valueSum } from './bulk-record.ts';
import { bulkOf, notesOf, type Writer, write } from './document.ts';
import type { Position } from './note.ts';
import { moveNotes } from './notes.ts';

type NoteChange = BulkRecord['notes'][string];

/** One transaction. Only who wrote a change down has moved its notes since, so no two people write one record at once. */
export function moveAlong(w: Writer, moves: ReadonlyMap<NoteId, Position>): void {
  write(w, () => {
    const held = [...bulkOf(w.doc)].flatMap(([slot, value]) => {
      const record = parseBulk(value);
      const ids = record ? [...moves.keys()].filter((id) => isAsMade(noteIn(w.doc, id), record.notes[id])) : [];
      return record && ids.length > 0 ? [{ slot, record, ids }] : [];
    });
    moveNotes(w, moves);
    for (const { slot, record, ids } of held) {
      const now = ids.flatMap((id) => {
        const [note, change] = [noteIn(w.doc, id), record.notes[id]];
        return note && change !== undefined ? [[id, asItIs(note, change)] as const] : [];
      });
      bulkOf(w.doc).set(slot, { ...record, notes: { ...record.notes, ...Object.fromEntries(now) } });
    }
  });
}

function noteIn(doc: Y.Doc, id: NoteId): Y.Map<unknown> | null {
  const note = notesOf(doc).get(id);
  return note instanceof Y.Map ? note : null;
}

/** Whether where a note lies is what the change made of it. */
function isAsMade(note: Y.Map<unknown> | null, change: NoteChange | undefined): boolean {
  if (!note || change === undefined) return false;
  return typeof change === 'string' ? contentSum(note) === change : change.pos?.[1] === valueSum(note.get('pos'));
}

function asItIs(note: Y.Map<unknown>, change: NoteChange): NoteChange {
  if (typeof change === 'string') return contentSum(note);
  const pos: KeyedValue = [change.pos?.[0], valueSum(note.get('pos'))];
  return { ...change, pos };
}
