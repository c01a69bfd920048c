/** What can be done with a selected theme: another title, merging, dissolving. */
import { type Editor, useValue } from 'tldraw';
import { dissolveTheme, mergeThemes } from '../../../shared/board/themes.ts';
import type { ThemeId } from '../../../shared/ids.ts';
import { mayWrite } from '../../board/actions.ts';
import { useText } from '../../i18n/text.ts';
import { Icon } from '../../ui/Icon.tsx';
import { boardOf } from '../board.ts';
import { ThemePicker } from './ThemePicker.tsx';

export function ThemeActions({ editor, theme }: { readonly editor: Editor; readonly theme: ThemeId }) {
  const { session } = boardOf(editor.store);
  const box = useValue('selected box', () => editor.getOnlySelectedShapeId(), [editor]);
  const t = useText();
  return (
    <>
      <button type="button" className="tool tool--words" onClick={() => editor.setEditingShape(box)}>
        <Icon name="pen" /> {t('canvas.theme.rename')}
      </button>
      <ThemePicker
        editor={editor}
        label={t('canvas.theme.mergeWith')}
        without={theme}
        onPick={(other) => {
          if (mayWrite(session)) mergeThemes(session.writer, other, [theme]);
        }}
      />
      <button
        type="button"
        className="tool tool--words"
        onClick={() => {
          if (mayWrite(session)) dissolveTheme(session.writer, theme);
          editor.focus();
        }}
      >
        <Icon name="trash" /> {t('canvas.theme.dissolve')}
      </button>
    </>
  );
}
