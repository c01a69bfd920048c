/** Large changes as they are kept: how many and how much, and what of one is still as it made it. */
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { KEPT_BULKS, keepBulk, readBulks } from '../../../shared/board/bulk.ts';
import { type BulkRecord, RECORD_SIZE, valueSum } from '../../../shared/board/bulk-record.ts';
import { standing, undoBulk } from '../../../shared/board/bulk-undo.ts';
import { bulkOf, metaOf, notesOf, themesOf, type Writer } from '../../../shared/board/document.ts';
import { addNotes, deleteNotes, moveNotes, noteAt, themeNotes } from '../../../shared/board/notes.ts';
import { addTheme, readThemes } from '../../../shared/board/themes.ts';
import type { NoteId, ThemeId } from '../../../shared/ids.ts';
import { exchange, joinedBoards } from '../../kit/docs.ts';

const id = (text: string): NoteId => text as NoteId;
const theme = (text: string): ThemeId => text as ThemeId;
const record = (at: number, more: Partial<BulkRecord> = {}): BulkRecord => ({
  at,
  by: null,
  what: 'moved',
  notes: {},
  themes: [],
  columns: null,
  ...more,
});
function board(...names: string[]): Writer {
  const [w] = joinedBoards('group-iceberg', 1);
  if (!w) throw new Error('a board');
  addNotes(
    w,
    names.map((name, i) => ({ id: id(name), pos: [i, 0] as const, createdAt: i, text: name })),
  );
  return w;
}
const kept = (w: Writer, one: BulkRecord, again: string | null = null) => keepBulk(w.doc, 'recording', one, again);
const times = (w: Writer): number[] => readBulks(w.doc).map((bulk) => bulk.record.at);

describe('What is kept', () => {
  test('is the newest, so many, also when more were recorded at once', () => {
    const writers = joinedBoards('group-iceberg', 8);
    for (const [i, w] of writers.entries()) kept(w, record(100 + i));
    exchange(writers);
    const [first] = writers;
    if (!first) throw new Error('a board');
    expect([times(first), bulkOf(first.doc).size]).toEqual([[107, 106, 105, 104, 103], 8]);
    kept(first, record(200));
    expect([times(first), bulkOf(first.doc).size]).toEqual([[200, 107, 106, 105, 104], KEPT_BULKS]);
  });

  test('of one moment stands by its slot, everywhere the same', () => {
    const w = board();
    for (const slot of ['5.2', '5.1', '5.3']) bulkOf(w.doc).set(slot, { ...record(7) });
    expect(readBulks(w.doc).map(({ slot }) => slot)).toEqual(['5.1', '5.2', '5.3']);
  });

  test('goes on in its slot, as the last, whatever the clock of the device says', () => {
    const w = board();
    const slot = kept(w, record(100));
    kept(w, record(50));
    expect([times(w), readBulks(w.doc)[0]?.slot === slot]).toEqual([[101, 100], false]);
    expect(kept(w, record(60), slot)).toBe(slot);
    expect([times(w), readBulks(w.doc)[0]?.slot === slot]).toEqual([[102, 101], true]);
  });

  test('has a size: a record above it is not kept, and many large ones not all', () => {
    const w = board();
    /** Some 110 characters for each note. */
    const large = (notes: number, at: number): BulkRecord => {
      const made = Array.from({ length: notes }, (_, n) => [`n${String(n).padStart(79, '0')}`, 'x'.repeat(24)]);
      return record(at, { notes: Object.fromEntries(made) });
    };
    expect(JSON.stringify(large(3_900, 100)).length).toBeGreaterThan(RECORD_SIZE);
    expect(kept(w, large(3_900, 100))).toBeNull();
    expect(bulkOf(w.doc).size).toBe(0);
    for (const at of [100, 101, 102, 103]) kept(w, large(3_500, at));
    expect(times(w)).toEqual([103, 102]);
    kept(w, record(104));
    expect(times(w)).toEqual([104, 103, 102]);
  });
});

describe('Taking a change back', () => {
  const moved = (w: Writer, names: readonly string[]): BulkRecord => {
    const notes = names.map((name) => {
      const before = noteAt(w.doc, id(name))?.pos ?? null;
      moveNotes(w, new Map([[id(name), [500, 500]]]));
      return [name, { pos: [before, valueSum([500, 500])] }] as const;
    });
    return record(1, { notes: Object.fromEntries(notes) as unknown as BulkRecord['notes'] });
  };

  test('leaves what somebody deleted or moved since, and what is no note, and says how many', () => {
    const w = board('a', 'b', 'c');
    const change = moved(w, ['a', 'b', 'c', 'gone']);
    notesOf(w.doc).set('word', 'nota');
    const all = { ...change, notes: { ...change.notes, word: 'sum' } };
    expect(standing(w.doc, all)).toBe(3);
    deleteNotes(w, [id('a')], 5);
    moveNotes(w, new Map([[id('b'), [9, 9]]]));
    expect(standing(w.doc, all)).toBe(1);
    expect(undoBulk(w, all, 6)).toEqual({ restored: 1, kept: 4 });
    expect([noteAt(w.doc, id('a')), noteAt(w.doc, id('b'))?.pos, noteAt(w.doc, id('c'))?.pos]).toEqual([
      null,
      [9, 9],
      [2, 0],
    ]);
    expect(standing(w.doc, all)).toBe(0);
  });

  test('takes away what a note did not have before', () => {
    const w = board('a');
    addTheme(w, { id: theme('t'), title: 'Tema', createdAt: 1 }, [id('a')]);
    undoBulk(w, record(1, { notes: { a: { theme: [null, valueSum('t')] } } }), 5);
    expect(Object(notesOf(w.doc).get('a')).has('theme')).toBe(false);
  });

  test('puts columns back where they are as it left them', () => {
    const before = [{ kind: 'theme', id: 't', w: 440 }];
    const after = [{ kind: 'loose', id: '', w: 440 }];
    const w = board();
    const change = record(1, { columns: [before, valueSum(after)] });
    metaOf(w.doc).set('columns', [{ kind: 'loose', id: '', w: 660 }]);
    undoBulk(w, change, 5);
    expect(metaOf(w.doc).get('columns')).toEqual([{ kind: 'loose', id: '', w: 660 }]);
    metaOf(w.doc).set('columns', after);
    undoBulk(w, change, 5);
    expect(metaOf(w.doc).get('columns')).toEqual(before);
  });

  test('lets go of its themes when nothing is in them any more, and of no other', () => {
    const w = board('a', 'b', 'c');
    for (const name of ['empty', 'used', 'left', 'other'])
      addTheme(w, { id: theme(name), title: name, createdAt: 1 }, []);
    themeNotes(w, [id('a')], theme('used'));
    themeNotes(w, [id('b')], theme('left'));
    deleteNotes(w, [id('b')], 4);
    themesOf(w.doc).set('word', 'tema');
    notesOf(w.doc).set('word', 'nota');
    let written = 0;
    const change = record(1, { themes: ['empty', 'used', 'left', 'word', 'gone'].map(theme) });
    undoBulk(w, change, 5);
    expect(readThemes(w.doc).map((one) => one.id)).toEqual(['used', 'other']);
    w.doc.on('update', () => {
      written += 1;
    });
    undoBulk(w, change, 6);
    expect([written, themesOf(w.doc).get('word')]).toEqual([0, 'tema']);
    expect(themesOf(w.doc).get('empty')).toBeInstanceOf(Y.Map);
  });
});
