import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { notesOf, type Writer } from '../../../shared/board/document.ts';
import {
  addNotes,
  deleteNotes,
  moveNotes,
  noteAt,
  noteTextAt,
  readNotes,
  tagNotes,
} from '../../../shared/board/notes.ts';
import { addTheme, readThemes } from '../../../shared/board/themes.ts';
import { createUndo, type UndoStack } from '../../../shared/board/undo.ts';
import { type NoteId, newThemeId } from '../../../shared/ids.ts';
import { exchange, joinedBoards } from '../../kit/docs.ts';

interface Person extends Writer {
  readonly undo: UndoStack;
}
function people(n: number, now = () => 0): Person[] {
  return joinedBoards('iceberg', n).map(({ doc }) => {
    const undo = createUndo(doc, now);
    return { doc, undo, origin: undo.origin };
  });
}
const id = (text: string): NoteId => text as NoteId;
const add = (w: Writer, name: string, text = '') => addNotes(w, [{ id: id(name), pos: [0, 0], createdAt: 1, text }]);

describe('undo touches only my own changes', () => {
  test('after my undo of a move, another person’s colour is still there', () => {
    const [a, b] = people(2);
    if (!a || !b) throw new Error('two people');
    add(a, 'n');
    exchange([a, b]);
    moveNotes(a, new Map([[id('n'), [5, 5]]]));
    exchange([a, b]);
    tagNotes(b, [id('n')], 'both');
    exchange([a, b]);
    expect(a.undo.undo()).toBe(true);
    exchange([a, b]);
    expect(noteAt(b.doc, id('n'))).toMatchObject({ pos: [0, 0], operational: true, programmatic: true });
  });

  test('a value somebody else changed since stays theirs', () => {
    const [a, b] = people(2);
    if (!a || !b) throw new Error('two people');
    add(a, 'n');
    exchange([a, b]);
    moveNotes(a, new Map([[id('n'), [5, 5]]]));
    exchange([a, b]);
    moveNotes(b, new Map([[id('n'), [9, 9]]]));
    exchange([a, b]);
    a.undo.undo();
    expect(noteAt(a.doc, id('n'))?.pos).toEqual([9, 9]);
  });

  test('a bulk deletion comes back with one undo, with what others wrote since, and redo takes it away again', () => {
    const [a, b] = people(2);
    if (!a || !b) throw new Error('two people');
    for (const name of ['x', 'y', 'z']) add(b, name, name);
    exchange([a, b]);
    deleteNotes(a, [id('x'), id('y'), id('z')], 3);
    expect(readNotes(a.doc)).toHaveLength(0);
    a.undo.undo();
    exchange([a, b]);
    expect(readNotes(b.doc)).toHaveLength(3);
    a.undo.redo();
    expect(readNotes(a.doc)).toHaveLength(0);
  });

  test('a note and its first words are one step; later words are another', () => {
    const [a] = people(1);
    if (!a) throw new Error('one person');
    add(a, 'n');
    const text = noteTextAt(a.doc, id('n'));
    if (!text) throw new Error('a text');
    const write = (words: string) => {
      const typing = a.undo.typing(text);
      a.doc.transact(() => text.insert(text.length, words), typing.origin);
      typing.end();
      typing.end();
    };
    write('hola');
    write(' mundo');
    a.undo.undo();
    expect(noteAt(a.doc, id('n'))?.text).toBe('hola');
    a.undo.undo();
    expect([noteAt(a.doc, id('n')), a.undo.canUndo()]).toEqual([null, false]);
    a.undo.redo();
    expect(noteAt(a.doc, id('n'))?.text).toBe('hola');
    a.undo.redo();
    expect([noteAt(a.doc, id('n'))?.text, a.undo.canRedo()]).toEqual(['hola mundo', false]);
  });

  test('a note that was left blank is no step at all', () => {
    const [a] = people(1);
    if (!a) throw new Error('one person');
    add(a, 'kept', 'x');
    add(a, 'n');
    deleteNotes(a, [id('n')], 1);
    a.undo.undo();
    expect([readNotes(a.doc), a.undo.canUndo()]).toEqual([[], false]);
  });

  test('a group of transactions is one step, also across notes and themes', () => {
    const [a] = people(1);
    if (!a) throw new Error('one person');
    add(a, 'n');
    a.undo.group(() => {
      addTheme(a, { id: newThemeId(), title: 't', createdAt: 0 }, [id('n')]);
      moveNotes(a, new Map([[id('n'), [1, 1]]]));
    });
    a.undo.undo();
    expect(readThemes(a.doc)).toEqual([]);
    expect(noteAt(a.doc, id('n'))).toMatchObject({ theme: null, pos: [0, 0] });
  });

  test('quick nudges of one note are one step, slow ones are not', () => {
    let now = 0;
    const [a] = people(1, () => now);
    if (!a) throw new Error('one person');
    add(a, 'n');
    for (const x of [1, 2, 3]) {
      now += 100;
      moveNotes(a, new Map([[id('n'), [x, 0]]]));
    }
    now += 5_000;
    moveNotes(a, new Map([[id('n'), [50, 0]]]));
    a.undo.undo();
    expect(noteAt(a.doc, id('n'))?.pos).toEqual([3, 0]);
    a.undo.undo();
    expect(noteAt(a.doc, id('n'))?.pos).toEqual([0, 0]);
  });
});

test('random work of three people with undo: documents agree and no note loses its place', () => {
  const step = fc.record({
    who: fc.nat(2),
    what: fc.constantFrom('add', 'move', 'tag', 'delete', 'undo', 'redo', 'meet'),
    which: fc.nat(4),
    x: fc.nat(500),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const all = people(3);
      for (const { who, what, which, x } of steps) {
        const me = all[who];
        if (!me) continue;
        const name = id(`n${which}`);
        if (what === 'add' && !notesOf(me.doc).has(name)) add(me, name, `t${which}`);
        if (what === 'move') moveNotes(me, new Map([[name, [x, x]]]));
        if (what === 'tag') tagNotes(me, [name], x % 2 ? 'both' : null);
        if (what === 'delete') deleteNotes(me, [name], x);
        if (what === 'undo') me.undo.undo();
        if (what === 'redo') me.undo.redo();
        if (what === 'meet') exchange(all);
      }
      exchange(all);
      const seen = all.map(({ doc }) => JSON.stringify(readNotes(doc).sort((p, q) => (p.id < q.id ? -1 : 1))));
      expect(new Set(seen).size).toBe(1);
      for (const { doc } of all)
        for (const map of notesOf(doc).values()) expect(map instanceof Y.Map && map.get('pos')).toBeTruthy();
      for (const { doc, undo } of all) {
        undo.close();
        undo.close();
        doc.destroy();
      }
    }),
    { numRuns: 200 },
  );
});
