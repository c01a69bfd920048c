import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { type Bulk, KEPT_BULKS, keepBulk, readBulks } from '../../../shared/board/bulk.ts';
import { bulkOfStep, LARGE } from '../../../shared/board/bulk-record.ts';
import { standing, undoBulk } from '../../../shared/board/bulk-undo.ts';
import { bulkOf, notesOf, themesOf, type Writer } from '../../../shared/board/document.ts';
import type { Position } from '../../../shared/board/note.ts';
import {
  addNotes,
  deleteNotes,
  flagNotes,
  moveNotes,
  noteAt,
  noteTextAt,
  readNotes,
  tagNotes,
  themeNotes,
} from '../../../shared/board/notes.ts';
import { addTheme, readThemes } from '../../../shared/board/themes.ts';
import { createUndo, type UndoStack } from '../../../shared/board/undo.ts';
import type { NoteId, PersonId } from '../../../shared/ids.ts';
import { newThemeId } from '../../../shared/ids.ts';
import { COUNT } from '../../../shared/limits.ts';
import { arrangeByThemes } from '../../../shared/synthesis/arrange.ts';
import { organisationColumns, readColumns, writeColumns } from '../../../shared/synthesis/columns.ts';
import { exchange, joinedBoards } from '../../kit/docs.ts';
import { createRandom } from '../../kit/random.ts';

interface Person extends Writer {
  readonly undo: UndoStack;
}
function people(count: number, kind: 'iceberg' | 'group-iceberg' = 'iceberg'): Person[] {
  return joinedBoards(kind, count).map(({ doc }, i) => {
    const undo = createUndo(doc, () => 0);
    undo.onStep((changes) => {
      const record = bulkOfStep(doc, changes, { at: i + 1, by: `p${i}` as PersonId });
      if (record) keepBulk(doc, 'recording', record, null);
    });
    return { doc, undo, origin: undo.origin };
  });
}
const id = (n: number): NoteId => `n${n}` as NoteId;
const ids = (count: number): NoteId[] => Array.from({ length: count }, (_, i) => id(i));
const fill = (w: Writer, count: number): void =>
  addNotes(
    { doc: w.doc, origin: 'seed' },
    ids(count).map((note, i) => ({ id: note, pos: [i * 220, 300], createdAt: i, text: `nota ${i}` })),
  );
function two(notes = 14, kind?: 'group-iceberg'): [Person, Person] {
  const [a, b] = people(2, kind);
  if (!a || !b) throw new Error('two people');
  fill(a, notes);
  exchange([a, b]);
  return [a, b];
}
function last(w: Writer): Bulk {
  const [bulk] = readBulks(w.doc);
  if (!bulk) throw new Error('no large change');
  return bulk;
}

