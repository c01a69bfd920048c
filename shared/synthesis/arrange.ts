/**
 * Laying the group iceberg out again: columns = themes or organisations, rows = layers, nothing on top of anything.
 * Moves notes sideways and within their band only, so no note changes its layer. One transaction, so one undo restores.
 */
import type * as Y from 'yjs';
import { type Writer, write } from '../board/document.ts';
import type { Note, Position } from '../board/note.ts';
import { moveNotes, readNotes } from '../board/notes.ts';
import { onTop } from '../board/stacks.ts';
import { readThemes, themeOf } from '../board/themes.ts';
import type { NoteId, OrgId } from '../ids.ts';
import { areaOf, NOTE, roughHeight } from '../template/geometry.ts';
import { CELL_ROOM, cellPlace, columnOf, type GroupLayout } from '../template/group-iceberg.ts';
import { LAYER_IDS, type LayerId } from '../template/kinds.ts';
import { type Column, layoutOf, readColumns, writeColumns } from './columns.ts';

/** Height of a note as it is drawn; a long text makes it taller than 200. */
export type HeightOf = (note: Note) => number;
const rough: HeightOf = ({ text }) => roughHeight(text);

type Sorter = (note: Note) => Pick<Column, 'kind' | 'id'>;

/** *Ordenar por temas*: one column for each theme that has notes, in their order; loose notes in the last. */
export function arrangeByThemes(w: Writer, heightOf: HeightOf = rough): void {
  const used = new Set(readNotes(w.doc).map((note) => themeOf(w.doc, note)));
  const themes = readThemes(w.doc)
    .filter(({ id }) => used.has(id))
    .map(({ id }) => ({ kind: 'theme', id }) as const);
  arrange(
    w,
    themes,
    (note) => {
      const theme = themeOf(w.doc, note);
      return theme === null ? { kind: 'loose', id: '' } : { kind: 'theme', id: theme };
    },
    heightOf,
  );
}

/** *Ordenar por organización*: as the notes came in. */
export function arrangeByOrganisations(w: Writer, organisations: readonly OrgId[], heightOf: HeightOf = rough): void {
  const columns = organisations.map((id) => ({ kind: 'organisation', id }) as const);
  arrange(
    w,
    columns,
    (note) =>
      note.organisation !== null && organisations.includes(note.organisation)
        ? { kind: 'organisation', id: note.organisation }
        : { kind: 'anonymous', id: '' },
    heightOf,
  );
}

function arrange(w: Writer, order: readonly Pick<Column, 'kind' | 'id'>[], sort: Sorter, heightOf: HeightOf): void {
  const cells = new Map<string, Map<LayerId, Note[]>>();
  for (const note of inReadingOrder(w.doc)) {
    const { kind, id } = sort(note);
    const cell = cells.get(`${kind}/${id}`) ?? new Map<LayerId, Note[]>();
    cells.set(`${kind}/${id}`, cell);
    const layer = areaOf('group-iceberg', note.pos);
    cell.set(layer, [...(cell.get(layer) ?? []), note]);
  }
  const extra = (['anonymous', 'loose'] as const)
    .filter((kind) => cells.has(`${kind}/`))
    .map((kind) => ({ kind, id: '' }));
  const count = order.length + extra.length;
  const air = order[0]?.kind === 'theme' && count < 12 ? AIR : 0;
  const least = order.length === 0 ? 2 : Math.max(2, Math.min(6, Math.floor(24 / count)));
  const columns: Column[] = [...order, ...extra].map(({ kind, id }) => {
    const cell = cells.get(`${kind}/${id}`);
    const perRow = Math.max(least, ...LAYER_IDS.map((layer) => columnsNeeded(cell?.get(layer) ?? [], heightOf)));
    return { kind, id, w: perRow * NOTE.cell + air };
  });
  const layout = layoutOf(columns);
  const moves = new Map<NoteId, Position>();
  columns.forEach(({ kind, id }, index) => {
    for (const [layer, notes] of cells.get(`${kind}/${id}`) ?? [])
      placeCell(moves, layout, index, layer, notes, heightOf);
  });
  write(w, () => {
    writeColumns(w, columns);
    moveNotes(w, moves);
  });
}

/** Between the boxes of themes, while there are so few that the board has room for it (layout.json: twelve columns). */
const AIR = 40;

/**
 * Column after column, and in each row after row, as notes are laid: ordering once more changes nothing. Where there are no
 * columns yet, from the left.
 */
function inReadingOrder(doc: Y.Doc): Note[] {
  const columns = readColumns(doc);
  const layout = layoutOf(columns);
  const columnAt = ([x]: Position): number => (columns.length === 0 ? x : columnOf(layout, x + NOTE.size / 2));
  return [...onTop(readNotes(doc))].sort(
    (a, b) => columnAt(a.pos) - columnAt(b.pos) || a.pos[1] - b.pos[1] || a.pos[0] - b.pos[0] || (a.id < b.id ? -1 : 1),
  );
}

/** The fewest notes side by side with which all rows fit into the band. */
function columnsNeeded(notes: readonly Note[], heightOf: HeightOf): number {
  for (let perRow = 2; perRow < notes.length; perRow++)
    if (rowsHeight(notes, perRow, heightOf) <= CELL_ROOM) return perRow;
  return Math.max(2, notes.length);
}

function rowsHeight(notes: readonly Note[], perRow: number, heightOf: HeightOf): number {
  let height = 0;
  for (let at = 0; at < notes.length; at += perRow)
    height += rowHeight(notes.slice(at, at + perRow), heightOf) + NOTE.gap;
  return height - NOTE.gap;
}
const rowHeight = (row: readonly Note[], heightOf: HeightOf): number => Math.max(NOTE.size, ...row.map(heightOf));

function placeCell(
  moves: Map<NoteId, Position>,
  layout: GroupLayout,
  column: number,
  layer: LayerId,
  notes: readonly Note[],
  heightOf: HeightOf,
): void {
  const perRow = layout.columns[column]?.perRow ?? 2;
  let [, y] = cellPlace(layout, column, layer, 0);
  for (let at = 0; at < notes.length; at += perRow) {
    const row = notes.slice(at, at + perRow);
    for (const [i, note] of row.entries()) moves.set(note.id, [cellPlace(layout, column, layer, i)[0], y]);
    y += rowHeight(row, heightOf) + NOTE.gap;
  }
}
