/** Titles of the themes at constant size on the screen, while the board is too far away to read them where they are. */
import { useCallback, useMemo } from 'react';
import { useEditor, useValue } from 'tldraw';
import type { Theme } from '../../../shared/board/themes.ts';
import { layoutOf } from '../../../shared/synthesis/columns.ts';
import { NOTE } from '../../../shared/template/geometry.ts';
import { COLUMN_HEAD, columnBox } from '../../../shared/template/group-heads.ts';
import { LAYER_IDS } from '../../../shared/template/kinds.ts';
import { themeTone } from '../../../shared/template/tones.ts';
import { useStore } from '../../board/store.ts';
import { useText } from '../../i18n/text.ts';
import { boardOf } from '../board.ts';
import { groupHead } from '../drawing/GroupDrawing.tsx';
import { layoutNote } from '../drawing/note-layout.ts';
import { measureText } from '../drawing/text.ts';
import { type FarBoard, titlePlaces } from '../theme/far-places.ts';
import { titleShapes } from '../theme/far-shapes.ts';
import { useThemeBoxes } from '../theme/theme-boxes.ts';

/** Below this zoom a title on its box is smaller than 13 px and the notes are no longer read. */
const FAR = 0.35;

export function FarTitles() {
  const editor = useEditor();
  const { session } = boardOf(editor.store);
  const isFar = useValue('far titles', () => editor.getZoomLevel() < FAR, [editor]);
  if (session.board.kind !== 'group-iceberg' || !isFar) return null;
  return <Titles />;
}

function Titles() {
  const editor = useEditor();
  const board = useFarBoard();
  const { x, y, z } = useValue('camera', () => editor.getCamera(), [editor]);
  const places = useMemo(() => titlePlaces(board, z), [board, z]);
  const themes = useStore(boardOf(editor.store).session.themes);
  const title = useTitle();
  return themes.map((theme, i) => {
    const place = places[i];
    if (!place) return null;
    const { light, dark } = themeTone(i + 1);
    const transform = `translate(${x * z + place.x}px, ${y * z + place.y}px)`;
    const isShort = place.lines.length === 0;
    return (
      <span
        key={theme.id}
        className="far-title"
        data-short={isShort}
        style={{ transform, width: place.w, height: place.h, background: light, borderColor: dark }}
      >
        {isShort ? i + 1 : place.lines.join('\n')}
        {isShort && <span className="visually-hidden"> {title(theme)}</span>}
      </span>
    );
  });
}

function useTitle(): (theme: Theme) => string {
  const t = useText();
  return useCallback(({ title }) => (title.trim() === '' ? t('canvas.theme.untitled') : title), [t]);
}

function useFarBoard(): FarBoard {
  const { session, language } = boardOf(useEditor().store);
  const now = useValue(language);
  const cohort = useStore(session.cohort).meta.name;
  const title = useTitle();
  const themes = useStore(session.themes);
  const boxes = useThemeBoxes(session);
  const notes = useStore(session.notes);
  const columns = useStore(session.columns);
  const shapes = useMemo(
    () => themes.map((theme, i) => titleShapes(i + 1, title(theme), measureText)),
    [themes, title],
  );
  return useMemo(() => {
    const layout = layoutOf(columns);
    const left = layout.label.x + layout.label.w;
    return {
      themes: boxes.map((theme, i) => ({ boxes: theme.boxes.map(({ box }) => box), shapes: shapes[i] ?? [] })),
      notes: notes.map(({ pos: [x, y], text }) => ({ x, y, w: NOTE.size, h: layoutNote(text).height })),
      heads: layout.columns.flatMap((column, i) =>
        columns[i] && columns[i].kind !== 'theme'
          ? LAYER_IDS.map((layer) => ({ ...columnBox(layout, column, layer), h: COLUMN_HEAD.h }))
          : [],
      ),
      room: { x: left, y: 0, w: layout.w - left, h: layout.h },
      kept: groupHead(now, cohort, layout),
    };
  }, [boxes, shapes, notes, columns, cohort, now]);
}
