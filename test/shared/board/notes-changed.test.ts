/** Each way to change notes: what it writes, and that it writes nothing where nothing is other. */
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { notesOf, type Writer } from '../../../shared/board/document.ts';
import {
  addNotes,
  deleteNotes,
  flagNotes,
  holdNotes,
  keepNotes,
  moveNotes,
  type NoteDraft,
  noteAt,
  noteTextAt,
  purgeDeleted,
  raiseNotes,
  readNotes,
  tagNotes,
  themeNotes,
} from '../../../shared/board/notes.ts';
import { type NoteId, newBoardId, type OrgId, type PersonId, type ThemeId } from '../../../shared/ids.ts';
import { joinedBoards } from '../../kit/docs.ts';

const id = (text: string): NoteId => text as NoteId;
const theme = 't1' as ThemeId;
const draft = (name: string, more: Partial<NoteDraft> = {}): NoteDraft => ({
  id: id(name),
  pos: [0, 0],
  createdAt: 1,
  text: name,
  ...more,
});
function board(...names: string[]): Writer {
  const [w] = joinedBoards('iceberg', 1);
  if (!w) throw new Error('a board');
  addNotes(
    w,
    names.map((name) => draft(name)),
  );
  return w;
}
/** How many updates others hear of while something is done. */
function heard(w: Writer, deed: () => void): number {
  let updates = 0;
  const count = (): void => {
    updates += 1;
  };
  w.doc.on('update', count);
  deed();
  w.doc.off('update', count);
  return updates;
}
const keysOf = (w: Writer, name: string): string[] => Object.keys(notesOf(w.doc).toJSON()[name]).sort();
const heights = (w: Writer): Record<string, number> => Object.fromEntries(readNotes(w.doc).map(({ id, z }) => [id, z]));

describe('A new note', () => {
  it('writes only what it is, and no default', () => {
    const w = board();
    addNotes(w, [{ id: id('n'), pos: [1, 2], createdAt: 3 }]);
    addNotes(w, [draft('m', { tag: null, star: false, private: false, held: null, theme: null, brought: null })]);
    expect([keysOf(w, 'n'), keysOf(w, 'm')]).toEqual(Array(2).fill(['createdAt', 'pos', 'text', 'z']));
    expect(noteAt(w.doc, id('n'))).toMatchObject({ text: '', pos: [1, 2], createdAt: 3 });
  });

  it('keeps all it comes with', () => {
    const w = board();
    const origin = { board: newBoardId(), note: id('o1') };
    const brought = { as: id('g1'), attribution: 'name', sum: 's' } as const;
    const more = { author: 'ana' as PersonId, organisation: 'casa' as OrgId, theme, origin, brought } as const;
    addNotes(w, [draft('n', { ...more, star: true, private: true, held: 'group', growth: 'people', z: 40 })]);
    expect(noteAt(w.doc, id('n'))).toMatchObject({
      ...more,
      star: true,
      private: true,
      held: 'group',
      growth: 'people',
      z: 40,
    });
  });

  it.each([
    ['operational', true, false],
    ['programmatic', false, true],
    ['both', true, true],
  ] as const)('with the tag %s has its halves', (tag, operational, programmatic) => {
    const w = board();
    addNotes(w, [draft('n', { tag })]);
    expect(noteAt(w.doc, id('n'))).toMatchObject({ operational, programmatic });
  });

  it('lies above those that were there, each above the one before it', () => {
    const w = board('a', 'b');
    addNotes(w, [draft('c')]);
    expect(heights(w)).toEqual({ a: 1, b: 2, c: 3 });
  });

  it('lies above the highest, wherever that is', () => {
    const w = board();
    addNotes(w, [draft('a', { z: 3 }), draft('b', { z: 40 }), draft('c', { z: 7 })]);
    addNotes(w, [draft('d')]);
    expect(heights(w)).toEqual({ a: 3, b: 40, c: 7, d: 41 });
  });

  it.each(['high', Number.NaN, Number.POSITIVE_INFINITY, -3, null, [9]])('is the first above a height of %j', (z) => {
    const w = board();
    notesOf(w.doc).set('odd', new Y.Map<unknown>([['z', z]]));
    notesOf(w.doc).set('word', 'no note');
    addNotes(w, [draft('n')]);
    expect(noteAt(w.doc, id('n'))?.z).toBe(1);
  });

  it('hands on no height that nobody reads', () => {
    const w = board();
    notesOf(w.doc).set('far', new Y.Map<unknown>([['z', 1e300]]));
    addNotes(w, [draft('n')]);
    expect(notesOf(w.doc).toJSON().n.z).toBeLessThan(2e9);
  });
});

