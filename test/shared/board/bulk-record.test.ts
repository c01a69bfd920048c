/** A large change as it is written: what it is called, what it remembers of each note, and what is none. */
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import {
  BULK_KINDS,
  type BulkRecord,
  bulkOfStep,
  contentSum,
  LARGE,
  parseBulk,
  valueSum,
} from '../../../shared/board/bulk-record.ts';
import { type Change, CREATED } from '../../../shared/board/changes.ts';
import { notesOf, type Writer } from '../../../shared/board/document.ts';
import { addNotes, deleteNotes, noteTextAt, raiseNotes, tagNotes } from '../../../shared/board/notes.ts';
import type { NoteId, PersonId } from '../../../shared/ids.ts';
import { COUNT } from '../../../shared/limits.ts';
import { joinedBoards } from '../../kit/docs.ts';

const id = (n: number): NoteId => `n${n}` as NoteId;
const ABOUT = { at: 5, by: 'ana' as PersonId };
function board(notes: number): Writer {
  const [w] = joinedBoards('group-iceberg', 1);
  if (!w) throw new Error('a board');
  const drafts = Array.from({ length: notes }, (_, i) => ({
    id: id(i),
    pos: [i, 0] as const,
    createdAt: i,
    text: `n${i}`,
  }));
  addNotes(w, drafts);
  return w;
}
const change = (n: number, key: string, from: unknown, to: unknown): Change => ({
  root: 'notes',
  id: id(n),
  key,
  from,
  to,
});
/** The same change of so many notes, from number `first` on. */
const many = (count: number, key: string, from: unknown, to: unknown, first = 0): Change[] =>
  Array.from({ length: count }, (_, i) => change(first + i, key, from, to));
const MARK = { at: 1, sum: 's' };
const { doc } = board(20);
const recordOf = (...changes: Change[]): BulkRecord | null => bulkOfStep(doc, changes, ABOUT);
const MOVED = many(LARGE, 'pos', [0, 0], [5, 5]);

describe('A step', () => {
  it('is a large change from so many notes on, with who did it and when', () => {
    expect(recordOf(...MOVED.slice(1))).toBeNull();
    const moved = [[0, 0], valueSum([5, 5])];
    expect(recordOf(...MOVED)).toEqual({
      ...ABOUT,
      what: 'moved',
      notes: Object.fromEntries(MOVED.map((one) => [one.id, { pos: moved }])),
      themes: [],
      columns: null,
    });
  });

  it('counts a note once, whatever changed of it, with each value as it was', () => {
    const twice = MOVED.slice(1).flatMap(({ id }, i) => [
      change(i, 'star', true, undefined),
      { ...change(i, 'theme', undefined, 't'), id },
    ]);
    expect(recordOf(...twice.slice(0, LARGE - 1))).toBeNull();
    const both = many(LARGE, 'star', undefined, true).concat(many(LARGE, 'theme', 'a', 'b'));
    expect(recordOf(...both)?.notes[id(0)]).toEqual({
      star: [null, valueSum(true)],
      theme: ['a', valueSum('b')],
    });
  });

  it('leaves out what is the same again, privacy, and what comes back by itself', () => {
    for (const key of ['private', 'text', 'author', 'brought', 'createdAt'])
      expect(recordOf(...many(LARGE, key, undefined, true)), key).toBeNull();
    expect(recordOf(...many(LARGE, 'pos', [1, 1], [1, 1]))).toBeNull();
    expect(recordOf(...many(LARGE, 'star', undefined, null))).toBeNull();
    expect(recordOf(...MOVED.map((one): Change => ({ ...one, root: 'drawings', key: null })))).toBeNull();
  });

  it('remembers of a new note what it says, and nothing beside', () => {
    const made = many(LARGE, 'deleted', CREATED, undefined);
    const record = recordOf(...made, change(0, 'pos', undefined, [1, 1]));
    const note = notesOf(doc).get(id(0));
    expect(record?.what).toBe('added');
    expect(record?.notes[id(0)]).toBe(note instanceof Y.Map ? contentSum(note) : null);
    expect(recordOf(...many(LARGE, 'deleted', CREATED, undefined, 100))).toBeNull();
  });

  it('remembers the themes it made and the columns before, and of no other value of the board', () => {
    const theme: Change = { root: 'themes', id: 't1', key: 'deleted', from: CREATED, to: undefined };
    const columns: Change = { root: 'meta', id: '', key: 'columns', from: [1], to: [2] };
    expect(recordOf(...MOVED, theme, columns)).toMatchObject({
      what: 'arranged',
      themes: ['t1'],
      columns: [[1], valueSum([2])],
    });
    const other = [
      { ...theme, id: 'not an id' },
      { ...theme, from: undefined },
      { ...columns, key: 'kind' },
      { ...columns, from: undefined },
    ];
    expect(recordOf(...MOVED, ...other)).toMatchObject({ what: 'moved', themes: [], columns: null });
  });
});

