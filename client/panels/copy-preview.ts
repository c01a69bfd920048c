/** What a kept copy shows before it is restored: an outline of plain words. Pure; snapshots from outside are parsed first. */

import type { Tag } from '../../shared/board/note.ts';
import { parseSnapshot } from '../../shared/board/snapshot-format.ts';
import { areaOf } from '../../shared/template/geometry.ts';
import { type AreaId, areasOf, type CanvasKind } from '../../shared/template/kinds.ts';

export interface PreviewNote {
  readonly id: string;
  readonly text: string;
  readonly tag: Tag;
  readonly star: boolean;
  readonly theme: string;
}
export interface Preview {
  readonly kind: CanvasKind;
  readonly areas: readonly { readonly area: AreaId; readonly notes: readonly PreviewNote[] }[];
  readonly statement: string;
}

/** Null when it is not a board this version can read. */
export function previewOf(input: unknown): Preview | null {
  const parsed = parseSnapshot(input);
  if (!parsed.ok) return null;
  const { board, notes, themes, texts } = parsed.snapshot;
  const titles = new Map(themes.map((theme) => [theme.id, theme.title]));
  const areas = areasOf(board.kind).map((area) => ({
    area,
    notes: notes
      .filter((note) => areaOfEntry(board.kind, note) === area)
      .map(({ id, text, tag, star, theme }) => ({
        id,
        text,
        tag,
        star,
        theme: theme === null ? '' : (titles.get(theme) ?? ''),
      })),
  }));
  return { kind: board.kind, areas, statement: texts.statement ?? '' };
}

interface Entry {
  readonly x?: number | undefined;
  readonly y?: number | undefined;
  readonly layer?: AreaId | undefined;
  readonly zone?: AreaId | undefined;
}
const areaOfEntry = (kind: CanvasKind, { x, y, layer, zone }: Entry): AreaId | undefined =>
  x === undefined || y === undefined ? (layer ?? zone) : areaOf(kind, [x, y]);
