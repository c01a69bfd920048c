/** Where the boxes of the themes lie: computed from their notes each time, never kept. Knows no tldraw. */
import { useMemo } from 'react';
import type { Note } from '../../../shared/board/note.ts';
import type { Theme } from '../../../shared/board/themes.ts';
import type { NoteId, ThemeId } from '../../../shared/ids.ts';
import { type Column, layoutOf } from '../../../shared/synthesis/columns.ts';
import { areaOf, NOTE } from '../../../shared/template/geometry.ts';
import { LAYER_IDS, type LayerId } from '../../../shared/template/kinds.ts';
import type { Box } from '../../../shared/template/shapes.ts';
import type { BoardSession } from '../../board/session.ts';
import { useStore } from '../../board/store.ts';
import { layoutNote } from '../drawing/note-layout.ts';
import { type BoxRoom, boxInBoard, type HeadedBox } from './box-in-board.ts';

export interface LayerBox {
  readonly layer: LayerId;
  readonly box: HeadedBox;
  readonly notes: readonly NoteId[];
}
export interface ThemeBoxes {
  readonly theme: ThemeId;
  /** From 1, in order. */
  readonly number: number;
  readonly title: string;
  /** From the surface down; layers without notes have none. */
  readonly boxes: readonly LayerBox[];
}

export function themeBoxes(themes: readonly Theme[], notes: readonly Note[], columns: readonly Column[]): ThemeBoxes[] {
  const room: BoxRoom = {
    layout: layoutOf(columns),
    isHeaded: (column) => columns[column] !== undefined && columns[column].kind !== 'theme',
  };
  const placed = notes.map((note) => ({ note, box: outlineOf(note) }));
  const byTheme = Map.groupBy(notes, (note) => note.theme);
  return themes.map(({ id, title }, index) => {
    const others = placed.filter(({ note }) => note.theme !== id).map(({ box }) => box);
    const byLayer = Map.groupBy(byTheme.get(id) ?? [], (note) => areaOf('group-iceberg', note.pos));
    const boxes = LAYER_IDS.flatMap((layer) => layerBox(layer, byLayer.get(layer) ?? [], others, room) ?? []);
    return { theme: id, number: index + 1, title, boxes };
  });
}

const outlineOf = ({ pos: [x, y], text }: Note): Box => ({ x, y, w: NOTE.size, h: layoutNote(text).height });

function layerBox(layer: LayerId, notes: readonly Note[], others: readonly Box[], room: BoxRoom): LayerBox | null {
  const box = boxInBoard(notes.map(outlineOf), others, layer, room);
  return box && { layer, box, notes: notes.map((note) => note.id) };
}

export function useThemeBoxes(session: BoardSession): ThemeBoxes[] {
  const themes = useStore(session.themes);
  const notes = useStore(session.notes);
  const columns = useStore(session.columns);
  return useMemo(() => themeBoxes(themes, notes, columns), [themes, notes, columns]);
}
