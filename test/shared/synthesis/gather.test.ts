import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { notesOf, type Writer } from '../../../shared/board/document.ts';
import { addNotes, deleteNotes, flagNotes, noteAt, noteTextAt, readNotes } from '../../../shared/board/notes.ts';
import { type NoteId, newBoardId, type OrgId } from '../../../shared/ids.ts';
import { COUNT } from '../../../shared/limits.ts';
import { organisationsOn } from '../../../shared/synthesis/brought-by.ts';
import { layoutOf, organisationColumns, readColumns, writeColumns } from '../../../shared/synthesis/columns.ts';
import {
  bringNotes,
  copyIdOf,
  isStale,
  refreshNotes,
  replacedBy,
  type Source,
  withdrawNotes,
} from '../../../shared/synthesis/gather.ts';
import { areaOf, centreOf } from '../../../shared/template/geometry.ts';
import { columnOf } from '../../../shared/template/group-iceberg.ts';
import { LAYER_IDS } from '../../../shared/template/kinds.ts';
import { freeSlots } from '../../../shared/template/slots.ts';
import { joinedBoards } from '../../kit/docs.ts';

const id = (text: string): NoteId => text as NoteId;
const org = (text: string): OrgId => text as OrgId;
const board = newBoardId();
const from = (attribution: Source['attribution'] = 'organisation'): Source => ({
  board,
  organisation: org('b'),
  attribution,
  anonymousId: (note) => id(`anon-${note.length}-${note}`.replace(note, 'x')),
});

function boards(perLayer = 1): { source: Writer; group: Writer; ids: NoteId[] } {
  const [source] = joinedBoards('iceberg', 1);
  const [group] = joinedBoards('group-iceberg', 1);
  if (!source || !group) throw new Error('two boards');
  writeColumns(group, organisationColumns([org('a'), org('b'), org('c')]));
  const drafts = LAYER_IDS.flatMap((layer) =>
    freeSlots('iceberg', layer, perLayer, []).map((pos, i) => ({
      id: id(`${layer}-${i}`),
      pos,
      text: `${layer} ${i}`,
      createdAt: i,
      tag: 'both' as const,
      organisation: org('b'),
    })),
  );
  addNotes(source, drafts);
  return { source, group, ids: drafts.map((d) => d.id) };
}
const layerOf = (w: Writer, note: NoteId) => {
  const found = noteAt(w.doc, note);
  return found && areaOf('group-iceberg', found.pos);
};

