import { describe, expect, test } from 'vitest';
import type { Writer } from '../../../shared/board/document.ts';
import { drawingsOf } from '../../../shared/board/document.ts';
import { putDrawing } from '../../../shared/board/drawings.ts';
import { addLinks, removeLinks } from '../../../shared/board/links.ts';
import {
  addNotes,
  deleteNotes,
  flagNotes,
  holdNotes,
  moveNotes,
  noteTextAt,
  readNotes,
} from '../../../shared/board/notes.ts';
import { applySnapshot, type SnapshotContext, toSnapshot } from '../../../shared/board/snapshot.ts';
import { parseSnapshot } from '../../../shared/board/snapshot-format.ts';
import { textAt } from '../../../shared/board/texts.ts';
import { addTheme } from '../../../shared/board/themes.ts';
import type { NoteId, OrgId, PersonId, ThemeId } from '../../../shared/ids.ts';
import { organisationColumns, writeColumns } from '../../../shared/synthesis/columns.ts';
import type { CanvasKind } from '../../../shared/template/kinds.ts';
import { joinedBoards } from '../../kit/docs.ts';

const context: SnapshotContext = {
  exportedAt: '2026-11-22T12:00:00.000Z',
  title: 'Iceberg de Techos de Yagrumo',
  cohort: { name: 'Marea', date: '2026-11-20' },
  organisation: { id: 'org' as OrgId, name: 'Techos de Yagrumo', acronym: 'TY' },
  people: [
    { id: 'ana' as PersonId, name: 'Ana Rivera' },
    { id: 'otra' as PersonId, name: 'Otra Persona' },
  ],
};
const id = (text: string): NoteId => text as NoteId;
function board(kind: CanvasKind): Writer {
  const [w] = joinedBoards(kind, 1);
  if (!w) throw new Error('a board');
  return w;
}
function filled(kind: CanvasKind): Writer {
  const w = board(kind);
  addNotes(w, [
    {
      id: id('a'),
      pos: [900, 300],
      text: 'Con «tildes», ’ y 🧊',
      tag: 'both',
      star: true,
      author: 'ana' as PersonId,
      organisation: 'org' as OrgId,
      createdAt: 2,
    },
    { id: id('b'), pos: [900, 1400], text: 'Solo nuestra', private: true, createdAt: 1 },
  ]);
  holdNotes(w, [id('b')], 'group');
  addLinks(w, [{ from: id('b'), to: id('a') }]);
  addTheme(w, { id: 't' as ThemeId, title: 'Tema', createdAt: 3 }, [id('a')]);
  putDrawing(w, {
    id: 'shape:pen',
    record: { type: 'draw', x: 1, props: { segments: [{ points: [{ x: 1, y: 2 }] }] } },
  });
  if (kind === 'value') textAt(w.doc, 'statement')?.insert(0, 'Con comunidades, logra.');
  if (kind === 'group-iceberg') writeColumns(w, organisationColumns(['org' as OrgId]));
  return w;
}
const throughFile = (w: Writer) => {
  const parsed = parseSnapshot(JSON.parse(JSON.stringify(toSnapshot(w.doc, context))));
  if (!parsed.ok) throw new Error(`${parsed.why} ${parsed.at}`);
  return parsed.snapshot;
};

describe.each(['iceberg', 'group-iceberg', 'value'] as const)('a %s', (kind) => {
  test('comes back equal from its file', () => {
    const from = filled(kind);
    const to = board(kind);
    applySnapshot(to, throughFile(from), 9);
    expect(toSnapshot(to.doc, context)).toEqual(toSnapshot(from.doc, context));
  });

  test('is restored in place whatever was done since', () => {
    const w = filled(kind);
    const copy = throughFile(w);
    const before = toSnapshot(w.doc, context);
    deleteNotes(w, [id('a')], 5);
    moveNotes(w, new Map([[id('b'), [0, 0]]]));
    flagNotes(w, [id('b')], 'private', false);
    noteTextAt(w.doc, id('b'))?.insert(0, 'otra cosa ');
    addNotes(w, [{ id: id('c'), pos: [1, 1], createdAt: 9, text: 'después' }]);
    drawingsOf(w.doc).delete('shape:pen');
    removeLinks(w, ['b>a']);
    addLinks(w, [{ from: id('c'), to: id('b') }]);
    holdNotes(w, [id('b')], null);
    applySnapshot(w, copy, 9);
    expect(toSnapshot(w.doc, context)).toEqual(before);
  });
});

