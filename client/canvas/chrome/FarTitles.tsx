/** Titles of the themes at constant size on the screen, while the board is too far away to read them where they are. */
import { useEditor, useValue } from 'tldraw';
import { themeTone } from '../../../shared/template/tones.ts';
import { useText } from '../../i18n/text.ts';
import { boardOf } from '../board.ts';
import { softHyphens } from '../theme/soft-hyphens.ts';
import { useThemeBoxes } from '../theme/theme-boxes.ts';

/** Below this zoom a title on its box is smaller than 13 px and the notes are no longer read. */
const FAR = 0.35;

export function FarTitles() {
  const editor = useEditor();
  const { session } = boardOf(editor.store);
  const themes = useThemeBoxes(session);
  const isFar = useValue('far titles', () => editor.getZoomLevel() < FAR, [editor]);
  const { x, y, z } = useValue('camera', () => editor.getCamera(), [editor]);
  const t = useText();
  if (session.board.kind !== 'group-iceberg' || !isFar) return null;
  return themes.flatMap(({ theme, number, title, boxes }) =>
    boxes.slice(0, 1).map(({ box }) => (
      <span
        key={theme}
        className="far-title"
        style={{
          transform: `translate(${(box.x + x) * z}px, ${(box.y + y) * z}px)`,
          width: Math.max(64, box.w * z),
          background: themeTone(number).light,
          borderColor: themeTone(number).dark,
        }}
      >
        <b>{number}</b> {softHyphens(title.trim() === '' ? t('canvas.theme.untitled') : title)}
      </span>
    )),
  );
}
