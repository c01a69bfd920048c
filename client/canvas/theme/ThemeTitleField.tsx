/** The title of a theme while I write it, bound to the shared title. Lies on the head of its box. */
import { useLayoutEffect, useRef } from 'react';
import { useEditor } from 'tldraw';
import { themeTitleAt } from '../../../shared/board/themes.ts';
import { TEXT } from '../../../shared/limits.ts';
import { themeTone } from '../../../shared/template/tones.ts';
import { mayWrite } from '../../board/actions.ts';
import { bindTextField } from '../../board/text-binding.ts';
import { useText } from '../../i18n/text.ts';
import { boardOf } from '../board.ts';
import { revealShape } from '../camera.ts';
import { OWN_PRESS } from '../own-press.ts';
import type { ThemeBoxShape } from '../shapes.ts';
import { leaveNote } from '../sticky/moving-on.ts';

/** A field on a narrow box reaches over its edge: one has to see what one writes. */
const LEAST = 260;

export function ThemeTitleField({ shape }: { readonly shape: ThemeBoxShape }) {
  const editor = useEditor();
  const { session } = boardOf(editor.store);
  const { theme, number, w, head } = shape.props;
  const field = useRef<HTMLInputElement>(null);
  const t = useText();
  useLayoutEffect(() => {
    const element = field.current;
    const text = themeTitleAt(session.doc, theme);
    if (!element || !text || !mayWrite(session)) return;
    const typing = session.undo.typing(text);
    session.setPresence('editing', `theme:${theme}`);
    const unbind = bindTextField(element, text, typing);
    const focus = (): void => {
      if (element.ownerDocument.activeElement === element) return;
      element.focus({ preventScroll: true });
      element.select();
    };
    focus();
    const timer = setTimeout(focus, 0);
    revealShape(editor, shape.id);
    return () => {
      clearTimeout(timer);
      unbind();
      typing.end();
      session.setPresence('editing', null);
    };
  }, [editor, session, shape.id, theme]);
  const stop = (event: { stopPropagation(): void }): void => event.stopPropagation();
  return (
    <input
      ref={field}
      className="theme-title"
      aria-label={t('canvas.theme.title')}
      maxLength={TEXT.themeTitle}
      style={{ left: 78, width: Math.max(LEAST, w - 130), height: head - 14, background: themeTone(number).light }}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.nativeEvent.isComposing || !['Enter', 'Escape'].includes(event.key)) return;
        event.preventDefault();
        leaveNote(editor);
      }}
      {...OWN_PRESS}
      onDoubleClick={stop}
      onCopy={stop}
      onCut={stop}
      onPaste={stop}
    />
  );
}
