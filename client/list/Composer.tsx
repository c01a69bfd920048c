/** The field that adds notes to one area: type, Enter, next. Shows the guiding question, sentence starters and the two tags. */
import {
  type ClipboardEvent,
  type FocusEvent,
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
  useEffect,
  useRef,
  useState,
} from 'react';
import type { NoteId } from '../../shared/ids.ts';
import { TEXT } from '../../shared/limits.ts';
import type { AreaId } from '../../shared/template/kinds.ts';
import { areaTitle, askedIn, tagLabel } from '../../shared/template/texts.ts';
import { useStore } from '../board/store.ts';
import { useTurn } from '../board/use-turn.ts';
import { useText } from '../i18n/text.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import styles from './Composer.module.css';
import { cardOf } from './card-of.ts';
import { useList } from './list-context.ts';
import { grow } from './SharedTextField.tsx';
import { Sign } from './signs.tsx';
import { type Composer as ComposerState, useComposer } from './use-composer.ts';

/** From here on the field suggests to split the note. */
const LONG = 120;

export function Composer({ area, look }: { area: AreaId; look: 'bar' | 'card' }) {
  const t = useText();
  const { session, language, deeds, say } = useList();
  const composer = useComposer(session, area);
  const [written, setWritten] = useState(0);
  const [isLong, setLong] = useState(false);
  const { questions, starters } = askedIn(area, language);
  const [turn, nextQuestion] = useTurn(questions.length);
  const { field, note } = composer;
  const added = useRef<NoteId | null>(null);
  useEffect(() => {
    if (field.current) grow(field.current);
    // Not before: an empty field may be taller than a written one, and would cover what was in sight.
    if (added.current) showNew(added.current);
    added.current = null;
  });

  const next = (): void => {
    added.current = composer.finish();
    setLong(false);
    if (!added.current) return;
    setWritten(written + 1);
    say(t('list.said.added', { area: areaTitle(area, language) }));
  };
  const onInput = (isComposing: boolean): void => {
    if (!isComposing) composer.begin();
    if (field.current) grow(field.current);
    setLong((field.current?.value.length ?? 0) > LONG);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: leaving the whole group of controls closes the note
    <div className={look === 'bar' ? styles.bar : styles.card} onBlur={(event) => leaves(event) && next()}>
      <div className={styles.line}>
        <textarea
          ref={field}
          rows={1}
          data-composer={area}
          className={styles.field}
          aria-label={t('list.write.addTo', { area: areaTitle(area, language) })}
          aria-description={t('list.write.keys')}
          placeholder={questions[(written + turn) % questions.length] ?? t('list.write.placeholder')}
          maxLength={TEXT.note}
          enterKeyHint="next"
          onFocus={(event) => grow(event.currentTarget)}
          onInput={(event) => onInput(isComposing(event.nativeEvent))}
          onCompositionEnd={() => onInput(false)}
          onKeyDown={(event) => onKey(event, next)}
          onPaste={(event) => takeList(event, (text) => deeds.paste(text, area))}
        />
        <Button
          look="primary"
          icon={note === null ? 'plus' : 'check'}
          className={styles.add}
          aria-label={t(note === null ? 'list.write.add' : 'list.write.next')}
          onPointerDown={keepKeyboard}
          onClick={() => (note === null ? field.current?.focus() : next())}
        >
          {look === 'bar' && note === null ? null : t(note === null ? 'list.write.add' : 'list.write.next')}
        </Button>
      </div>
      {note === null ? (
        <Starters starters={starters} composer={composer}>
          {look === 'bar' && questions.length > 1 ? (
            <button
              type="button"
              className={styles.starter}
              aria-label={t('method.layer.next')}
              title={t('method.layer.next')}
              onPointerDown={keepKeyboard}
              onClick={nextQuestion}
            >
              <Icon name="refresh" size={18} />
            </button>
          ) : null}
        </Starters>
      ) : (
        <WrittenTags composer={composer} />
      )}
      {isLong ? <p className={styles.long}>{t('list.write.long')}</p> : null}
    </div>
  );
}

/** A new note lies where the canvas has room for it, often between others: it comes into sight and stands out for a moment. */
function showNew(note: NoteId): void {
  const card = cardOf(document, note);
  if (!card) return;
  card.dataset.new = '';
  card.scrollIntoView?.({ block: 'nearest' });
}

const isComposing = (event: Event): boolean => event instanceof InputEvent && event.isComposing;
/** On phones a tap on a button beside the field would close the keyboard. */
const keepKeyboard = (event: PointerEvent): void => event.preventDefault();
const leaves = (event: FocusEvent<HTMLElement>): boolean =>
  !(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget)) && document.hasFocus();

function onKey(event: KeyboardEvent<HTMLTextAreaElement>, next: () => void): void {
  if (event.nativeEvent.isComposing) return;
  if (event.key === 'Escape') event.currentTarget.blur();
  if (event.key !== 'Enter' || event.shiftKey) return;
  event.preventDefault();
  next();
}

/** A list from elsewhere becomes one note a line; a single line is pasted as text. */
function takeList(event: ClipboardEvent<HTMLTextAreaElement>, paste: (text: string) => void): void {
  const text = event.clipboardData.getData('text/plain');
  if (!text.trim().includes('\n') || event.currentTarget.value.trim() !== '') return;
  event.preventDefault();
  paste(text);
}

interface StartersProps {
  readonly starters: readonly string[];
  readonly composer: ComposerState;
  readonly children?: ReactNode;
}

function Starters({ starters, composer, children }: StartersProps) {
  const t = useText();
  return (
    <fieldset className={styles.starters} aria-label={t('list.write.starters')}>
      {children}
      {starters.map((starter) => (
        <button
          key={starter}
          type="button"
          className={styles.starter}
          onPointerDown={keepKeyboard}
          onClick={() => composer.start(starter)}
        >
          {starter}
        </button>
      ))}
    </fieldset>
  );
}

function WrittenTags({ composer }: { composer: ComposerState }) {
  const t = useText();
  const { session, language, deeds } = useList();
  const note = useStore(session.notes).find((one) => one.id === composer.note);
  if (!note) return null;
  return (
    <fieldset className={styles.starters} aria-label={t('list.note.tags')}>
      {(['operational', 'programmatic'] as const).map((half) => (
        <button
          key={half}
          type="button"
          className={styles.tag}
          aria-pressed={note[half]}
          onPointerDown={keepKeyboard}
          onClick={() => deeds.mark(note, half)}
        >
          <Sign name={half === 'operational' ? 'gear' : 'diamond'} size={16} />
          {tagLabel(half, language)}
          {note[half] ? <Icon name="check" size={16} /> : null}
        </button>
      ))}
    </fieldset>
  );
}
