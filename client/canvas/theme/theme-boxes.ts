/** Where the boxes of the themes lie: computed from their notes each time, never kept. Knows no tldraw. */
import { useMemo } from 'react';
import type { Note } from '../../../shared/board/note.ts';
import type { Theme } from '../../../shared/board/themes.ts';
import type { NoteId, ThemeId } from '../../../shared/ids.ts';
import { areaOf } from '../../../shared/template/geometry.ts';
import { themeBox } from '../../../shared/template/group-iceberg.ts';
import { LAYER_IDS, type LayerId } from '../../../shared/template/kinds.ts';
import type { Box } from '../../../shared/template/shapes.ts';
import type { BoardSession } from '../../board/session.ts';
import { useStore } from '../../board/store.ts';
import { layoutNote } from '../drawing/note-layout.ts';

export interface LayerBox {
  readonly layer: LayerId;
  readonly box: Box;
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

export function themeBoxes(themes: readonly Theme[], notes: readonly Note[]): ThemeBoxes[] {
  const byTheme = Map.groupBy(notes, (note) => note.theme);
  return themes.map(({ id, title }, index) => {
    const byLayer = Map.groupBy(byTheme.get(id) ?? [], (note) => areaOf('group-iceberg', note.pos));
    const boxes = LAYER_IDS.flatMap((layer) => layerBox(layer, byLayer.get(layer) ?? []) ?? []);
    return { theme: id, number: index + 1, title, boxes };
  });
}

function layerBox(layer: LayerId, notes: readonly Note[]): LayerBox | null {
  const box = themeBox(
    notes.map((note) => note.pos),
    8,
    notes.map((note) => layoutNote(note.text).height),
  );
  return box && { layer, box, notes: notes.map((note) => note.id) };
}

export function useThemeBoxes(session: BoardSession): ThemeBoxes[] {
  const themes = useStore(session.themes);
  const notes = useStore(session.notes);
  return useMemo(() => themeBoxes(themes, notes), [themes, notes]);
}
