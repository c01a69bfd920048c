/** One note as plain values: what is read of it, up to which bounds, and when a deletion holds. */
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { notesOf } from '../../../shared/board/document.ts';
import { isDeleted, LONGEST_TEXT, readNote, survivedDeletion, tagOf } from '../../../shared/board/note.ts';
import { textSum } from '../../../shared/board/text-sum.ts';
import { newBoardId } from '../../../shared/ids.ts';

/** A note as the wire brought it. */
function map(values: Readonly<Record<string, unknown>> = {}, text = 'hola'): Y.Map<unknown> {
  const note = new Y.Map<unknown>(Object.entries({ text: new Y.Text(text), ...values }));
  notesOf(new Y.Doc()).set('n', note);
  return note;
}
const read = (values: Readonly<Record<string, unknown>>) => readNote('n', map(values));

it.each([
  [false, false, null],
  [true, false, 'operational'],
  [false, true, 'programmatic'],
  [true, true, 'both'],
] as const)('operativo %s and programático %s is the tag %s', (operational, programmatic, tag) => {
  expect(tagOf({ operational, programmatic })).toBe(tag);
});

describe('A note', () => {
  it('of nothing but a text has every default', () => {
    expect(read({})).toEqual({
      id: 'n',
      text: 'hola',
      pos: [0, 0],
      z: 0,
      operational: false,
      programmatic: false,
      star: false,
      private: false,
      held: null,
      author: null,
      organisation: null,
      theme: null,
      under: null,
      origin: null,
      brought: null,
      growth: null,
      createdAt: 0,
    });
  });

  it('reads what is written in it', () => {
    const board = newBoardId();
    const values = {
      pos: [-12.5, 40],
      z: 7,
      operational: true,
      programmatic: true,
      star: true,
      private: true,
      held: 'individual',
      author: 'ana',
      organisation: 'casa',
      theme: 't1',
      under: 'n0',
      origin: { board, note: 'o1' },
      brought: { as: 'g1', attribution: 'organisation', sum: 's' },
      growth: 'people',
      createdAt: 1_764_000_000_000,
    };
    expect(read(values)).toEqual({ id: 'n', text: 'hola', ...values });
  });

  it('lies within the bounds of a board, however far out it was put', () => {
    expect(read({ pos: [1_000_000, -1_000_000], z: 1e9 })).toMatchObject({ pos: [1_000_000, -1_000_000], z: 1e9 });
    expect(read({ pos: [2e6, -2e6], z: 2e9 })).toMatchObject({ pos: [1_000_000, -1_000_000], z: 1e9 });
    expect(read({ pos: [-2e6, 2e6], z: -2e9 })).toMatchObject({ pos: [-1_000_000, 1_000_000], z: -1e9 });
  });

  it.each([
    ['a place', { pos: 'x' }, { pos: [0, 0] }],
    ['half a place', { pos: [3] }, { pos: [3, 0] }],
    ['a height', { z: Number.POSITIVE_INFINITY, createdAt: '5' }, { z: 0, createdAt: 0 }],
    ['a mark', { star: 1, private: 'true', operational: {}, programmatic: null }, { star: false, private: false }],
    ['whose it is', { held: 'everybody', growth: 'nobody' }, { held: null, growth: null }],
  ])('takes nothing else for %s', (_, values, read) => {
    expect(readNote('n', map(values))).toMatchObject(read);
  });

  it('is a belief of the group too', () => {
    expect(read({ held: 'group' })?.held).toBe('group');
  });

  it.each([
    { board: newBoardId() },
    { board: 'short', note: 'o1' },
    { board: newBoardId(), note: 'not an id' },
    'origin',
    null,
    [newBoardId(), 'o1'],
  ])('knows no origin from %j', (origin) => {
    expect(read({ origin })?.origin).toBeNull();
  });

  it('was brought with a name, for the organisation or with neither', () => {
    for (const attribution of ['name', 'organisation', 'anonymous'])
      expect(read({ brought: { as: 'g1', attribution, sum: '' } })?.brought).toEqual({
        as: 'g1',
        attribution,
        sum: '',
      });
  });

  it.each([
    { as: 'g1', attribution: 'somebody', sum: 's' },
    { as: 'g1', attribution: 'name', sum: 5 },
    { as: 'not an id', attribution: 'name', sum: 's' },
    { attribution: 'name', sum: 's' },
    'brought',
    null,
  ])('was not brought as %j', (brought) => {
    expect(read({ brought })?.brought).toBeNull();
  });

  it('is none without a name of its own, or with more text than anybody writes', () => {
    expect(readNote('not an id', map())).toBeNull();
    expect(readNote('n', 'text')).toBeNull();
    expect(readNote('n', map({}, 'x'.repeat(LONGEST_TEXT)))?.text).toHaveLength(LONGEST_TEXT);
    expect(readNote('n', map({}, 'x'.repeat(LONGEST_TEXT + 1)))).toBeNull();
  });
});

describe('A deletion', () => {
  const marked = (deleted: unknown, text = 'hola') => map({ deleted }, text);

  it('holds while the text is the one that was deleted, blank or not', () => {
    for (const text of ['', 'hola']) {
      const note = marked({ at: 1, sum: textSum(text) }, text);
      expect([isDeleted(note), survivedDeletion(note), readNote('n', note)]).toEqual([true, false, null]);
    }
  });

  it('is overtaken by typing, and the note is there', () => {
    const note = marked({ at: 1, sum: textSum('hol') });
    expect([isDeleted(note), survivedDeletion(note), readNote('n', note)?.text]).toEqual([false, true, 'hola']);
  });

  it.each([undefined, null, true, 'gone', []])('is none when the mark is %j', (mark) => {
    const note = marked(mark);
    expect([isDeleted(note), survivedDeletion(note), readNote('n', note)?.text]).toEqual([false, false, 'hola']);
  });
});
