/**
 * The columns of the group iceberg: organisations before grouping, themes after. They are written in the board, so that
 * every screen draws the same ones. Bands never move and only widths differ: a column that grows can push others aside,
 * never a note into another layer. Knows no view.
 */
import * as v from 'valibot';
import type * as Y from 'yjs';
import { metaOf, type Writer, write } from '../board/document.ts';
import type { Position } from '../board/note.ts';
import { moveNotes, readNotes } from '../board/notes.ts';
import type { NoteId, OrgId } from '../ids.ts';
import { COUNT } from '../limits.ts';
import { NOTE } from '../template/geometry.ts';
import { type GroupLayout, groupLayout } from '../template/group-iceberg.ts';

/** `id` names the organisation or theme; `anonymous` holds notes brought without a name, `loose` those without a theme. */
export interface Column {
  readonly kind: 'organisation' | 'theme' | 'anonymous' | 'loose';
  readonly id: string;
  /** Canvas units; holds `floor(w / 220)` notes side by side. */
  readonly w: number;
}

/** As wide as all notes of a full board side by side: no column that holds notes is wider. */
export const WIDEST_COLUMN = COUNT.notesPerBoard * NOTE.cell;

const COLUMNS = v.pipe(
  v.array(v.unknown()),
  v.maxLength(COUNT.notesPerBoard),
  v.array(
    v.object({
      kind: v.picklist(['organisation', 'theme', 'anonymous', 'loose']),
      id: v.pipe(v.string(), v.maxLength(80)),
      w: v.pipe(v.number(), v.minValue(2 * NOTE.cell), v.maxValue(WIDEST_COLUMN)),
    }),
  ),
);

/** The columns written in the board; none when it has none yet or they are unreadable. */
export const readColumns = (doc: Y.Doc): readonly Column[] => parseColumns(metaOf(doc).get('columns'));

/** Columns from outside; none when they are unreadable. */
export function parseColumns(value: unknown): readonly Column[] {
  const parsed = v.safeParse(COLUMNS, value);
  return parsed.success ? parsed.output : [];
}

export function writeColumns(w: Writer, columns: readonly Column[]): void {
  if (JSON.stringify(metaOf(w.doc).get('columns')) === JSON.stringify(columns)) return;
  write(w, () =>
    metaOf(w.doc).set(
      'columns',
      columns.map((column) => ({ ...column })),
    ),
  );
}

/** Where everything of a group iceberg with these columns lies. */
export function layoutOf(columns: readonly Column[]): GroupLayout {
  const base = groupLayout(Math.max(1, columns.length));
  const [first] = base.columns;
  if (columns.length === 0 || !first) return base;
  let x = first.x;
  const placed = columns.map(({ w }) => {
    const perRow = Math.floor(w / NOTE.cell);
    const column = { x, w, perRow, pad: Math.min(30, (w - (perRow * NOTE.cell - NOTE.gap)) / 2 - 4) };
    x += w;
    return column;
  });
  const total = placed.reduce((sum, column) => sum + column.w, 0);
  const usual = base.columns.reduce((sum, column) => sum + column.w, 0);
  return { ...base, columns: placed, w: base.w - usual + Math.max(total, LEAST_WIDTH) };
}
/** All columns together are never narrower than this (layout.json: twelve of 440). */
const LEAST_WIDTH = 12 * 2 * NOTE.cell;

/** One column for each organisation, as wide as their number allows. */
export function organisationColumns(organisations: readonly OrgId[]): Column[] {
  const w = groupLayout(Math.max(1, organisations.length)).columns[0]?.w ?? 2 * NOTE.cell;
  return organisations.map((id) => ({ kind: 'organisation', id, w }));
}

/** Makes a column wider by so many notes and moves all that lies to its right, in one go. */
export function widenColumn(w: Writer, index: number, notes: number): void {
  const columns = readColumns(w.doc);
  const edge = layoutOf(columns).columns[index];
  if (!edge || notes === 0) return;
  const by = notes * NOTE.cell;
  const moves = new Map<NoteId, Position>();
  for (const note of readNotes(w.doc)) {
    if (isRightOf(note.pos, edge)) moves.set(note.id, [note.pos[0] + by, note.pos[1]]);
  }
  write(w, () => {
    writeColumns(
      w,
      columns.map((column, i) => (i === index ? { ...column, w: column.w + by } : column)),
    );
    moveNotes(w, moves);
  });
}

/**
 * Takes the column of an organisation away and moves all that lies to its right up, in one go. False, and nothing happens,
 * while a note lies in it, whoever put it there.
 */
export function removeColumn(w: Writer, organisation: OrgId): boolean {
  const columns = readColumns(w.doc);
  const index = columns.findIndex(({ kind, id }) => kind === 'organisation' && id === organisation);
  const edge = layoutOf(columns).columns[index];
  if (!edge) return true;
  const notes = readNotes(w.doc);
  const right = notes.filter(({ pos }) => isRightOf(pos, edge));
  if (notes.some((note) => !right.includes(note) && note.pos[0] + NOTE.size / 2 > edge.x)) return false;
  write(w, () => {
    writeColumns(
      w,
      columns.filter((_, i) => i !== index),
    );
    moveNotes(w, new Map(right.map(({ id, pos: [x, y] }): [NoteId, Position] => [id, [x - edge.w, y]])));
  });
  return true;
}

/** Such a note makes room when the column grows. */
export const isRightOf = ([x]: Position, { x: left, w }: { readonly x: number; readonly w: number }): boolean =>
  x + NOTE.size / 2 > left + w;

/** Index of the column, added at the right end when it is not there yet. */
export function ensureColumn(w: Writer, kind: Column['kind'], id: string): number {
  const columns = readColumns(w.doc);
  const found = columns.findIndex((column) => column.kind === kind && column.id === id);
  if (found >= 0) return found;
  writeColumns(w, [...columns, { kind, id, w: columns[0]?.kind === kind ? columns[0].w : 2 * NOTE.cell }]);
  return columns.length;
}
