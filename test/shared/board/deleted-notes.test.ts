/** Deleted notes whose copies may still be on the group iceberg: which they are, and what stays of them after 30 days. */
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { readDeletedBrought } from '../../../shared/board/deleted-notes.ts';
import { notesOf, type Writer } from '../../../shared/board/document.ts';
import { addNotes, deleteNotes, keepNotes, noteAt, noteTextAt, purgeDeleted } from '../../../shared/board/notes.ts';
import type { NoteId } from '../../../shared/ids.ts';

const id = (text: string): NoteId => text as NoteId;
const brought = { as: id('g:x'), attribution: 'organisation', sum: 's' } as const;

function board(): Writer {
  const w = { doc: new Y.Doc(), origin: null };
  const draft = (name: string) => ({ id: id(name), pos: [0, 0] as const, createdAt: 1, text: `Palabras ${name}` });
  addNotes(w, [{ ...draft('b'), brought }, { ...draft('a'), brought }, { ...draft('c'), brought }, draft('d')]);
  deleteNotes(w, [id('b'), id('a'), id('d')], 3);
  return w;
}
const read = ({ doc }: Writer): string[] => readDeletedBrought(doc).map((one) => `${one.id}:${one.text}`);

it('are those that were brought, by their ids, whatever else lies in the map', () => {
  const w = board();
  notesOf(w.doc).set('odd', 'no note');
  expect(read(w)).toEqual(['a:Palabras a', 'b:Palabras b']);
  keepNotes(w, [id('a')]);
  expect(read(w)).toEqual(['b:Palabras b']);
  noteTextAt(w.doc, id('b'))?.insert(0, 'Ay ');
  expect(read(w)).toEqual([]);
});

it('lose their words after 30 days, and stay to be taken back', () => {
  const w = board();
  expect([purgeDeleted(w, 100, 50), purgeDeleted(w, 150, 50)]).toEqual([0, 3]);
  expect(read(w)).toEqual(['a:', 'b:']);
  expect(JSON.stringify(w.doc.toJSON())).not.toMatch(/Palabras [abd]/);
  expect(noteAt(w.doc, id('c'))?.text).toBe('Palabras c');
  const before = Y.encodeStateVector(w.doc);
  expect(purgeDeleted(w, 300, 50)).toBe(0);
  expect(Y.encodeStateVector(w.doc)).toEqual(before);
});

it('go for good once their copy was taken back', () => {
  const w = board();
  purgeDeleted(w, 100, 50);
  purgeDeleted(w, 150, 50);
  const note = notesOf(w.doc).get('a');
  if (note instanceof Y.Map) note.delete('brought');
  purgeDeleted(w, 200, 50);
  expect([...notesOf(w.doc).keys()].sort()).toEqual(['b', 'c']);
});
