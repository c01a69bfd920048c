/** What undo takes back: of which values, of words, and of notes left blank. */
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { drawingsOf, metaOf } from '../../../shared/board/document.ts';
import { putDrawing, removeDrawings } from '../../../shared/board/drawings.ts';
import { addLinks, linkId, removeLinks } from '../../../shared/board/links.ts';
import { addNotes, deleteNotes, noteAt, noteTextAt, readNotes } from '../../../shared/board/notes.ts';
import { addTheme, readThemes, themeTitleAt } from '../../../shared/board/themes.ts';
import type { ThemeId } from '../../../shared/ids.ts';
import { id, type Person, person, put, stepsOf, type, xOf } from './undoing.ts';

describe('What can be taken back', () => {
  it('a drawing, a link and what the board says of itself', () => {
    const me = person('a', 'b');
    const link = { from: id('b'), to: id('a') };
    const there = (): unknown[] => [
      drawingsOf(me.doc).size,
      me.doc.getMap('links').has(linkId(link.from, link.to)),
      metaOf(me.doc).get('columns'),
    ];
    putDrawing(me, { id: 'shape:pen', record: { x: 1 } });
    addLinks(me, [link]);
    me.doc.transact(() => metaOf(me.doc).set('columns', [1]), me.origin);
    removeDrawings(me, ['shape:pen']);
    removeLinks(me, [linkId(link.from, link.to)]);
    expect(there()).toEqual([0, false, [1]]);
    me.undo.undo();
    me.undo.undo();
    expect(there()).toEqual([1, true, [1]]);
    expect([stepsOf(me), ...there()]).toEqual([3, 0, false, undefined]);
    for (let i = 0; i < 5; i++) me.undo.redo();
    expect(there()).toEqual([0, false, [1]]);
  });

  it('a theme, and its notes with it', () => {
    const me = person('a');
    const theme = 't1' as ThemeId;
    addTheme(me, { id: theme, title: 'Tema', createdAt: 1 }, [id('a')]);
    me.undo.undo();
    expect([readThemes(me.doc), noteAt(me.doc, id('a'))?.theme]).toEqual([[], null]);
    themeTitleAt(me.doc, theme)?.insert(4, ' de todos');
    me.undo.redo();
    expect(readThemes(me.doc)).toMatchObject([{ id: theme, title: 'Tema de todos' }]);
    expect(noteAt(me.doc, id('a'))?.theme).toBe(theme);
  });

  it('a new note, except what somebody writes in it at that moment', () => {
    const me = person();
    me.at = 7;
    addNotes(me, [{ id: id('n'), pos: [0, 300], createdAt: 1, text: 'una' }]);
    me.undo.undo();
    expect(readNotes(me.doc)).toEqual([]);
    expect(me.doc.getMap('notes').toJSON().n.deleted.at).toBe(7);
    noteTextAt(me.doc, id('n'))?.insert(0, 'No: ');
    expect(noteAt(me.doc, id('n'))?.text).toBe('No: una');
  });

  it('not what is gone for good since', () => {
    const me = person('n');
    put(me, 50, 'n');
    me.doc.getMap('notes').delete('n');
    expect(me.undo.undo()).toBe(true);
    expect(me.doc.getMap('notes').size).toBe(0);
  });

  it('a value from where it went on without me, and no other value', () => {
    const me = person('a', 'b');
    put(me, 50, 'a', 'b');
    type(me, 'a', ' más');
    const elsewhere = { doc: me.doc, origin: 'server' };
    put(elsewhere, 90, 'a');
    put(elsewhere, 90, 'b');
    me.undo.follow({ id: 'a', key: 'pos', from: [50, 50], to: [90, 90] });
    me.undo.follow({ id: 'b', key: 'pos', from: [51, 51], to: [90, 90] });
    me.undo.follow({ id: 'b', key: 'z', from: [50, 50], to: [90, 90] });
    me.undo.undo();
    me.undo.undo();
    expect([xOf(me, 'a'), xOf(me, 'b')]).toEqual([0, 90]);
  });
});

