/** What a copy on the group iceberg says of whose it is, and what of a note never gets there. */
import { describe, expect, it } from 'vitest';
import { notesOf, type Writer } from '../../../shared/board/document.ts';
import { addNotes, flagNotes, holdNotes, noteAt, noteTextAt, tagNotes } from '../../../shared/board/notes.ts';
import { type NoteId, newBoardId, type OrgId, type PersonId } from '../../../shared/ids.ts';
import { ensureColumn, readColumns } from '../../../shared/synthesis/columns.ts';
import {
  bringable,
  bringNotes,
  copyIdOf,
  isStale,
  refreshNotes,
  type Source,
  withdrawNotes,
} from '../../../shared/synthesis/gather.ts';
import { freeSlots } from '../../../shared/template/slots.ts';
import { joinedBoards } from '../../kit/docs.ts';

const id = (text: string): NoteId => text as NoteId;
const board = newBoardId();
const from = (attribution: Source['attribution']): Source => ({
  board,
  organisation: 'casa' as OrgId,
  attribution,
  anonymousId: (note) => id(`anonymous-${note}`),
});

/** A board with notes of these texts, n0, n1 …, all of Ana's, and a group iceberg. */
function boards(...texts: string[]): { source: Writer; group: Writer; ids: NoteId[] } {
  const [source] = joinedBoards('iceberg', 1);
  const [group] = joinedBoards('group-iceberg', 1);
  if (!source || !group) throw new Error('two boards');
  const places = freeSlots('iceberg', 'patterns', texts.length, []);
  addNotes(
    source,
    texts.map((text, i) => ({
      id: id(`n${i}`),
      pos: places[i] ?? [0, 0],
      createdAt: 7,
      text,
      author: 'ana' as PersonId,
      organisation: 'casa' as OrgId,
    })),
  );
  return { source, group, ids: texts.map((_, i) => id(`n${i}`)) };
}
const copyOf = (group: Writer, note = 'n0') => noteAt(group.doc, copyIdOf(board, id(note)));