describe('Notes are raised', () => {
  it('above all others, in their own order', () => {
    const w = board('a', 'b', 'c');
    raiseNotes(w, [id('b'), id('a')]);
    const { a = 0, b = 0, c = 0 } = heights(w);
    expect([c < b, b < a]).toEqual([true, true]);
  });
});

describe('A change that changes nothing is not written', () => {
  it.each<[string, (w: Writer) => void]>([
    ['a move to where it lies', (w) => moveNotes(w, new Map([[id('n'), [5, 6]]]))],
    ['the same tag', (w) => tagNotes(w, [id('n')], 'operational')],
    ['the same flag', (w) => flagNotes(w, [id('n')], 'star', true)],
    ['a flag it never had', (w) => flagNotes(w, [id('n')], 'private', false)],
    ['the same holder', (w) => holdNotes(w, [id('n')], 'group')],
    ['the same theme', (w) => themeNotes(w, [id('n')], theme)],
    ['a deletion taken back that never was', (w) => keepNotes(w, [id('n'), id('unknown'), id('word')])],
    ['a note that is not there', (w) => tagNotes(w, [id('unknown'), id('word')], 'both')],
    ['nothing to purge', (w) => void purgeDeleted(w, 5, 0)],
  ])('%s', (_, deed) => {
    const w = board('n');
    notesOf(w.doc).set('word', 'no note');
    moveNotes(w, new Map([[id('n'), [5, 6]]]));
    tagNotes(w, [id('n')], 'operational');
    flagNotes(w, [id('n')], 'star', true);
    holdNotes(w, [id('n')], 'group');
    themeNotes(w, [id('n')], theme);
    expect(heard(w, () => deed(w))).toBe(0);
  });
});

describe('A change is taken back by its opposite', () => {
  it('leaving no trace of it in the note', () => {
    const w = board('n');
    const before = keysOf(w, 'n');
    tagNotes(w, [id('n')], 'both');
    flagNotes(w, [id('n')], 'star', true);
    holdNotes(w, [id('n')], 'individual');
    themeNotes(w, [id('n')], theme);
    deleteNotes(w, [id('n')], 3);
    keepNotes(w, [id('n')]);
    expect(noteAt(w.doc, id('n'))).toMatchObject({ operational: true, star: true, held: 'individual', theme });
    tagNotes(w, [id('n')], 'programmatic');
    expect(noteAt(w.doc, id('n'))).toMatchObject({ operational: false, programmatic: true });
    tagNotes(w, [id('n')], null);
    flagNotes(w, [id('n')], 'star', false);
    holdNotes(w, [id('n')], null);
    themeNotes(w, [id('n')], null);
    expect(keysOf(w, 'n')).toEqual(before);
  });
});

describe('A deleted note', () => {
  it('takes no change, so that it comes back as it was', () => {
    const w = board('n');
    deleteNotes(w, [id('n')], 3);
    const before = notesOf(w.doc).toJSON();
    moveNotes(w, new Map([[id('n'), [9, 9]]]));
    raiseNotes(w, [id('n')]);
    deleteNotes(w, [id('n')], 4);
    expect(notesOf(w.doc).toJSON()).toEqual(before);
    expect(before.n.deleted.at).toBe(3);
  });

  it('is no longer waited for once somebody typed in it', () => {
    const w = board('n');
    deleteNotes(w, [id('n')], 3);
    purgeDeleted(w, 100, 50);
    noteTextAt(w.doc, id('n'))?.insert(0, 'No: ');
    expect(purgeDeleted(w, 200, 50)).toBe(0);
    expect(keysOf(w, 'n')).not.toContain('goneSince');
    expect(noteAt(w.doc, id('n'))?.text).toBe('No: n');
  });

  it('goes for good also where it had no readable text', () => {
    const w = board();
    notesOf(w.doc).set('odd', new Y.Map([['text', 'plain']]));
    deleteNotes(w, [id('odd')], 3);
    expect([purgeDeleted(w, 100, 50), purgeDeleted(w, 150, 50), notesOf(w.doc).size]).toEqual([0, 1, 0]);
  });

  it('begins its age anew where what was noted of it is no time', () => {
    const w = board('n');
    deleteNotes(w, [id('n')], 3);
    const note = notesOf(w.doc).get('n');
    if (note instanceof Y.Map) note.set('goneSince', 'long ago');
    expect(purgeDeleted(w, 100, 50)).toBe(0);
    expect(purgeDeleted(w, 150, 50)).toBe(1);
  });
});
