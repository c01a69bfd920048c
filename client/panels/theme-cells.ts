/** The notes of a theme by layer, and how many there are. Pure. */
import type { Note } from '../../shared/board/note.ts';
import type { ThemeId } from '../../shared/ids.ts';
import { areaOf } from '../../shared/template/geometry.ts';
import { LAYER_IDS, type LayerId } from '../../shared/template/kinds.ts';
import { inReadingOrder } from '../board/reading-order.ts';

export interface ThemeCell {
  readonly layer: LayerId;
  readonly notes: readonly Note[];
}

/** All four layers, top to bottom. Null asks for the notes without a theme. */
export function themeCells(notes: readonly Note[], theme: ThemeId | null): ThemeCell[] {
  const inside = notes.filter((note) => note.theme === theme);
  return LAYER_IDS.map((layer) => ({
    layer,
    notes: inReadingOrder(inside.filter((note) => areaOf('group-iceberg', note.pos) === layer)),
  }));
}
