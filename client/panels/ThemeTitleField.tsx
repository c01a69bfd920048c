/** The title of a theme as a field: whoever may write it writes it together, in the list of themes and where one is read. */
import type * as Y from 'yjs';
import type { ThemeId } from '../../shared/ids.ts';
import { TEXT } from '../../shared/limits.ts';
import type { BoardSession } from '../board/session.ts';
import { useText } from '../i18n/text.ts';
import { SharedTextField } from '../list/SharedTextField.tsx';

interface ThemeTitleFieldProps {
  readonly session: BoardSession;
  readonly theme: ThemeId;
  readonly text: Y.Text;
  readonly number: number;
  readonly className: string | undefined;
  readonly autoFocus?: boolean;
}

export function ThemeTitleField({ session, theme, text, number, className, autoFocus }: ThemeTitleFieldProps) {
  const t = useText();
  return (
    <SharedTextField
      session={session}
      text={text}
      presence={`theme:${theme}`}
      label={t('panels.themes.name', { number })}
      placeholder={t('panels.themes.prompt')}
      maxLength={TEXT.themeTitle}
      className={className}
      autoFocus={autoFocus}
    />
  );
}