describe('A large change is called', () => {
  const half = LARGE / 2;
  it.each<[string, Change[]]>([
    ['added', [...many(half, 'deleted', CREATED, undefined), ...many(half, 'deleted', undefined, MARK, half)]],
    ['deleted', [...many(half, 'deleted', undefined, MARK), ...many(half, 'theme', undefined, 't', half)]],
    ['deleted', [...many(LARGE - 1, 'deleted', MARK, undefined), change(LARGE - 1, 'deleted', undefined, MARK)]],
    ['restored', [...many(half, 'deleted', MARK, undefined), ...many(half, 'theme', undefined, 't', half)]],
    ['themed', [...many(half, 'theme', undefined, 't'), ...many(half, 'pos', [0, 0], [1, 1], half)]],
    ['moved', [...many(half, 'pos', [0, 0], [1, 1]), ...many(half, 'star', undefined, true, half)]],
    ['changed', [...many(half - 1, 'pos', [0, 0], [1, 1]), ...many(half + 1, 'star', undefined, true, half)]],
    ['changed', many(LARGE, 'held', undefined, 'group')],
    ['moved', [...many(half - 1, 'deleted', undefined, MARK), ...many(half + 1, 'pos', [0, 0], [1, 1], half)]],
  ])('%s by what at least half of its notes have in common', (what, changes) => {
    expect(recordOf(...changes)?.what).toBe(what);
  });
});

describe('What a note says and where it lies', () => {
  it.each<[string, (w: Writer) => void, boolean]>([
    ['another letter', (w) => noteTextAt(w.doc, id(0))?.insert(0, 'x'), true],
    ['a tag', (w) => tagNotes(w, [id(0)], 'both'), true],
    ['its height', (w) => raiseNotes(w, [id(0)]), false],
    ['a deletion', (w) => deleteNotes(w, [id(0)], 4), false],
  ])('is other after %s: %s', (_, deed, isOther) => {
    const w = board(2);
    const note = notesOf(w.doc).get(id(0));
    if (!(note instanceof Y.Map)) throw new Error('a note');
    const before = contentSum(note);
    deed(w);
    expect(contentSum(note) !== before).toBe(isOther);
  });

  it('absent and nothing are the same value', () => {
    expect([valueSum(undefined) === valueSum(null), valueSum(0) === valueSum(null)]).toEqual([true, false]);
  });
});

describe('A record', () => {
  const record = {
    at: 5,
    by: null,
    what: 'changed',
    notes: {
      made: 's',
      n1: {
        pos: [[1, 2], 's'],
        z: [null, 's'],
        deleted: [MARK, 's'],
        theme: ['t1', 's'],
        operational: [true, 's'],
        programmatic: [null, 's'],
        star: [true, 's'],
        held: ['group', 's'],
      },
    },
    themes: ['t1'],
    columns: [[1], 's'],
  };
  const withNote = (values: unknown): object => ({ ...record, notes: { n1: values } });

  it('is read as it was written, of every kind', () => {
    expect(parseBulk(record)).toEqual(record);
    expect(parseBulk(record)).toBe(parseBulk(record));
    for (const what of BULK_KINDS) expect(parseBulk({ ...record, what, by: 'ana' })?.what).toBe(what);
    expect(parseBulk({ ...record, columns: null, themes: [] })).not.toBeNull();
  });

  it('gives back no value that is none of those which come back', () => {
    expect(parseBulk(withNote({ private: [null, 's'], star: [null, 's'] }))?.notes).toEqual({
      n1: { star: [null, 's'] },
    });
  });

  it.each<[string, unknown]>([
    ['nothing', null],
    ['a word', 'record'],
    ['a time that is none', { ...record, at: Number.NaN }],
    ['nobody known', { ...record, by: 'not an id' }],
    ['an unknown deed', { ...record, what: 'burnt' }],
    ['no notes', { ...record, notes: null }],
    ['notes that are a word', { ...record, notes: 'n1' }],
    ['a note without a name', { ...record, notes: { 'not an id': 's' } }],
    [
      'more notes than a board',
      { ...record, notes: Object.fromEntries(Array.from({ length: COUNT.notesPerBoard + 1 }, (_, i) => [id(i), 's'])) },
    ],
    ['more themes than notes', { ...record, themes: Array(COUNT.notesPerBoard + 1).fill('t1') }],
    ['a theme without a name', { ...record, themes: ['not an id'] }],
    ['columns that are none', { ...record, columns: ['x', 's'] }],
    ['half a place', withNote({ pos: [[1], 's'] })],
    ['a place that is nowhere', withNote({ pos: [[1, Number.POSITIVE_INFINITY], 's'] })],
    ['a height that is none', withNote({ z: [Number.NaN, 's'] })],
    ['a mark that is none', withNote({ deleted: [{ at: 1 }, 's'] })],
    ['a theme that is none', withNote({ theme: [7, 's'] })],
    ['a star that is not there', withNote({ star: [false, 's'] })],
    ['an unknown holder', withNote({ held: ['everybody', 's'] })],
    ['no sum', withNote({ star: [true] })],
    ['an endless sum', withNote({ star: [true, 's'.repeat(25)] })],
  ])('is none with %s', (_, value) => {
    expect(parseBulk(value)).toBeNull();
  });

  it('may be of a whole board, with sums as long as they are', () => {
    const notes = Object.fromEntries(Array.from({ length: COUNT.notesPerBoard }, (_, i) => [id(i), 's'.repeat(24)]));
    expect(Object.keys(parseBulk({ ...record, notes })?.notes ?? {})).toHaveLength(COUNT.notesPerBoard);
  });
});
