import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { notesOf } from '../../../shared/board/document.ts';
import { readNote } from '../../../shared/board/note.ts';
import {
  addNotes,
  deleteNotes,
  flagNotes,
  keepNotes,
  moveNotes,
  noteAt,
  noteTextAt,
  purgeDeleted,
  readNotes,
  tagNotes,
} from '../../../shared/board/notes.ts';
import { newNoteId } from '../../../shared/ids.ts';
import { exchange, joinedBoards } from '../../kit/docs.ts';

const draft = (id = newNoteId()) => ({ id, pos: [10, 20] as const, createdAt: 1, text: 'hola' });

describe('several people, one note', () => {
  test('moving, tagging and typing at once all survive', () => {
    const [a, b, c] = joinedBoards('iceberg', 3);
    if (!a || !b || !c) throw new Error('three boards');
    const note = draft();
    addNotes(a, [note]);
    exchange([a, b, c]);
    moveNotes(a, new Map([[note.id, [500, 600]]]));
    tagNotes(b, [note.id], 'operational');
    noteTextAt(c.doc, note.id)?.insert(4, ' mundo');
    exchange([a, b, c]);
    for (const { doc } of [a, b, c]) {
      expect(noteAt(doc, note.id)).toMatchObject({
        text: 'hola mundo',
        pos: [500, 600],
        operational: true,
        programmatic: false,
      });
    }
  });

  test('operativo by one and programático by another make both', () => {
    const [a, b] = joinedBoards('iceberg', 2);
    if (!a || !b) throw new Error('two boards');
    const note = draft();
    addNotes(a, [note]);
    exchange([a, b]);
    flagNotes(a, [note.id], 'operational', true);
    flagNotes(b, [note.id], 'programmatic', true);
    exchange([a, b]);
    expect(noteAt(b.doc, note.id)).toMatchObject({ operational: true, programmatic: true });
  });

  test('deleting while another types keeps the note, on every screen', () => {
    const [a, b] = joinedBoards('iceberg', 2);
    if (!a || !b) throw new Error('two boards');
    const note = draft();
    addNotes(a, [note]);
    exchange([a, b]);
    deleteNotes(a, [note.id], 5);
    expect(noteAt(a.doc, note.id)).toBeNull();
    noteTextAt(b.doc, note.id)?.insert(4, '!');
    exchange([a, b]);
    expect(noteAt(a.doc, note.id)?.text).toBe('hola!');
    expect(noteAt(b.doc, note.id)?.text).toBe('hola!');
  });

  test('a deletion nobody contradicts holds everywhere, and is purged for good later', () => {
    const [a, b] = joinedBoards('iceberg', 2);
    if (!a || !b) throw new Error('two boards');
    const [one, two] = [draft(), draft()];
    addNotes(a, [one, two]);
    exchange([a, b]);
    deleteNotes(a, [one.id], 1_000);
    exchange([a, b]);
    expect(readNotes(b.doc).map((n) => n.id)).toEqual([two.id]);
    expect(purgeDeleted(b, 50_000, 100)).toBe(0);
    expect(purgeDeleted(b, 50_099, 100)).toBe(0);
    expect(notesOf(b.doc).has(one.id)).toBe(true);
    expect(purgeDeleted(b, 50_100, 100)).toBe(1);
    expect(notesOf(b.doc).has(one.id)).toBe(false);
    expect(readNotes(b.doc).map((n) => n.id)).toEqual([two.id]);
  });
});

test('a note that came back starts its age anew', () => {
  const [a] = joinedBoards('iceberg', 1);
  if (!a) throw new Error('a board');
  const note = draft();
  addNotes(a, [note]);
  deleteNotes(a, [note.id], 1);
  purgeDeleted(a, 1_000, 100);
  keepNotes(a, [note.id]);
  purgeDeleted(a, 1_050, 100);
  deleteNotes(a, [note.id], 2);
  expect(purgeDeleted(a, 2_000, 100)).toBe(0);
  expect(purgeDeleted(a, 2_100, 100)).toBe(1);
});

describe('what comes from outside', () => {
  test('unreadable values get their default, unreadable notes are left out', () => {
    const [a] = joinedBoards('iceberg', 1);
    if (!a) throw new Error('a board');
    const map = new Y.Map<unknown>();
    notesOf(a.doc).set('hostile', map);
    map.set('pos', ['?', Number.NaN]);
    map.set('z', {});
    map.set('author', '../../etc');
    map.set('theme', 7);
    map.set('text', new Y.Text('sana'));
    notesOf(a.doc).set('string', 'not a map');
    notesOf(a.doc).set('textless', new Y.Map([['text', 'not a shared text']]));
    expect(readNotes(a.doc)).toHaveLength(1);
    expect(readNote('hostile', map)).toMatchObject({
      pos: [0, 0],
      z: 0,
      author: null,
      theme: null,
      text: 'sana',
      star: false,
    });
  });
});
