/** *En una oración*: a button over the drawn sentence and, while I write, a text field in its place. Knows no drawing. */
import { useLayoutEffect, useRef } from 'react';
import { type Editor, useEditor, useValue } from 'tldraw';
import { LANGUAGE_TAG } from '../../../shared/language.ts';
import { TEXT } from '../../../shared/limits.ts';
import { statementTexts } from '../../../shared/template/texts.ts';
import { VALUE } from '../../../shared/template/value.ts';
import { useStore } from '../../board/store.ts';
import { bindTextField } from '../../board/text-binding.ts';
import { useText } from '../../i18n/text.ts';
import { boardOf } from '../board.ts';
import { showArea } from '../camera.ts';
import { STATEMENT_TEXT } from '../drawing/ValueStatement.tsx';
import { OWN_PRESS } from '../own-press.ts';
import { statementEditing, statementText, useStatement } from './statement.ts';

const { x, y, w, h } = VALUE.statement;
const stop = (event: { stopPropagation(): void }): void => event.stopPropagation();

const isNarrow = (editor: Editor): boolean => editor.getViewportScreenBounds().w < 700;

export function StatementField() {
  const editor = useEditor();
  const { session, language } = boardOf(editor.store);
  const right = useStore(session.right);
  const writer = useStore(session.peers).find((peer) => peer.editing === 'text:statement');
  const { isEditing, text } = useStatement(session);
  const lang = useValue(language);
  const t = useText();
  const place = { left: x, top: y, width: w, height: h };
  return (
    <>
      {isEditing ? (
        <Field />
      ) : right === 'write' ? (
        <button
          type="button"
          className="statement-open"
          style={place}
          aria-label={`${statementTexts(lang).title}. ${text === '' ? t('canvas.note.empty') : text}`}
          {...OWN_PRESS}
          onClick={() => {
            if (isNarrow(editor)) showArea(editor, 'statement', false);
            statementEditing(session).set(true);
          }}
        />
      ) : null}
      {writer ? (
        <span className="sticky-writer" style={{ background: writer.user.colour, left: x + 30, top: y - 22 }}>
          {t('canvas.note.writing', { name: writer.user.name })}
        </span>
      ) : null}
    </>
  );
}

/** On a narrow screen no wider than that, with its lines under each other over the foot of the board. */
const roomOn = (editor: Editor) =>
  isNarrow(editor)
    ? { width: editor.getViewportPageBounds().maxX - x - 30, height: 1.5 * h, background: '#12304f', borderRadius: 30 }
    : { width: w, height: h - STATEMENT_TEXT.y };

function Field() {
  const editor = useEditor();
  const { session, language } = boardOf(editor.store);
  const field = useRef<HTMLTextAreaElement>(null);
  const lang = useValue(language);
  const done = (): void => statementEditing(session).set(false);
  useLayoutEffect(() => {
    const element = field.current;
    const text = statementText(session);
    if (!element || !text) return;
    const typing = session.undo.typing(text);
    session.setPresence('editing', 'text:statement');
    const unbind = bindTextField(element, text, typing);
    element.focus({ preventScroll: true });
    element.setSelectionRange(element.value.length, element.value.length);
    return () => {
      unbind();
      typing.end();
      session.setPresence('editing', null);
    };
  }, [session]);
  const { title, frame } = statementTexts(lang);
  return (
    <textarea
      ref={field}
      className="statement-field"
      aria-label={title}
      placeholder={frame}
      lang={LANGUAGE_TAG[lang]}
      maxLength={TEXT.statement}
      style={{
        left: x,
        top: y + STATEMENT_TEXT.y,
        ...roomOn(editor),
        padding: `0 ${STATEMENT_TEXT.x}px`,
        fontSize: 38,
        lineHeight: STATEMENT_TEXT.leading,
      }}
      onBlur={done}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.nativeEvent.isComposing || (event.key !== 'Escape' && event.key !== 'Enter')) return;
        event.preventDefault();
        done();
      }}
      {...OWN_PRESS}
      onDoubleClick={stop}
      onCopy={stop}
      onCut={stop}
      onPaste={stop}
    />
  );
}
