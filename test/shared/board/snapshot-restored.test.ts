/** A board restored from a file: value by value what it becomes, and what is left alone. */
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { drawingsOf, notesOf, themesOf, type Writer } from '../../../shared/board/document.ts';
import { putDrawing } from '../../../shared/board/drawings.ts';
import { addLinks, removeLinks } from '../../../shared/board/links.ts';
import {
  addNotes,
  deleteNotes,
  flagNotes,
  holdNotes,
  moveNotes,
  noteAt,
  noteTextAt,
  raiseNotes,
  readNotes,
  tagNotes,
} from '../../../shared/board/notes.ts';
import { applySnapshot, toSnapshot } from '../../../shared/board/snapshot.ts';
import { type BoardSnapshot, parseSnapshot } from '../../../shared/board/snapshot-format.ts';
import { rewriteText, textAt } from '../../../shared/board/texts.ts';
import {
  addTheme,
  dissolveTheme,
  mergeThemes,
  orderTheme,
  readThemes,
  themeOf,
  themeTitleAt,
} from '../../../shared/board/themes.ts';
import type { NoteId, ThemeId } from '../../../shared/ids.ts';
import { readColumns, writeColumns } from '../../../shared/synthesis/columns.ts';
import { areaOf } from '../../../shared/template/geometry.ts';
import type { CanvasKind } from '../../../shared/template/kinds.ts';
import { notedBoard } from './noted-board.ts';

const CONTEXT = { exportedAt: '', title: '', cohort: { name: '', date: '' }, organisation: null, people: [] };
const id = (text: string): NoteId => text as NoteId;
const SUSTAINS = { from: id('n1'), to: id('n0') };
const theme = (text: string): ThemeId => text as ThemeId;
const fileOf = (w: Writer): BoardSnapshot => {
  const parsed = parseSnapshot(JSON.parse(JSON.stringify(toSnapshot(w.doc, CONTEXT))));
  if (!parsed.ok) throw new Error(parsed.why);
  return parsed.snapshot;
};
function updatesOf(w: Writer, deed: () => void): number {
  let updates = 0;
  w.doc.on('update', () => {
    updates += 1;
  });
  deed();
  return updates;
}

describe('A board restored', () => {
  it('as it is already writes nothing', () => {
    const w = notedBoard('iceberg', { star: true, tag: 'both', private: true, held: 'group', growth: 'people' }, {});
    putDrawing(w, { id: 'shape:pen', record: { x: 1 } });
    addTheme(w, { id: theme('a'), title: 'Agua', createdAt: 3 }, [id('n0')]);
    addLinks(w, [SUSTAINS]);
    const file = fileOf(w);
    expect(updatesOf(w, () => applySnapshot(w, file, 9))).toBe(0);
  });

  it('as it was is one step, whatever was done with it', () => {
    const w = notedBoard('iceberg', { tag: 'operational' }, {}, { star: true, held: 'group', growth: 'people', z: 5 });
    putDrawing(w, { id: 'shape:pen', record: { x: 1 } });
    const file = fileOf(w);
    tagNotes(w, [id('n0')], 'programmatic');
    flagNotes(w, [id('n1')], 'private', true);
    flagNotes(w, [id('n2')], 'star', false);
    holdNotes(w, [id('n1'), id('n2')], 'individual');
    raiseNotes(w, [id('n2')]);
    moveNotes(w, new Map([[id('n1'), [5, 5]]]));
    deleteNotes(w, [id('n0')], 4);
    noteTextAt(w.doc, id('n1'))?.insert(0, 'No: ');
    putDrawing(w, { id: 'shape:pen', record: { x: 2 } });
    putDrawing(w, { id: 'shape:more', record: { x: 3 } });
    expect(updatesOf(w, () => applySnapshot(w, file, 9))).toBe(1);
    expect(toSnapshot(w.doc, CONTEXT)).toEqual(file);
    expect([noteAt(w.doc, id('n1'))?.held, noteAt(w.doc, id('n2'))?.z]).toEqual([null, 5]);
    expect(drawingsOf(w.doc).toJSON()).toEqual({ 'shape:pen': { x: 1 } });
  });

  it('has the links it had: one drawn since goes, one taken away since comes back', () => {
    const w = notedBoard('iceberg', {}, {}, {});
    addLinks(w, [SUSTAINS]);
    const file = fileOf(w);
    removeLinks(w, ['n1>n0']);
    addLinks(w, [{ from: id('n2'), to: id('n0') }]);
    applySnapshot(w, file, 9);
    expect(toSnapshot(w.doc, CONTEXT).links).toEqual([SUSTAINS]);
  });

  it('keeps the mark of what was brought from it, and when a note was deleted', () => {
    const brought = { as: id('g1'), attribution: 'name', sum: 's' } as const;
    const w = notedBoard('iceberg', { brought });
    const file = fileOf(w);
    addNotes(w, [{ id: id('late'), pos: [0, 0], createdAt: 3, text: 'después' }]);
    applySnapshot(w, file, 77);
    expect(noteAt(w.doc, id('n0'))?.brought).toEqual(brought);
    expect(notesOf(w.doc).toJSON().late.deleted.at).toBe(77);
  });

  it('has new notes with all they had, in the heights they had', () => {
    const file = fileOf(
      notedBoard('iceberg', { z: 40, star: true, private: true, growth: 'people', held: 'group' }, { z: 7 }),
    );
    const w = notedBoard('iceberg');
    applySnapshot(w, file, 9);
    expect(readNotes(w.doc)).toMatchObject([
      { id: 'n0', z: 40, star: true, private: true, growth: 'people', held: 'group' },
      { id: 'n1', z: 7, star: false, private: false, growth: null, held: null },
    ]);
  });

  it('takes a place that is no note for none', () => {
    const file = fileOf(notedBoard('iceberg', {}));
    const w = notedBoard('iceberg');
    notesOf(w.doc).set('n0', 'no note');
    applySnapshot(w, file, 9);
    expect(readNotes(w.doc)).toMatchObject([{ id: 'n0', text: 'nota 0' }]);
  });

  it('leaves a note alone whose text cannot be read, and does the others', () => {
    const file = fileOf(notedBoard('iceberg', {}, {}));
    const w = notedBoard('iceberg');
    notesOf(w.doc).set('n0', new Y.Map([['text', 'plain']]));
    applySnapshot(w, file, 9);
    expect(readNotes(w.doc).map((note) => note.id)).toEqual(['n1']);
  });

  it('keeps its sentence and its columns where the file says nothing of them', () => {
    const column = { kind: 'organisation', id: 'casa', w: 440 } as const;
    const value = notedBoard('value');
    const group = notedBoard('group-iceberg');
    const [silent, none] = [fileOf(notedBoard('iceberg')), fileOf(notedBoard('group-iceberg'))];
    const statement = textAt(value.doc, 'statement');
    if (!statement) throw new Error('a sentence');
    rewriteText(value, statement, 'Con otras.');
    writeColumns(group, [column]);
    applySnapshot(value, silent, 9);
    applySnapshot(group, none, 9);
    expect([statement.toString(), readColumns(group.doc)]).toEqual(['Con otras.', [column]]);
  });
});