describe('the last large change', () => {
  test('somebody else takes a deletion of all back; what a third one did meanwhile stays', () => {
    const [ana, bea] = two();
    deleteNotes(ana, ids(14), 5);
    exchange([ana, bea]);
    addNotes(bea, [{ id: id(99), pos: [0, 900], createdAt: 7, text: 'después' }]);
    exchange([ana, bea]);
    expect(last(bea).record).toMatchObject({ what: 'deleted', by: 'p0' });
    expect(standing(bea.doc, last(bea).record)).toBe(14);
    expect(undoBulk(bea, last(bea).record, 8)).toEqual({ restored: 14, kept: 0 });
    exchange([ana, bea]);
    expect(readNotes(ana.doc)).toHaveLength(15);
    expect(standing(ana.doc, last(ana).record)).toBe(14);
    expect(last(ana).record).toMatchObject({ what: 'restored', by: 'p1' });
  });

  test('undoing it is itself one step of undo', () => {
    const [ana, bea] = two();
    deleteNotes(ana, ids(14), 5);
    exchange([ana, bea]);
    undoBulk(bea, last(bea).record, 8);
    bea.undo.undo();
    expect(readNotes(bea.doc)).toHaveLength(0);
  });

  test('a note that was moved on stays where it was put, the others go back', () => {
    const [ana, bea] = two();
    moveNotes(ana, new Map(ids(10).map((note) => [note, [5, 5] as const])));
    exchange([ana, bea]);
    moveNotes(bea, new Map([[id(3), [777, 7]]]));
    expect(undoBulk(bea, last(bea).record, 8)).toEqual({ restored: 9, kept: 1 });
    expect(noteAt(bea.doc, id(3))?.pos).toEqual([777, 7]);
    expect(noteAt(bea.doc, id(4))?.pos).toEqual([880, 300]);
  });

  test('a note deleted since is not brought back by undoing a move', () => {
    const [ana, bea] = two();
    moveNotes(ana, new Map(ids(10).map((note) => [note, [5, 5] as const])));
    exchange([ana, bea]);
    deleteNotes(bea, [id(0)], 9);
    undoBulk(bea, last(bea).record, 10);
    expect(noteAt(bea.doc, id(0))).toBeNull();
  });

  test('pasted notes go, except those somebody has worked on', () => {
    const [ana, bea] = two(0);
    addNotes(
      ana,
      ids(9).map((note) => ({ id: note, pos: [0, 300] as const, createdAt: 1, text: 'pegada' })),
    );
    exchange([ana, bea]);
    expect(last(bea).record.what).toBe('added');
    noteTextAt(bea.doc, id(1))?.insert(0, 'muy ');
    tagNotes(bea, [id(2)], 'both');
    expect(undoBulk(bea, last(bea).record, 9)).toEqual({ restored: 7, kept: 2 });
    expect(readNotes(bea.doc).map((note) => note.id)).toEqual([id(1), id(2)]);
  });

  test('a new theme goes with its notes, unless somebody put another note in it', () => {
    const [ana, bea] = two(14, 'group-iceberg');
    const [empty, used] = [newThemeId(), newThemeId()];
    addTheme(ana, { id: empty, title: 'Uno', createdAt: 1 }, ids(8));
    const first = last(ana).record;
    addTheme(ana, { id: used, title: 'Dos', createdAt: 2 }, ids(8));
    const second = last(ana).record;
    exchange([ana, bea]);
    themeNotes(bea, [id(12)], used);
    undoBulk(bea, second, 9);
    expect(readThemes(bea.doc).map((theme) => theme.id)).toEqual([empty, used]);
    undoBulk(bea, first, 9);
    expect(readThemes(bea.doc).map((theme) => theme.id)).toEqual([used]);
    expect(noteAt(bea.doc, id(12))?.theme).toBe(used);
    expect(noteAt(bea.doc, id(0))?.theme).toBeNull();
  });

  test('arranging comes back with its columns', () => {
    const [ana, bea] = two(14, 'group-iceberg');
    writeColumns({ doc: ana.doc, origin: 'seed' }, organisationColumns([]));
    writeColumns({ doc: ana.doc, origin: 'seed' }, [{ kind: 'organisation', id: 'rios', w: 440 }]);
    addTheme(ana, { id: newThemeId(), title: 'Uno', createdAt: 1 }, ids(9));
    arrangeByThemes(ana);
    exchange([ana, bea]);
    const before = readColumns(bea.doc);
    expect(last(bea).record.what).toBe('arranged');
    undoBulk(bea, last(bea).record, 9);
    expect(readColumns(bea.doc)).not.toEqual(before);
    expect(readColumns(bea.doc)).toEqual([{ kind: 'organisation', id: 'rios', w: 440 }]);
    expect(noteAt(bea.doc, id(1))?.pos).toEqual([220, 300]);
  });

  test('fewer notes are no large change, and privacy is never undone for others', () => {
    const [ana] = two();
    deleteNotes(ana, ids(LARGE - 1), 5);
    flagNotes(ana, ids(14), 'private', true);
    expect(readBulks(ana.doc)).toEqual([]);
  });

  test.each([
    ['an empty board', 0],
    ['a board that has had many', 9],
  ])('people who record in the same instant on %s each keep theirs', (_, before) => {
    const all = people(25, 'group-iceberg');
    const [first] = all;
    if (!first) throw new Error('somebody');
    fill(first, 9);
    for (let i = 0; i < before; i++) moveNotes(first, new Map(ids(9).map((note) => [note, [i, i + 1] as Position])));
    exchange(all);
    // Their numbers are alike in every small count of places.
    const together = all.filter((_, i) => i % 24 === 0);
    for (const one of together) tagNotes(one, ids(9), 'operational');
    exchange(all);
    const made = readBulks(first.doc).filter(({ record }) => record.what === 'changed');
    expect(made.map(({ record }) => record.by).sort()).toEqual(['p0', 'p24']);
    expect(readBulks(together[1]?.doc ?? first.doc)).toEqual(readBulks(first.doc));
    for (const { undo, doc } of all) {
      undo.close();
      doc.destroy();
    }
  });

  test('only the last ones are kept, a full board fits, and rubbish is not read', () => {
    const [ana] = two(14);
    for (let i = 0; i < 12; i++) moveNotes(ana, new Map(ids(9).map((note) => [note, [i, i + 1] as Position])));
    expect(readBulks(ana.doc)).toHaveLength(KEPT_BULKS);
    expect(readBulks(ana.doc).map(({ record }) => record.at)).toEqual([12, 11, 10, 9, 8]);
    expect(bulkOf(ana.doc).size).toBeLessThanOrEqual(8);
    bulkOf(ana.doc).set('0', { at: 1e9, by: null, what: 'deleted', notes: { x: { pos: ['a', 1] } }, themes: [] });
    bulkOf(ana.doc).set('1', new Y.Map());
    expect(readBulks(ana.doc).every(({ record }) => record.at <= 12)).toBe(true);
    const [big] = people(1, 'group-iceberg');
    if (!big) throw new Error('one person');
    const all = Array.from({ length: COUNT.notesPerBoard }, (_, i) => `g:${'b'.repeat(21)}:${i}` as NoteId);
    addNotes(
      { doc: big.doc, origin: 'seed' },
      all.map((note, i) => ({ id: note, pos: [i, 0] as const, createdAt: i, text: '' })),
    );
    moveNotes(big, new Map(all.map((note, i) => [note, [i, 123_456.78] as const])));
    expect(standing(big.doc, last(big).record)).toBe(COUNT.notesPerBoard);
  });
});

