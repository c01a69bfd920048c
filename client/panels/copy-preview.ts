/** What a kept copy shows before it is restored: an outline of plain words. Pure; snapshots from outside are parsed first. */

import type { Tag } from '../../shared/board/note.ts';
import { parseSnapshot } from '../../shared/board/snapshot-format.ts';
import { areaOf } from '../../shared/template/geometry.ts';
import { type AreaId, areasOf, type CanvasKind } from '../../shared/template/kinds.ts';
import { type PagePreview, pagePreviewOf } from './page-preview.ts';

export interface PreviewNote {
  readonly id: string;
  readonly text: string;
  readonly tag: Tag;
  readonly star: boolean;
  readonly theme: string;
}
interface NotesPreview {
  readonly kind: CanvasKind;
  readonly areas: readonly { readonly area: AreaId; readonly notes: readonly PreviewNote[] }[];
  readonly statement: string;
}

/** Null when it is not a board of notes this version can read. */
function notesPreviewOf(input: unknown): NotesPreview | null {
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

export type Preview = NotesPreview | PagePreview;

/** Null when this version cannot read it. */
export const previewOf = (input: unknown): Preview | null => notesPreviewOf(input) ?? pagePreviewOf(input);

interface Entry {
  readonly x?: number | undefined;
  readonly y?: number | undefined;
  readonly layer?: AreaId | undefined;
  readonly zone?: AreaId | undefined;
}
const areaOfEntry = (kind: CanvasKind, { x, y, layer, zone }: Entry): AreaId | undefined =>
  x === undefined || y === undefined ? (layer ?? zone) : areaOf(kind, [x, y]);
