/** A text field on a shared text that is always there (the sentence, a theme's title): live for everybody, bound while it has the keyboard. Knows no note. */
import { type KeyboardEvent, useLayoutEffect, useRef } from 'react';
import type * as Y from 'yjs';
import type { RoomSession } from '../board/session.ts';
import { bindTextField } from '../board/text-binding.ts';

interface SharedTextFieldProps {
  readonly session: RoomSession;
  readonly text: Y.Text;
  /** How others see what is written: `text:<key>` or `theme:<id>`. */
  readonly presence: string;
  readonly label: string;
  readonly readOnly?: boolean;
  readonly placeholder?: string;
  readonly maxLength?: number;
  readonly className?: string | undefined;
  readonly describedBy?: string;
  readonly autoFocus?: boolean;
  /** Enter and Escape leave the field. */
  readonly onLeave?: () => void;
  /** Enter makes a new line: only Escape leaves. */
  readonly lines?: boolean;
}

export function SharedTextField(props: SharedTextFieldProps) {
  const { session, text, presence, readOnly = false, autoFocus = false, onLeave } = props;
  const field = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    const element = field.current;
    if (!element) return;
    const release = keepEqual(element, text, session, presence, readOnly);
    if (autoFocus) element.focus();
    return release;
  }, [text, session, presence, readOnly, autoFocus]);
  return (
    <textarea
      ref={field}
      rows={1}
      className={props.className}
      aria-label={props.label}
      aria-describedby={props.describedBy}
      placeholder={props.placeholder}
      maxLength={props.maxLength}
      readOnly={readOnly}
      onKeyDown={(event) => leaveOnKey(event, props.lines ?? false, onLeave)}
    />
  );
}

function leaveOnKey(event: KeyboardEvent<HTMLTextAreaElement>, lines: boolean, onLeave?: () => void): void {
  if (event.nativeEvent.isComposing || (event.key !== 'Escape' && (event.key !== 'Enter' || lines))) return;
  event.preventDefault();
  event.stopPropagation();
  event.currentTarget.blur();
  onLeave?.();
}

/** Shows the text as it is; while the field has the keyboard, what is typed goes into the text. */
function keepEqual(
  field: HTMLTextAreaElement,
  text: Y.Text,
  session: RoomSession,
  presence: string,
  readOnly: boolean,
): () => void {
  let leave: (() => void) | null = null;
  const show = (): void => {
    if (leave === null && field.value !== text.toString()) field.value = text.toString();
    grow(field);
  };
  const onFocus = (): void => {
    if (leave || readOnly || session.right.get() !== 'write') return;
    const typing = session.undo.typing(text);
    const unbind = bindTextField(field, text, typing);
    session.setPresence('editing', presence);
    leave = () => {
      leave = null;
      unbind();
      typing.end();
      session.setPresence('editing', null);
    };
  };
  const onBlur = (): void => {
    leave?.();
    show();
  };
  show();
  const stopGrowing = growWithLetters(field);
  text.observe(show);
  field.addEventListener('focus', onFocus);
  field.addEventListener('blur', onBlur);
  field.addEventListener('input', show);
  return () => {
    leave?.();
    stopGrowing();
    text.unobserve(show);
    field.removeEventListener('focus', onFocus);
    field.removeEventListener('blur', onBlur);
    field.removeEventListener('input', show);
  };
}

/** Fonts that arrive late and a field that gets narrower change how many lines a text takes. */
function growWithLetters(field: HTMLTextAreaElement): () => void {
  let width = 0;
  const observer =
    typeof ResizeObserver === 'undefined'
      ? null
      : new ResizeObserver(() => {
          if (field.clientWidth === width) return;
          width = field.clientWidth;
          grow(field);
        });
  observer?.observe(field);
  void field.ownerDocument.fonts?.ready.then(() => grow(field));
  return () => observer?.disconnect();
}

/** As tall as its text. */
export function grow(field: HTMLTextAreaElement): void {
  field.style.height = 'auto';
  if (field.scrollHeight > 0) field.style.height = `${field.scrollHeight + field.offsetHeight - field.clientHeight}px`;
}
