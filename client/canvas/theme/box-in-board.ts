/**
 * Where a theme's box lies so that it says no more than is so: inside the board, over no note of others beside its own,
 * and with its title under the head of a column, not over it. Pure: knows boxes, no themes and no tldraw.
 */
import { BOX_HEADS, COLUMN_HEAD, themeBox } from '../../../shared/template/group-heads.ts';
import type { GroupLayout } from '../../../shared/template/group-iceberg.ts';
import type { LayerId } from '../../../shared/template/kinds.ts';
import type { Box, Point } from '../../../shared/template/shapes.ts';

/** What a box has to mind. */
export interface BoxRoom {
  readonly layout: GroupLayout;
  /** Whether the column with this index has a head of its own. */
  readonly isHeaded: (column: number) => boolean;
}
export interface HeadedBox extends Box {
  /** Height of the head with the title. */
  readonly head: number;
}

const PAD = 8;
/** From a box to the edge of the board, and to a note that is not in it. */
const KEEP = { edge: 8, note: 6 } as const;
/** Of a head under its own notes, what is still seen at least. */
const SEEN = 8;

/** `own`: the notes of the theme in this layer; `others`: all notes that are not of the theme. Null without notes. */
export function boxInBoard(
  own: readonly Box[],
  others: readonly Box[],
  layer: LayerId,
  { layout, isHeaded }: BoxRoom,
): HeadedBox | null {
  const usual = themeBox(
    own.map(({ x, y }): Point => [x, y]),
    PAD,
    own.map(({ h }) => h),
  );
  if (!usual) return null;
  const top = Math.min(...own.map(({ y }) => y));
  const bottom = usual.y + usual.h;
  const notesEnd = Math.max(...own.map(({ x, w }) => x + w));
  const beside = others.filter(({ x, y, h }) => x >= notesEnd && y < bottom && y + h > top);
  const most = Math.min(layout.w - KEEP.edge, ...beside.map(({ x }) => x - KEEP.note));
  const right = Math.max(notesEnd + PAD, Math.min(usual.x + usual.w, most));
  const box = { ...usual, w: right - usual.x };
  const columnsUnder = layout.columns.filter(({ x, w }, column) => isHeaded(column) && x < right && box.x < x + w);
  if (columnsUnder.length === 0) return { ...box, head: BOX_HEADS.usual.h };
  const free = layout.bands[layer].top + COLUMN_HEAD.y + COLUMN_HEAD.h + 2;
  const y = Math.max(top - BOX_HEADS.slim.toNotes, Math.min(free, top - SEEN));
  return { ...box, y, h: bottom - y, head: BOX_HEADS.slim.h };
}
