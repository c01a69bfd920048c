/** The field in which a note is written, growing with its text. Enter closes, Ctrl+Enter goes on to the next, Shift+Enter breaks the line, Escape leaves. */
import { type KeyboardEvent, useLayoutEffect, useRef } from 'react';
import { TEXT } from '../../shared/limits.ts';
import { bindTextField } from '../board/text-binding.ts';
import { useText } from '../i18n/text.ts';
import { useList } from './list-context.ts';
import styles from './NoteCard.module.css';
import { grow } from './SharedTextField.tsx';

interface NoteEditorProps {
  /** After Ctrl+Enter. */
  readonly onNext: () => void;
}

export function NoteEditor({ onNext }: NoteEditorProps) {
  const t = useText();
  const { desk } = useList();
  const field = useRef<HTMLTextAreaElement>(null);
  const { writing, caret } = desk;

  useLayoutEffect(() => {
    const element = field.current;
    if (!element || !writing) return;
    const unbind = bindTextField(element, writing.text, writing.typing);
    const [start, end] = caret.current ?? [element.value.length, element.value.length];
    const resize = (): void => grow(element);
    element.focus({ preventScroll: true });
    element.setSelectionRange(start, end);
    element.scrollIntoView?.({ block: 'nearest' });
    element.addEventListener('input', resize);
    writing.text.observe(resize);
    resize();
    return () => {
      // The note may only be moving to another place on the page: its field comes back with the same caret.
      caret.current = [element.selectionStart, element.selectionEnd];
      element.removeEventListener('input', resize);
      writing.text.unobserve(resize);
      unbind();
    };
  }, [writing, caret]);

  const onKey = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.nativeEvent.isComposing) return;
    const closes = event.key === 'Escape' || (event.key === 'Enter' && !event.shiftKey);
    if (!closes) return;
    event.preventDefault();
    event.stopPropagation();
    desk.close();
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onNext();
  };

  return (
    <textarea
      ref={field}
      rows={1}
      data-part="text"
      className={styles.field}
      aria-label={t('list.write.editing')}
      aria-description={t('list.write.keys')}
      placeholder={t('list.write.placeholder')}
      maxLength={TEXT.note}
      enterKeyHint="done"
      onKeyDown={onKey}
      onBlur={() => {
        if (document.activeElement !== field.current) desk.close();
      }}
    />
  );
}
