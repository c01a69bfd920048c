import { describe, expect, it } from 'vitest';
import type { NoteId } from '../../../shared/ids.ts';
import { NotesInTheWay } from '../../../shared/synthesis/notes-in-the-way.ts';
import { NOTE } from '../../../shared/template/geometry.ts';

const id = (text: string): NoteId => text as NoteId;
const { size } = NOTE;

/** One note of twice the usual height at (400, 100). */
function one(): NotesInTheWay {
  const notes = new NotesInTheWay();
  notes.add(id('a'), [400, 100], 2 * size);
  return notes;
}

describe('a place is clear', () => {
  it.each([
    ['where the note is', 400, 100, false],
    ['just left of it', 400 - size, 100, true],
    ['a hair over its left edge', 401 - size, 100, false],
    ['just right of it', 400 + size, 100, true],
    ['a hair over its right edge', 399 + size, 100, false],
    ['just below it', 400, 100 + 2 * size, true],
    ['a hair over its lower edge', 400, 99 + 2 * size, false],
    ['just above it', 400, 100 - size, true],
    ['a hair over its upper edge', 400, 101 - size, false],
  ])('or not: %s', (_, x, y, isClear) => {
    expect(one().isClear([x, y], size)).toBe(isClear);
  });

  it('for a short note where a tall one would reach the next', () => {
    expect(one().isClear([400, 100 - 2 * size], 2 * size)).toBe(true);
    expect(one().isClear([400, 100 - 2 * size], 2 * size + 1)).toBe(false);
  });

  it('left of the origin as anywhere', () => {
    const notes = new NotesInTheWay();
    notes.add(id('a'), [-10, 0], size);
    expect(notes.isClear([10, 0], size)).toBe(false);
    expect(notes.isClear([-10 - size, 0], size)).toBe(true);
  });

  it('again once the note is gone, and only that one', () => {
    const notes = one();
    notes.add(id('b'), [400 + size, 100], size);
    expect(notes.delete(id('a'))).toBe(true);
    expect(notes.isClear([400, 100], size)).toBe(true);
    expect(notes.isClear([400 + size, 100], size)).toBe(false);
  });
});

it('says when a note was not there, or is no more', () => {
  const notes = one();
  expect(notes.delete(id('b'))).toBe(false);
  expect(notes.delete(id('a'))).toBe(true);
  expect(notes.delete(id('a'))).toBe(false);
});