describe('bringing', () => {
  test('keeps text, tag and layer, lands in the column of the organisation, and says where it came from', () => {
    const { source, group, ids } = boards();
    expect(bringNotes(source, group, from(), ids)).toEqual({ brought: ids, refused: [] });
    const layout = layoutOf(readColumns(group.doc));
    for (const note of ids) {
      const copy = noteAt(group.doc, copyIdOf(board, note));
      expect(copy).toMatchObject({
        text: noteAt(source.doc, note)?.text,
        operational: true,
        organisation: 'b',
        author: null,
        origin: { board, note },
      });
      expect(layerOf(group, copyIdOf(board, note))).toBe(note.split('-')[0]);
      expect(columnOf(layout, centreOf(copy?.pos ?? [0, 0])[0])).toBe(1);
      expect(noteAt(source.doc, note)?.brought?.as).toBe(copy?.id);
    }
  });

  test('counts whoever brought under their name, however much, and nobody who did without', () => {
    const { source, group, ids } = boards();
    addNotes(group, [
      { id: id('there'), pos: [1000, 300], text: 'Escrita allí', createdAt: 1, organisation: org('a') },
    ]);
    bringNotes(source, group, from('anonymous'), ids.slice(0, 1));
    expect(organisationsOn(group.doc)).toBe(0);
    bringNotes(source, group, from(), ids.slice(1));
    expect(organisationsOn(group.doc)).toBe(1);
    const other = { ...from(), organisation: org('c'), board: newBoardId() };
    bringNotes(boards().source, group, other, ids);
    expect(organisationsOn(group.doc)).toBe(2);
  });

  test('of nothing changes nothing; twice gives one copy', () => {
    const { source, group, ids } = boards();
    bringNotes(source, group, from(), []);
    expect(readNotes(group.doc)).toEqual([]);
    bringNotes(source, group, from(), ids);
    const once = readNotes(group.doc);
    bringNotes(source, group, from(), [...ids, ...ids]);
    expect(readNotes(group.doc)).toEqual(once);
  });

  test('private, empty and missing notes are refused and leave no letter', () => {
    const { source, group, ids } = boards();
    const [secret] = ids;
    if (!secret) throw new Error('a note');
    flagNotes(source, [secret], 'private', true);
    addNotes(source, [{ id: id('blank'), pos: [900, 400], createdAt: 0, text: '  ' }]);
    expect(bringNotes(source, group, from(), [secret, id('blank'), id('nobody')]).refused).toEqual([
      { note: secret, why: 'private' },
      { note: 'blank', why: 'empty' },
      { note: 'nobody', why: 'missing' },
    ]);
    expect(readNotes(group.doc)).toEqual([]);
  });

  test('without a name: neither author, organisation nor origin, in a column of its own', () => {
    const { source, group, ids } = boards();
    bringNotes(source, group, from('anonymous'), ids.slice(0, 1));
    const [copy] = readNotes(group.doc);
    expect(copy).toMatchObject({ author: null, organisation: null, origin: null });
    expect(JSON.stringify(copy)).not.toContain(board);
    expect(readColumns(group.doc).at(-1)?.kind).toBe('anonymous');
  });

  test('a changed signature changes the one copy', () => {
    const { source, group, ids } = boards();
    bringNotes(source, group, from(), ids);
    bringNotes(source, group, from('anonymous'), ids.slice(0, 1));
    expect(readNotes(group.doc)).toHaveLength(ids.length);
  });

  test('two thousand notes of one layer come at once, each to a place of its own, and the columns stay readable', () => {
    const { source, group } = boards();
    const ids = Array.from({ length: COUNT.notesPerCommand }, (_, i) => id(`many-${i}`));
    addNotes(
      source,
      ids.map((note, i) => ({ id: note, pos: [800, 300], text: 'x'.repeat(1 + (i % 280)), createdAt: i })),
    );
    expect(bringNotes(source, group, from(), ids).brought).toHaveLength(ids.length);
    const copies = readNotes(group.doc);
    expect(new Set(copies.map(({ pos }) => pos.join())).size).toBe(ids.length);
    const layout = layoutOf(readColumns(group.doc));
    expect(readColumns(group.doc)).toHaveLength(3);
    for (const { pos } of copies) expect(columnOf(layout, centreOf(pos)[0])).toBe(1);
  });

  test('forty notes of one layer widen the column, stay in their layer and lie on nobody', () => {
    const { source, group, ids } = boards(40);
    addNotes(group, [
      {
        id: id('neighbour'),
        pos: [layoutOf(readColumns(group.doc)).columns[2]?.x ?? 0, 400],
        createdAt: 0,
        text: 'al lado',
      },
    ]);
    bringNotes(source, group, from(), ids);
    const notes = readNotes(group.doc);
    for (const note of ids) expect(layerOf(group, copyIdOf(board, note))).toBe(note.split('-')[0]);
    for (const a of notes)
      for (const b of notes) {
        if (a.id < b.id)
          expect(Math.abs(a.pos[0] - b.pos[0]) >= 200 || Math.abs(a.pos[1] - b.pos[1]) >= 200).toBe(true);
      }
  });
});