/** What a note has under the keys that come back. */
const valuesOf = (doc: Y.Doc): Map<string, string> => {
  const values = new Map<string, string>();
  for (const [note, map] of notesOf(doc))
    for (const key of ['pos', 'theme', 'operational', 'star', 'deleted'])
      if (map instanceof Y.Map) values.set(`${note} ${key}`, JSON.stringify(map.get(key) ?? null));
  return values;
};

test.each(Array.from({ length: 40 }, (_, seed) => seed))(
  'three people at random, seed %i: an undone large change touches nothing else',
  (seed) => {
    const random = createRandom(seed);
    const all = people(3, 'group-iceberg');
    const [first] = all;
    if (!first) throw new Error('somebody');
    fill(first, 20);
    exchange(all);
    const themes = [newThemeId(), newThemeId()];
    for (const theme of themes)
      addTheme({ doc: first.doc, origin: 'seed' }, { id: theme, title: 't', createdAt: 1 }, []);
    exchange(all);
    const some = (w: Writer): NoteId[] => {
      const there = readNotes(w.doc).map((note) => note.id);
      const most = random.chance(0.4) ? there.length : 3;
      return there.filter(() => random.chance(0.7)).slice(0, most);
    };
    for (let step = 0; step < 60; step++) {
      const w = random.pick(all);
      const chosen = some(w);
      const deed = random.int(7);
      if (deed === 0) deleteNotes(w, chosen, 100 + step);
      else if (deed === 1) moveNotes(w, new Map(chosen.map((n) => [n, [random.int(900), random.int(900)] as const])));
      else if (deed === 2) themeNotes(w, chosen, random.pick(themes));
      else if (deed === 3) tagNotes(w, chosen, random.chance(0.5) ? 'operational' : null);
      else if (deed === 4) w.undo.undo();
      else if (deed === 5) exchange([random.pick(all), random.pick(all)]);
      else undoOne(w);
    }
    exchange(all);
    const [one, ...others] = all.map(({ doc }) => [doc.getMap('notes').toJSON(), themesOf(doc).toJSON()]);
    for (const other of others) expect(other).toEqual(one);
    for (const { undo, doc } of all) {
      undo.close();
      doc.destroy();
    }

    function undoOne(w: Person): void {
      const bulks = readBulks(w.doc);
      if (bulks.length === 0) return;
      const { record } = random.pick(bulks);
      const before = valuesOf(w.doc);
      undoBulk(w, record, 500);
      for (const [value, now] of valuesOf(w.doc)) {
        const [note, key] = value.split(' ');
        const change = record.notes[note ?? ''];
        const wanted = typeof change === 'object' ? change[key ?? ''] : undefined;
        const had = before.get(value);
        // Either untouched, or exactly what it was before the change.
        if (now !== had) expect(wanted && JSON.stringify(wanted[0])).toBe(now);
      }
    }
  },
);
