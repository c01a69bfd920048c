/** The group iceberg: columns (organisations or themes) by layers, for any number of columns. Knows no text, and not which note is where. */
import type { LayerId } from './kinds.ts';
import layout from './layout.json' with { type: 'json' };
import type { Band, Box, Point } from './shapes.ts';

const base = layout.groupIceberg.n12;
const { cell, gap } = layout.note;
const TOP = base.bands.results[0] ?? 0;
const BAND_HEIGHT = 820;
const MARGIN = { right: 120, bottom: 80 } as const;
/** Head of a box, from the top of the box to its notes, and from the top of a band to its notes. */
const HEAD = { h: 84, toNotes: 100, fromBand: 140 } as const;
const BELOW_NOTES = 16;

export interface GroupColumn {
  readonly x: number;
  readonly w: number;
  /** Notes side by side. */
  readonly perRow: number;
  /** Free space left and right of the notes up to the border of a box. */
  readonly pad: number;
}

export interface GroupLayout {
  readonly w: number;
  readonly h: number;
  readonly waterline: number;
  readonly label: { readonly x: number; readonly w: number };
  readonly bands: Readonly<Record<LayerId, Band>>;
  readonly columns: ReadonlyArray<GroupColumn>;
  /** Height of the head of a box. */
  readonly head: number;
}

/**
 * The four bands, each three rows high. They never move: a fuller cell makes its column wider instead, so that nothing
 * anybody does at the same time can put a note into another layer (docs/decisions.md).
 */
const bandAt = (place: number): Band => ({ top: TOP + place * BAND_HEIGHT, bottom: TOP + (place + 1) * BAND_HEIGHT });
export const GROUP_BANDS: Readonly<Record<LayerId, Band>> = {
  results: bandAt(0),
  patterns: bandAt(1),
  structures: bandAt(2),
  beliefs: bandAt(3),
};

/** Everything about where things are, for this many columns (at least one is laid out). */
export function groupLayout(columns: number): GroupLayout {
  const count = Math.max(1, Math.floor(columns));
  const w = Math.max(base.columns.w, Math.floor((base.columns.w * 12) / count));
  const perRow = Math.max(1, Math.floor(w / cell));
  const pad = Math.min(30, (w - (perRow * cell - gap)) / 2 - 4);
  const bands = GROUP_BANDS;
  return {
    w: base.columns.x + count * w + MARGIN.right,
    h: bands.beliefs.bottom + MARGIN.bottom,
    waterline: bands.results.bottom,
    label: base.label,
    bands,
    columns: Array.from({ length: count }, (_, index) => ({ x: base.columns.x + index * w, w, perRow, pad })),
    head: HEAD.h,
  };
}

/** Whole rows of notes in a band, and the units they may take together when some notes are taller. */
const ROWS = 3;
export const CELL_ROOM = BAND_HEIGHT - HEAD.fromBand - BELOW_NOTES;

const columnAt = (group: GroupLayout, column: number): GroupColumn => {
  const found = group.columns[Math.min(Math.max(0, column), group.columns.length - 1)];
  if (!found) throw new Error('a group layout has at least one column');
  return found;
};

/** Where note number `index` of a cell goes. Rows past the end of the band are the caller's to avoid. */
export function cellPlace(group: GroupLayout, column: number, layer: LayerId, index: number): Point {
  const { x, w, perRow } = columnAt(group, column);
  const left = x + Math.floor((w - (perRow * cell - gap)) / 2);
  return [left + (index % perRow) * cell, group.bands[layer].top + HEAD.fromBand + Math.floor(index / perRow) * cell];
}

/** The places of a cell that lie wholly in its band. */
export function cellPlaces(group: GroupLayout, column: number, layer: LayerId): Point[] {
  const { perRow } = columnAt(group, column);
  return Array.from({ length: ROWS * perRow }, (_, index) => cellPlace(group, column, layer, index));
}

/** The places a cell gained at its right end since it had so many in all, without looking at the others. */
export function cellPlacesFrom(group: GroupLayout, column: number, layer: LayerId, had: number): Point[] {
  const { perRow } = columnAt(group, column);
  const before = Math.floor(had / ROWS);
  const gained = Math.max(0, perRow - before);
  return Array.from({ length: ROWS * gained }, (_, i) =>
    cellPlace(group, column, layer, Math.floor(i / gained) * perRow + before + (i % gained)),
  );
}

/** A cell from the head of its box down to the border of its band. */
export function cellBox(group: GroupLayout, column: number, layer: LayerId): Box {
  const { x, w } = columnAt(group, column);
  const band = group.bands[layer];
  const y = band.top + HEAD.fromBand - HEAD.toNotes;
  return { x: x + 4, y, w: w - 8, h: band.bottom - y };
}

/** Index of the column at this x, whatever their widths; before the first counts as the first, after the last as the last. */
export const columnOf = (group: GroupLayout, x: number): number => {
  const found = group.columns.findIndex((column) => x < column.x + column.w);
  return found < 0 ? group.columns.length - 1 : found;
};