test('a long note takes the room it needs', () => {
  const { source, group } = boards(0);
  addNotes(
    source,
    Array.from({ length: 12 }, (_, i) => ({
      id: id(`l${i}`),
      pos: [900, 300],
      createdAt: i,
      text: 'larga '.repeat(46),
    })),
  );
  bringNotes(
    source,
    group,
    from(),
    Array.from({ length: 12 }, (_, i) => id(`l${i}`)),
  );
  const notes = readNotes(group.doc);
  for (const a of notes)
    for (const b of notes)
      if (a.id < b.id) expect(Math.abs(a.pos[0] - b.pos[0]) >= 200 || Math.abs(a.pos[1] - b.pos[1]) >= 290).toBe(true);
});

describe('afterwards', () => {
  test('later edits do not leak; refreshing takes them over', () => {
    const { source, group, ids } = boards();
    const [note] = ids;
    if (!note) throw new Error('a note');
    bringNotes(source, group, from(), ids);
    noteTextAt(source.doc, note)?.insert(0, 'nuevo ');
    const now = noteAt(source.doc, note);
    expect(now && isStale(now)).toBe(true);
    bringNotes(source, group, from(), ids);
    expect(noteAt(group.doc, copyIdOf(board, note))?.text).toBe('results 0');
    const still = noteAt(source.doc, note);
    expect(still && isStale(still)).toBe(true);
    expect(refreshNotes(source, group, from('organisation'), [note])).toEqual([note]);
    expect(noteAt(group.doc, copyIdOf(board, note))?.text).toBe('nuevo results 0');
    const fresh = noteAt(source.doc, note);
    expect(fresh && isStale(fresh)).toBe(false);
  });

  test('withdrawing takes the copy away and may be repeated', () => {
    const { source, group, ids } = boards();
    bringNotes(source, group, from(), ids);
    expect(withdrawNotes(source, group, from('organisation'), ids.slice(0, 1))).toEqual(ids.slice(0, 1));
    expect(withdrawNotes(source, group, from('organisation'), ids.slice(0, 1))).toEqual([]);
    expect(readNotes(group.doc)).toHaveLength(ids.length - 1);
    expect(noteAt(source.doc, ids[0] ?? id(''))?.brought).toBeNull();
  });
});

describe('what a mark on a note says', () => {
  const theirs = (): Source => ({ ...from(), board: newBoardId(), organisation: org('a') });
  /** A note that calls the copy of somebody else its own. */
  function forged() {
    const { source, group, ids } = boards();
    const other = boards();
    const owner = theirs();
    bringNotes(other.source, group, owner, other.ids.slice(0, 1));
    const victim = copyIdOf(owner.board, ids[0] ?? id(''));
    const note = id('results-0');
    const map = notesOf(source.doc).get(note);
    if (map instanceof Y.Map) map.set('brought', { as: victim, attribution: 'organisation', sum: 's' });
    return { source, group, note, victim, words: noteAt(group.doc, victim)?.text };
  }

  test('takes back, rewrites and replaces nothing of others', () => {
    const { source, group, note, victim, words } = forged();
    expect(words).toBe('results 0');
    noteTextAt(source.doc, note)?.insert(0, 'OTRA COSA ');
    expect(refreshNotes(source, group, from(), [note])).toEqual([]);
    expect(replacedBy(group, from(), [note])).toEqual([]);
    withdrawNotes(source, group, from(), [note]);
    bringNotes(source, group, from('anonymous'), [note]);
    bringNotes(source, group, from(), [note]);
    expect(noteAt(group.doc, victim)?.text).toBe(words);
    expect(noteAt(source.doc, note)?.brought?.as).toBe(copyIdOf(board, note));
  });

  test('is not needed: a deleted note and one without its mark are taken back', () => {
    const { source, group, ids } = boards();
    bringNotes(source, group, from(), ids);
    const [deleted, unmarked] = [ids[0] ?? id(''), ids[1] ?? id('')];
    deleteNotes(source, [deleted], 5);
    const map = notesOf(source.doc).get(unmarked);
    if (map instanceof Y.Map) map.delete('brought');
    expect(withdrawNotes(source, group, from(), [deleted, unmarked, id('never')])).toEqual([deleted, unmarked]);
    expect(readNotes(group.doc)).toHaveLength(ids.length - 2);
  });
});