describe('Words', () => {
  it('can be taken back while they are written, and are one step afterwards', () => {
    const me = person('n');
    const text = noteTextAt(me.doc, id('n')) ?? new Y.Text();
    const typing = me.undo.typing(text);
    me.doc.transact(() => text.insert(1, ' uno'), typing.origin);
    expect(me.undo.canUndo()).toBe(false);
    typing.undo();
    expect(text.toString()).toBe('n');
    typing.redo();
    expect(text.toString()).toBe('n uno');
    typing.end();
    expect([stepsOf(me), text.toString()]).toEqual([1, 'n']);
    me.undo.redo();
    expect(text.toString()).toBe('n uno');
  });

  it('that were not written are no step', () => {
    const me = person('n');
    const text = noteTextAt(me.doc, id('n')) ?? new Y.Text();
    me.undo.typing(text).end();
    expect(me.undo.canUndo()).toBe(false);
  });

  it('that came first with a note come back with it, and the later ones one by one', () => {
    const me = person();
    addNotes(me, [{ id: id('n'), pos: [0, 300], createdAt: 1 }]);
    for (const words of ['uno', ' dos', ' tres']) type(me, 'n', words);
    expect(stepsOf(me)).toBe(3);
    const read: unknown[] = [];
    while (me.undo.redo()) read.push(noteAt(me.doc, id('n'))?.text);
    expect(read).toEqual(['uno', 'uno dos', 'uno dos tres']);
  });

  it('of somebody else stay', () => {
    const me = person('n');
    type(me, 'n', ' mío');
    noteTextAt(me.doc, id('n'))?.insert(0, 'suyo ');
    me.undo.undo();
    expect(noteAt(me.doc, id('n'))?.text).toBe('suyo n');
  });

  it('in another note than the new one are a step of their own', () => {
    const me = person('old');
    addNotes(me, [{ id: id('new'), pos: [0, 300], createdAt: 1, text: '' }]);
    type(me, 'old', ' más');
    me.undo.undo();
    expect(readNotes(me.doc).map(({ id, text }) => [id, text])).toEqual([
      ['old', 'old'],
      ['new', ''],
    ]);
  });

  it('in one of two notes made at once are a step of their own', () => {
    const me = person();
    const two = ['p', 'q'].map((name) => ({ id: id(name), pos: [0, 300] as const, createdAt: 1, text: '' }));
    addNotes(me, two);
    type(me, 'p', 'hola');
    me.undo.undo();
    expect(readNotes(me.doc)).toHaveLength(2);
  });
});

describe('A note left blank', () => {
  const make = (me: Person, ...names: string[]): void =>
    addNotes(
      me,
      names.map((name) => ({ id: id(name), pos: [0, 300], createdAt: 1 })),
    );

  it('and deleted at once is no step', () => {
    const me = person();
    make(me, 'n');
    deleteNotes(me, [id('n')], 5);
    expect([me.undo.canUndo(), me.undo.undo()]).toEqual([false, false]);
  });

  it('is one where another note is deleted', () => {
    const me = person('other');
    noteTextAt(me.doc, id('other'))?.delete(0, 5);
    make(me, 'n');
    deleteNotes(me, [id('other')], 5);
    expect(stepsOf(me)).toBe(2);
  });

  it('is one where others are deleted with it, or something else is done with it', () => {
    const me = person('other');
    make(me, 'n');
    deleteNotes(me, [id('n'), id('other')], 5);
    expect(stepsOf(me)).toBe(2);
    const her = person();
    make(her, 'n');
    put(her, 50, 'n');
    expect(stepsOf(her)).toBe(2);
  });

  it('is one where it was not blank', () => {
    const me = person();
    make(me, 'n');
    noteTextAt(me.doc, id('n'))?.insert(0, 'x');
    deleteNotes(me, [id('n')], 5);
    me.undo.undo();
    expect(noteAt(me.doc, id('n'))?.text).toBe('x');
  });
});