describe('the file', () => {
  test('has the shape of an organisation in a cohort file, with the authors on it and nobody else', () => {
    const { organization } = toSnapshot(filled('iceberg').doc, context);
    expect(organization).toMatchObject({
      id: 'org',
      name: 'Techos de Yagrumo',
      acronym: 'TY',
      people: [{ id: 'ana', name: 'Ana Rivera' }],
    });
    expect(organization?.iceberg?.[1]).toMatchObject({
      id: 'a',
      layer: 'results',
      text: 'Con «tildes», ’ y 🧊',
      author: 'ana',
      tag: 'both',
      share: true,
    });
  });

  test('an organisation of a cohort file becomes an iceberg, each note in its layer', () => {
    const parsed = parseSnapshot({
      id: 'yagrumo',
      name: 'Techos',
      iceberg: [
        {
          id: 'y-1',
          layer: 'beliefs',
          text: 'Creemos que no',
          author: 'y.mt',
          tag: 'operational',
          theme: 'rest',
          share: false,
          atSec: 4,
        },
      ],
    });
    if (!parsed.ok) throw new Error(parsed.why);
    const w = board('iceberg');
    applySnapshot(w, parsed.snapshot, 0);
    expect(toSnapshot(w.doc, context).notes).toMatchObject([
      { id: 'y-1', layer: 'beliefs', share: false, tag: 'operational', theme: null },
    ]);
    expect(readNotes(w.doc)).toHaveLength(1);
  });

  test('hostile or foreign input is refused with the place that is wrong', () => {
    const good = throughFile(filled('iceberg'));
    const wrong = (change: object) => parseSnapshot({ ...good, ...change });
    expect(parseSnapshot(null)).toEqual({ ok: false, why: 'not-a-board' });
    expect(parseSnapshot([])).toEqual({ ok: false, why: 'not-a-board' });
    expect(parseSnapshot({ type: 'excalidraw' })).toEqual({ ok: false, why: 'not-a-board' });
    expect(wrong({ version: 2 })).toEqual({ ok: false, why: 'newer-version' });
    expect(wrong({ notes: [{ id: '../x', text: 'a' }] })).toEqual({ ok: false, why: 'invalid', at: 'notes.0.id' });
    expect(wrong({ notes: [{ id: 'a', text: 'x'.repeat(5_001) }] })).toMatchObject({ ok: false, at: 'notes.0.text' });
    expect(wrong({ notes: [{ id: 'a', text: 'x', x: 1e9, y: 0 }] })).toMatchObject({ ok: false, at: 'notes.0.x' });
    expect(wrong({ notes: Array.from({ length: 4_001 }, (_, i) => ({ id: `n${i}`, text: '' })) })).toMatchObject({
      ok: false,
      at: 'notes',
    });
    const deep = JSON.parse(`${'{"a":'.repeat(60)}1${'}'.repeat(60)}`);
    expect(wrong({ drawings: [{ id: 'd', record: deep }] })).toEqual({ ok: false, why: 'too-deep' });
    expect(parseSnapshot(JSON.parse('{"__proto__":{"kind":"tempano-board"},"notes":[]}'))).toEqual({
      ok: false,
      why: 'not-a-board',
    });
    expect(Object.prototype).not.toHaveProperty('kind');
  });
});

test('a text longer than a file takes becomes several notes, and not a letter is lost', () => {
  const w = board('iceberg');
  const text = `${'palabra 🧊 '.repeat(1400)}fin`;
  addNotes(w, [{ id: id('larga'), pos: [900, 300], text, createdAt: 1 }]);
  const file = toSnapshot(w.doc, context);
  expect(file.notes.length).toBeGreaterThan(2);
  expect(new Set(file.notes.map((note) => note.id)).size).toBe(file.notes.length);
  expect(file.notes.map((note) => note.text).join('')).toBe(text);
  expect(toSnapshot(w.doc, context)).toEqual(file);
  const parsed = parseSnapshot(JSON.parse(JSON.stringify(file)));
  if (!parsed.ok) throw new Error(`${parsed.why} ${parsed.at}`);
  const again = board('iceberg');
  applySnapshot(again, parsed.snapshot, 2);
  expect(
    readNotes(again.doc)
      .map((note) => note.text)
      .sort(),
  ).toEqual(file.notes.map((note) => note.text).sort());
});
