/** Titles of the themes at constant size on the screen, while the board is too far away to read them where they are. */
import { useEditor, useValue } from 'tldraw';
import { themeTone } from '../../../shared/template/tones.ts';
import { useText } from '../../i18n/text.ts';
import { boardOf } from '../board.ts';
import { titlePlaces, titleWidth } from '../theme/far-places.ts';
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
  const places = titlePlaces(
    themes.map(({ boxes }) => boxes.map(({ box }) => box)),
    z,
  );
  return themes.map(({ theme, number, title }, i) => {
    const box = places[i];
    return box ? (
      <span
        key={theme}
        className="far-title"
        style={{
          transform: `translate(${(box.x + x) * z}px, ${(box.y + y) * z}px)`,
          width: titleWidth(box, z),
          background: themeTone(number).light,
          borderColor: themeTone(number).dark,
        }}
      >
        <b>{number}</b> {softHyphens(title.trim() === '' ? t('canvas.theme.untitled') : title)}
      </span>
    ) : null;
  });
}
