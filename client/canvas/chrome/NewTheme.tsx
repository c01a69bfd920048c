/** The title of a theme in the making: Enter makes it of the selected notes, Esc leaves everything as it was. */
import { useEffect, useRef } from 'react';
import type { Editor } from 'tldraw';
import type { NoteId } from '../../../shared/ids.ts';
import { TEXT } from '../../../shared/limits.ts';
import { makeTheme } from '../../board/actions.ts';
import { useText } from '../../i18n/text.ts';
import { Button } from '../../ui/Button.tsx';
import { boardOf } from '../board.ts';

interface NewThemeProps {
  readonly editor: Editor;
  readonly notes: readonly NoteId[];
  readonly onDone: () => void;
}

export function NewTheme({ editor, notes, onDone }: NewThemeProps) {
  const { session } = boardOf(editor.store);
  const field = useRef<HTMLInputElement>(null);
  const t = useText();
  useEffect(() => field.current?.focus(), []);
  return (
    <form
      className="new-theme"
      onSubmit={(event) => {
        event.preventDefault();
        makeTheme(session, field.current?.value ?? '', notes);
        onDone();
      }}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Escape') onDone();
      }}
    >
      <input
        ref={field}
        className="new-theme-title"
        aria-label={t('canvas.theme.title')}
        placeholder={t('canvas.theme.title')}
        maxLength={TEXT.themeTitle}
      />
      <Button look="primary" type="submit">
        {t('canvas.theme.create')}
      </Button>
    </form>
  );
}
