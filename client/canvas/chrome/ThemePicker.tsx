/** A list of the themes of the board to pick one of. Knows not what for. */
import type { Editor } from 'tldraw';
import type { ThemeId } from '../../../shared/ids.ts';
import { themeTone } from '../../../shared/template/tones.ts';
import { useStore } from '../../board/store.ts';
import { useText } from '../../i18n/text.ts';
import { Menu } from '../../ui/Menu.tsx';
import { boardOf } from '../board.ts';
import { keepListInCanvas } from './list-in-canvas.ts';

interface ThemePickerProps {
  readonly editor: Editor;
  readonly label: string;
  readonly without?: ThemeId;
  readonly onPick: (theme: ThemeId) => void;
}

export function ThemePicker({ editor, label, without, onPick }: ThemePickerProps) {
  const themes = useStore(boardOf(editor.store).session.themes);
  const t = useText();
  if (themes.every(({ id }) => id === without)) return null;
  return (
    <Menu label={label} button={label} buttonClass="tool tool--words" align="left">
      {(close) => (
        <div ref={keepListInCanvas}>
          {themes.map(({ id, title }, i) =>
            id === without ? null : (
              <button
                key={id}
                type="button"
                className="menu__one"
                onClick={() => {
                  onPick(id);
                  close();
                  editor.focus();
                }}
              >
                <span className="theme-number" style={{ background: themeTone(i + 1).dark }}>
                  {i + 1}
                </span>
                {title.trim() === '' ? t('canvas.theme.untitled') : title}
              </button>
            ),
          )}
        </div>
      )}
    </Menu>
  );
}
