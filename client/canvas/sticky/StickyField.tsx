/** The text field of the note I write in, bound letter by letter to the shared text. Knows keys, not what comes of them elsewhere. */
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useEditor, useValue } from 'tldraw';
import { noteAt } from '../../../shared/board/notes.ts';
import type { NoteId } from '../../../shared/ids.ts';
import { LANGUAGE_TAG, type Language } from '../../../shared/language.ts';
import { TEXT } from '../../../shared/limits.ts';
import { areaOf } from '../../../shared/template/geometry.ts';
import { askedIn } from '../../../shared/template/texts.ts';
import type { BoardSession } from '../../board/session.ts';
import { bindTextField } from '../../board/text-binding.ts';
import { useTurn } from '../../board/use-turn.ts';
import { beginWriting } from '../../board/writing.ts';
import { useText } from '../../i18n/text.ts';
import { boardOf } from '../board.ts';
import { NOTE_TEXT, type NoteLayout } from '../drawing/note-layout.ts';
import { leaveNote, nextNote, noteAfter } from './moving-on.ts';
import { StarterChips } from './StarterChips.tsx';

/** From here on the remaining room is shown, gently. */
const COUNT_FROM = 230;

export function StickyField({ note, layout }: { readonly note: NoteId; readonly layout: NoteLayout }) {
  const editor = useEditor();
  const { session, language } = boardOf(editor.store);
  const field = useRef<HTMLTextAreaElement>(null);
  const [length, setLength] = useState(0);
  const t = useText();
  const lang = useValue(language);
  const asked = useAsked(session, note, lang);

  useLayoutEffect(() => {
    const element = field.current;
    const writing = element && beginWriting(session, note);
    if (!writing) {
      queueMicrotask(() => leaveNote(editor));
      return;
    }
    const unbind = bindTextField(element, writing.text, writing.typing);
    const count = (): void => setLength(element.value.length);
    count();
    writing.text.observe(count);
    return () => {
      unbind();
      writing.text.unobserve(count);
      writing.end();
    };
  }, [editor, session, note]);
  useFocus(field);

  const onKeyDown = (event: React.KeyboardEvent): void => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    const { key, shiftKey, ctrlKey, metaKey } = event;
    if (key === 'Escape' || (key === 'Enter' && !shiftKey && !ctrlKey && !metaKey)) leaveNote(editor);
    else if (key === 'Enter' && (ctrlKey || metaKey)) nextNote(editor, note);
    else if (key === 'Tab') noteAfter(editor, note, shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
  };
  const stop = (event: { stopPropagation(): void }): void => event.stopPropagation();
  const { fontSize, lineHeight, height } = layout;
  return (
    <>
      <textarea
        ref={field}
        className="sticky-field"
        aria-label={t('canvas.note.label')}
        placeholder={asked.question ?? t('canvas.note.placeholder')}
        lang={LANGUAGE_TAG[lang]}
        maxLength={TEXT.note}
        style={{ fontSize, lineHeight: `${lineHeight}px`, padding: NOTE_TEXT.padding, height }}
        onKeyDown={onKeyDown}
        onPointerDown={stop}
        onPointerUp={stop}
        onDoubleClick={stop}
        onTouchEnd={stop}
        onCopy={stop}
        onCut={stop}
        onPaste={stop}
      />
      {length === 0 && asked.starters.length > 0 ? (
        <StarterChips starters={asked.starters} field={field} below={height} />
      ) : null}
      {length >= COUNT_FROM ? (
        <span className="sticky-count" data-full={length >= TEXT.note}>
          {TEXT.note - length}
        </span>
      ) : null}
    </>
  );
}

/** What the area of the note asks; on the group iceberg nothing is asked any more. */
function useAsked(session: BoardSession, note: NoteId, language: Language) {
  const { kind } = session.board;
  const pos = noteAt(session.doc, note)?.pos;
  const { questions, starters } =
    pos && kind !== 'group-iceberg' ? askedIn(areaOf(kind, pos), language) : NOTHING_ASKED;
  const [at] = useTurn(questions.length);
  return { question: questions[at], starters };
}
const NOTHING_ASKED: ReturnType<typeof askedIn> = { questions: [], starters: [] };

/** At once, inside the gesture, for phone keyboards; then once more, because the browser's own handling of a click may take it away. */
function useFocus(field: React.RefObject<HTMLTextAreaElement>): void {
  useLayoutEffect(() => focusEnd(field.current), [field]);
  useEffect(() => {
    const timer = setTimeout(() => focusEnd(field.current), 0);
    return () => clearTimeout(timer);
  }, [field]);
}

function focusEnd(element: HTMLTextAreaElement | null): void {
  if (!element || element.ownerDocument.activeElement === element) return;
  element.focus({ preventScroll: true });
  element.setSelectionRange(element.value.length, element.value.length);
}