describe('A copy', () => {
  it('names its author, its organisation or neither, as was chosen', () => {
    const { source, group, ids } = boards('Falta agua');
    bringNotes(source, group, from('organisation'), ids);
    expect(copyOf(group)).toMatchObject({ author: null, organisation: 'casa', createdAt: 7, origin: { note: 'n0' } });
    bringNotes(source, group, from('name'), ids);
    expect(copyOf(group)).toMatchObject({ author: 'ana', organisation: 'casa' });
    bringNotes(source, group, from('organisation'), ids);
    expect(copyOf(group)?.author).toBeNull();
    expect(Object(notesOf(group.doc).get(copyIdOf(board, id('n0')))).has('author')).toBe(false);
    bringNotes(source, group, from('anonymous'), ids);
    expect(copyOf(group)).toBeNull();
    expect(noteAt(group.doc, id('anonymous-n0'))).toMatchObject({
      author: null,
      organisation: null,
      createdAt: 0,
      origin: null,
    });
  });

  it('that was brought by its name from the start has it', () => {
    const { source, group, ids } = boards('Falta agua');
    bringNotes(source, group, from('name'), ids);
    expect(copyOf(group)?.author).toBe('ana');
  });

  it('that changes its signature lies where the one before it lay', () => {
    const { source, group, ids } = boards('Falta agua', 'Falta luz');
    bringNotes(source, group, from('organisation'), ids);
    const places = ids.map((note) => copyOf(group, note)?.pos);
    ensureColumn(group, 'anonymous', '');
    bringNotes(source, group, from('anonymous'), ids);
    bringNotes(source, group, from('organisation'), ids);
    expect(ids.map((note) => copyOf(group, note)?.pos)).toEqual(places);
    expect(notesOf(group.doc).size).toBe(2);
  });

  it('comes into the column of what has no theme once the board is ordered by themes', () => {
    const { source, group, ids } = boards('Falta agua');
    ensureColumn(group, 'organisation', 'otra');
    ensureColumn(group, 'theme', 't1');
    bringNotes(source, group, from('organisation'), ids);
    expect(readColumns(group.doc).map(({ kind, id: name }) => [kind, name])).toEqual([
      ['organisation', 'otra'],
      ['theme', 't1'],
      ['loose', ''],
    ]);
  });

  it('is stale from when the note says something else until it is brought up to date, however often it is signed', () => {
    const { source, group, ids } = boards('Falta agua');
    const stale = (): boolean => isStale(noteAt(source.doc, id('n0')) ?? fail());
    expect(stale()).toBe(false);
    bringNotes(source, group, from('organisation'), ids);
    noteTextAt(source.doc, id('n0'))?.insert(10, ' y luz');
    expect(stale()).toBe(true);
    bringNotes(source, group, from('name'), ids);
    expect([stale(), copyOf(group)?.text]).toEqual([true, 'Falta agua']);
    expect(refreshNotes(source, group, from('organisation'), ids)).toEqual(ids);
    expect([stale(), copyOf(group)?.text]).toEqual([false, 'Falta agua y luz']);
  });

  it('takes over what was marked on the note, and what was unmarked', () => {
    const { source, group, ids } = boards('Falta agua');
    bringNotes(source, group, from('organisation'), ids);
    tagNotes(source, ids, 'both');
    flagNotes(source, ids, 'star', true);
    holdNotes(source, ids, 'group');
    refreshNotes(source, group, from('organisation'), ids);
    expect(copyOf(group)).toMatchObject({ operational: true, programmatic: true, star: true, held: 'group' });
    tagNotes(source, ids, null);
    flagNotes(source, ids, 'star', false);
    holdNotes(source, ids, null);
    refreshNotes(source, group, from('organisation'), ids);
    expect(copyOf(group)).toMatchObject({ operational: false, programmatic: false, star: false, held: null });
    expect(noteAt(source.doc, id('n0'))?.brought).toMatchObject({
      as: copyIdOf(board, id('n0')),
      attribution: 'organisation',
    });
  });
});

describe('What stays on its board', () => {
  it('is what is private, blank or not there, each with its reason', () => {
    const { source, group } = boards('Falta agua', 'Solo mío', ' \n');
    flagNotes(source, [id('n1')], 'private', true);
    const asked = ['n0', 'n1', 'n2', 'gone'].map(id);
    expect(bringNotes(source, group, from('organisation'), asked)).toEqual({
      brought: ['n0'],
      refused: [
        { note: 'n1', why: 'private' },
        { note: 'n2', why: 'empty' },
        { note: 'gone', why: 'missing' },
      ],
    });
    expect(notesOf(group.doc).size).toBe(1);
    const { offered, kept } = bringable(source.doc);
    expect([offered.map((note) => note.id), kept.map((note) => note.id)]).toEqual([['n0'], ['n1']]);
  });

  it('is what was made private after it was brought: it is brought up to date no more', () => {
    const { source, group, ids } = boards('Falta agua', 'Falta luz');
    bringNotes(source, group, from('organisation'), [id('n0')]);
    flagNotes(source, [id('n0')], 'private', true);
    noteTextAt(source.doc, id('n0'))?.insert(0, 'SECRETO ');
    expect(refreshNotes(source, group, from('organisation'), [...ids, id('gone')])).toEqual([]);
    expect(copyOf(group)?.text).toBe('Falta agua');
  });

  it('is what was never brought, also when it is taken back or brought up to date', () => {
    const { source, group, ids } = boards('Falta agua');
    expect([
      withdrawNotes(source, group, from('organisation'), [...ids, id('gone')]),
      refreshNotes(source, group, from('organisation'), ids),
    ]).toEqual([[], []]);
    bringNotes(source, group, from('organisation'), ids);
    notesOf(group.doc).delete(copyIdOf(board, id('n0')));
    expect(refreshNotes(source, group, from('organisation'), ids)).toEqual([]);
  });
});

function fail(): never {
  throw new Error('no such note');
}
