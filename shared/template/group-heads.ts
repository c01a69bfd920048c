/** Heads and boxes on the group iceberg: columns with a name over their notes, themes around theirs. For drawings alone. */
import { NOTE } from './geometry.ts';
import type { GroupColumn, GroupLayout } from './group-iceberg.ts';
import type { LayerId } from './kinds.ts';
import type { Box, Point } from './shapes.ts';

const BELOW_NOTES = 16;
/** The head of a column, from the top of its band: above it nothing, below it the slim head of a theme's box. */
export const COLUMN_HEAD = { y: 24, h: 44 } as const;
/** Heads of a theme's box: the usual, and where a column has a head of its own; `toNotes` from the top of the box. */
export const BOX_HEADS = { usual: { h: 84, toNotes: 100 }, slim: { h: 56, toNotes: 70 } } as const;

/** What is drawn of a column in one layer where it has a head: from that head down to the border of its band. */
export function columnBox({ bands }: GroupLayout, { x, w }: GroupColumn, layer: LayerId): Box {
  const { top, bottom } = bands[layer];
  return { x: x + 6, y: top + COLUMN_HEAD.y, w: w - 12, h: bottom - 14 - top - COLUMN_HEAD.y };
}

/** The box around notes of one theme in one layer (positions are top left corners); head included. Null without notes. */
export function themeBox(notes: ReadonlyArray<Point>, pad = 8, heights?: ReadonlyArray<number>): Box | null {
  if (notes.length === 0) return null;
  const { toNotes } = BOX_HEADS.usual;
  const left = Math.min(...notes.map(([x]) => x));
  const top = Math.min(...notes.map(([, y]) => y));
  const right = Math.max(left + 2 * NOTE.cell - NOTE.gap, ...notes.map(([x]) => x + NOTE.size));
  const bottom = Math.max(...notes.map(([, y], index) => y + (heights?.[index] ?? NOTE.size)));
  return {
    x: left - pad,
    y: top - toNotes,
    w: right - left + 2 * pad,
    h: bottom - top + toNotes + BELOW_NOTES,
  };
}