describe('Themes restored', () => {
  const themed = (): Writer => {
    const w = notedBoard('group-iceberg', {}, {});
    addTheme(w, { id: theme('a'), title: 'Agua', createdAt: 3 }, [id('n0')]);
    addTheme(w, { id: theme('b'), title: 'Barro', createdAt: 4 }, [id('n1')]);
    return w;
  };

  it.each<[string, (w: Writer) => void]>([
    ['dissolved', (w) => dissolveTheme(w, theme('a'))],
    ['merged', (w) => mergeThemes(w, theme('b'), [theme('a')])],
    ['renamed', (w) => themeTitleAt(w.doc, theme('a'))?.insert(0, 'Más ')],
    ['in another order', (w) => orderTheme(w, theme('a'), 9)],
    ['gone for good', (w) => themesOf(w.doc).delete('a')],
    ['unreadable', (w) => themesOf(w.doc).set('a', 'Agua')],
    ['without a title', (w) => themesOf(w.doc).set('a', new Y.Map([['title', 'Agua']]))],
    ['joined by another', (w) => addTheme(w, { id: theme('c'), title: 'Cal', createdAt: 5 }, [id('n0')])],
  ])('are as they were, though one was %s', (_, change) => {
    const w = themed();
    const file = fileOf(w);
    change(w);
    applySnapshot(w, file, 9);
    expect(readThemes(w.doc)).toEqual([
      { id: 'a', title: 'Agua', order: 1, createdAt: 3 },
      { id: 'b', title: 'Barro', order: 2, createdAt: 4 },
    ]);
    expect(readNotes(w.doc).map((note) => themeOf(w.doc, note))).toEqual(['a', 'b']);
  });
});

describe('Notes of a file without a place', () => {
  const file = (notes: object[], kind = 'iceberg'): BoardSnapshot => {
    const parsed = parseSnapshot({ kind: 'tempano-board', version: 1, board: { kind }, notes });
    if (!parsed.ok) throw new Error(`${parsed.why} ${parsed.at}`);
    return parsed.snapshot;
  };
  const areasOn = (kind: CanvasKind, notes: object[]): string[] => {
    const w = notedBoard(kind);
    applySnapshot(w, file(notes, kind), 9);
    return readNotes(w.doc).map(({ pos }) => areaOf(kind, pos));
  };

  it('get one in their layer or zone, and in the first where they name none of this board', () => {
    expect(areasOn('iceberg', [{ id: 'a', text: 'a', layer: 'beliefs' }])).toEqual(['beliefs']);
    expect(areasOn('value', [{ id: 'a', text: 'a', zone: 'impact' }])).toEqual(['impact']);
    expect(areasOn('iceberg', [{ id: 'a', text: 'a', zone: 'impact' }])).toEqual(['results']);
    expect(areasOn('value', [{ id: 'a', text: 'a' }])).toEqual(['beneficiaries']);
  });

  it('get a whole one where half of it is missing', () => {
    for (const half of [{ x: 5 }, { y: 5 }])
      expect(areasOn('iceberg', [{ id: 'a', text: 'a', layer: 'beliefs', ...half }])).toEqual(['beliefs']);
  });

  it('get a free one: not that of a note which has one', () => {
    const [free] = placesOf([{ id: 'a', text: 'a', layer: 'results' }]);
    const [x, y] = free ?? [0, 0];
    const [taken, other] = placesOf([
      { id: 'a', text: 'a', x, y },
      { id: 'b', text: 'b', layer: 'results' },
    ]);
    expect([taken, other?.join() === free?.join()]).toEqual([free, false]);
  });

  function placesOf(notes: object[]) {
    const w = notedBoard('iceberg');
    applySnapshot(w, file(notes), 9);
    return readNotes(w.doc).map(({ pos }) => pos);
  }

  it('lie on a document that is no board yet as on a board of the file’s kind', () => {
    const w = { doc: new Y.Doc(), origin: null };
    applySnapshot(w, file([{ id: 'a', text: 'a', zone: 'alliances' }], 'value'), 9);
    expect(readNotes(w.doc).map(({ pos }) => areaOf('value', pos))).toEqual(['alliances']);
  });
});
