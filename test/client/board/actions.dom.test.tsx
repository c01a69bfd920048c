import { afterEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import {
  addNote,
  duplicateNotes,
  makeTheme,
  moveToArea,
  nudgeNotes,
  putInTheme,
  removeNotes,
  setPrivate,
} from '../../../client/board/actions.ts';
import { notesToClipboard, pasteClipboard } from '../../../client/board/clipboard.ts';
import { signatureOf } from '../../../client/board/lines.ts';
import { pasteText } from '../../../client/board/paste-text.ts';
import { inReadingOrder } from '../../../client/board/reading-order.ts';
import type { BoardSession } from '../../../client/board/session.ts';
import type { WritableStore } from '../../../client/board/store.ts';
import { beginWriting } from '../../../client/board/writing.ts';
import { noteTextAt } from '../../../shared/board/notes.ts';
import type { Right } from '../../../shared/cohort/roles.ts';
import type { NoteId } from '../../../shared/ids.ts';
import { areaOf } from '../../../shared/template/geometry.ts';
import { joinedSessions } from '../../kit/session.ts';

let open: BoardSession[] = [];
function two(kind: 'iceberg' | 'group-iceberg' = 'iceberg'): [BoardSession, BoardSession] {
  open = joinedSessions(kind, 2);
  const [a, b] = open;
  if (!a || !b) throw new Error('two sessions');
  return [a, b];
}
afterEach(() => {
  for (const session of open) {
    session.close();
    session.close();
  }
  open = [];
});
const must = (id: NoteId | null): NoteId => {
  if (!id) throw new Error('no note was made');
  return id;
};
const areas = (s: BoardSession) => s.notes.get().map((note) => areaOf(s.board.kind, note.pos));

describe('notes', () => {
  test('a new note finds its place in the layer and is signed', () => {
    const [a, b] = two();
    for (let i = 0; i < 9; i++) must(addNote(a, 'beliefs', { text: `n${i}` }));
    expect(areas(b)).toEqual(Array.from({ length: 9 }, () => 'beliefs'));
    const [note] = b.notes.get();
    expect(note && signatureOf(note, b.cohort.get())).toBe('AR');
  });

  test('nothing happens without the right to write', () => {
    const [a] = two();
    (a.right as WritableStore<Right>).set('read');
    expect(addNote(a, 'results')).toBeNull();
    expect(pasteText(a, 'uno\ndos', null)).toEqual([]);
    expect(makeTheme(a, 'x', [])).toBeNull();
    expect(a.notes.get()).toEqual([]);
  });

  test('notes that went into a theme are not selected any more, the others are', () => {
    const [a] = two();
    const [first, second, third] = ['uno', 'dos', 'tres'].map((text) => must(addNote(a, 'results', { text })));
    const all = [must(first ?? null), must(second ?? null), must(third ?? null)];
    a.selection.set(all);
    const theme = makeTheme(a, 'x', all.slice(0, 1));
    expect(a.selection.get()).toEqual(all.slice(1));
    putInTheme(a, all.slice(1, 2), theme);
    expect(a.selection.get()).toEqual(all.slice(2));
  });

  test('a note somebody is writing in is not deleted; the others are, and a notice tells', () => {
    const [a, b] = two();
    const ids = ['uno', 'dos'].map((text) => must(addNote(a, 'results', { text })));
    const writing = beginWriting(b, ids[0] ?? must(null));
    removeNotes(a, ids);
    expect(a.notes.get().map((note) => note.text)).toEqual(['uno']);
    expect(a.notice.get()).toMatchObject({ key: 'canvas.notice.kept', values: { name: 'Luis Soto' } });
    writing?.end();
  });

  test('a deletion that crosses my first letter leaves my note, and tells me', () => {
    const [a, b] = two();
    const id = must(addNote(a, 'results', { text: 'uno' }));
    const writing = beginWriting(b, id);
    b.setPresence('editing', null);
    removeNotes(a, [id]);
    expect(b.notes.get().map((note) => note.text)).toEqual(['uno']);
    expect(b.notice.get()?.key).toBe('canvas.notice.keptMine');
    expect(a.notes.get()).toHaveLength(1);
    writing?.end();
  });

  test('a note written offline outlives its deletion, and people are told', () => {
    const [a, b] = two();
    const id = must(addNote(a, 'results', { text: 'uno' }));
    const offline = new Y.Doc();
    Y.applyUpdate(offline, Y.encodeStateAsUpdate(b.doc));
    removeNotes(a, [id]);
    expect(b.notes.get()).toEqual([]);
    noteTextAt(offline, id)?.insert(3, ' y medio');
    Y.applyUpdate(b.doc, Y.encodeStateAsUpdate(offline), 'back online');
    offline.destroy();
    expect(b.notes.get().map((note) => note.text)).toEqual(['uno y medio']);
    expect(b.notice.get()?.key).toBe('canvas.notice.survived');
  });

  test('an empty new note leaves no trace, a written one stays', () => {
    const [a] = two();
    beginWriting(a, must(addNote(a, 'results')))?.end();
    expect(a.notes.get()).toEqual([]);
    const writing = beginWriting(a, must(addNote(a, 'results')));
    a.doc.transact(() => writing?.text.insert(0, 'hola'), writing?.typing.origin);
    writing?.end();
    writing?.end();
    expect(a.notes.get().map((note) => note.text)).toEqual(['hola']);
  });

  test('moving to a layer moves only those that are elsewhere; nudging keeps the rest', () => {
    const [a] = two();
    const ids = [must(addNote(a, 'results')), must(addNote(a, 'patterns'))];
    const stays = a.notes.get().find((note) => note.id === ids[1])?.pos;
    moveToArea(a, ids, 'patterns');
    expect(areas(a)).toEqual(['patterns', 'patterns']);
    expect(a.notes.get().find((note) => note.id === ids[1])?.pos).toEqual(stays);
    nudgeNotes(a, ids.slice(1), 10, -5);
    expect(a.notes.get().find((note) => note.id === ids[1])?.pos).toEqual([
      (stays?.[0] ?? 0) + 10,
      (stays?.[1] ?? 0) - 5,
    ]);
  });

  test('only the author opens a private note again', () => {
    const [a, b] = two();
    const id = must(addNote(a, 'results', { text: 'x' }));
    setPrivate(b, [id], true);
    setPrivate(b, [id], false);
    expect(a.notes.get()[0]?.private).toBe(true);
    setPrivate(a, [id], false);
    expect(b.notes.get()[0]?.private).toBe(false);
  });
});

describe('clipboard', () => {
  test('what is only for its own board is pasted there alone', () => {
    const [a] = two();
    const id = must(addNote(a, 'results', { text: 'solo nuestra' }));
    setPrivate(a, [id], true);
    const copied = notesToClipboard(a, [id]);
    expect(pasteClipboard(a, copied, [900, 900])).toHaveLength(1);
    expect(a.notes.get().map((note) => note.private)).toEqual([true, true]);
    expect(pasteClipboard(a, copied.replace(a.board.id, 'another-board'), [900, 900])).toEqual([]);
    expect(a.notice.get()?.key).toBe('canvas.notice.privateStays');
  });

  test('notes keep text, tag and their places among themselves; the author does not travel', () => {
    const [a, b] = two();
    const ids = ['uno', 'dos'].map((text) => must(addNote(a, 'results', { text, tag: 'both' })));
    const made = pasteClipboard(b, notesToClipboard(a, ids), [1000, 1500]) ?? [];
    const pasted = b.notes.get().filter((note) => made.includes(note.id));
    expect(pasted.map(({ text, operational, author }) => [text, operational, author])).toEqual([
      ['uno', true, 'luis'],
      ['dos', true, 'luis'],
    ]);
    expect(pasteClipboard(b, '{"kind":"something"}', [0, 0])).toBeNull();
  });

  test('200 pasted lines are 200 notes in their layer, one undo takes them back', () => {
    const [a, b] = two();
    const lines = Array.from({ length: 200 }, (_, i) => `- línea ${i}`).join('\n');
    expect(pasteText(a, lines, null, 'structures')).toHaveLength(200);
    expect(new Set(areas(b))).toEqual(new Set(['structures']));
    expect(new Set(b.notes.get().map((note) => note.pos.join())).size).toBe(200);
    a.undo.undo();
    expect(b.notes.get()).toEqual([]);
  });

  test.each([
    ['a few', 3, 0],
    ['more than a layer has places in the drawing', 30, 0],
    ['beside notes that are there', 20, 7],
  ])('pasted lines are read in the order they were pasted in: %s', (_, count, before) => {
    const [a] = two();
    for (let i = 0; i < before; i += 1) must(addNote(a, 'structures', { text: 'ya estaba' }));
    const lines = Array.from({ length: count }, (_, i) => `línea ${i}`);
    pasteText(a, lines.join('\n'), null, 'structures');
    const pasted = inReadingOrder(a.notes.get()).filter(({ text }) => text !== 'ya estaba');
    expect(pasted.map(({ text }) => text)).toEqual(lines);
  });

  test('what a document has around its list can be added afterwards', () => {
    const [a] = two();
    pasteText(a, `Título\n${'larga '.repeat(60)}\n- uno\n- dos`, null);
    expect(a.notes.get().map((note) => note.text)).toEqual(['uno', 'dos']);
    a.notice.get()?.action?.run();
    expect(a.notes.get()).toHaveLength(4);
  });

  test('duplicating leaves the originals and lies on nobody', () => {
    const [a] = two();
    const ids = ['uno', 'dos', 'tres'].map((text) => must(addNote(a, 'results', { text })));
    expect(duplicateNotes(a, ids)).toHaveLength(3);
    const places = a.notes.get().map((note) => note.pos);
    for (const p of places)
      for (const q of places)
        if (p !== q) expect(Math.abs(p[0] - q[0]) >= 200 || Math.abs(p[1] - q[1]) >= 200).toBe(true);
  });

  test('the copy of a note that stays on this board stays there too', () => {
    const [a, b] = two();
    const id = must(addNote(a, 'results', { text: 'confidencial' }));
    setPrivate(a, [id], true);
    duplicateNotes(a, [id]);
    expect(b.notes.get().map((note) => note.private)).toEqual([true, true]);
  });
});
