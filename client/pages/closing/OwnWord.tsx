/** The field for one person's word: mine, or that of somebody at my table. It is theirs to change until the session is closed. */
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { addWord, wordText } from '../../../shared/board/closing.ts';
import type { Person } from '../../../shared/cohort/document.ts';
import { TEXT } from '../../../shared/limits.ts';
import type { RoomSession } from '../../board/session.ts';
import { useText } from '../../i18n/text.ts';
import { SharedTextField } from '../../list/SharedTextField.tsx';
import { useTextValue } from '../../list/use-text-value.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/TextField.tsx';
import styles from './Closing.module.css';
import { LettersLeft } from './LettersLeft.tsx';
import { WALL_ID } from './WordWall.tsx';

interface OwnWordProps {
  readonly session: RoomSession;
  /** Which call of the cohort this is. */
  readonly call: number;
  readonly person: Pick<Person, 'id' | 'name' | 'organisation'>;
  /** Whether it is there already: then it is changed in place. */
  readonly isThere: boolean;
}

export function OwnWord({ session, call, person, isThere }: OwnWordProps) {
  const t = useText();
  const [draft, setDraft] = useState('');
  useWallWhenPut(isThere);
  const label =
    person.id === session.me.id ? t('peers.closing.word') : t('peers.closing.wordOf', { name: person.name });
  const text = isThere ? wordText(session.doc, call, person.id) : null;
  const there = useTextValue(text);
  const put = (event: FormEvent): void => {
    event.preventDefault();
    const word = draft.trim();
    if (word === '') return;
    addWord(session.writer, { session: call, person: person.id, organisation: person.organisation, text: word });
    setDraft('');
  };
  if (text)
    return (
      <div className={styles.own}>
        <p className="field__label">
          {label} <LettersLeft written={there.length} />
        </p>
        <SharedTextField
          session={session}
          text={text}
          presence={`text:word-${person.id}`}
          label={label}
          maxLength={TEXT.word}
          className={styles.field}
        />
      </div>
    );
  return (
    <form className={styles.own} onSubmit={put}>
      <TextField
        label={label}
        hint={
          <>
            {t('peers.closing.hint')} <LettersLeft written={draft.length} />
          </>
        }
        value={draft}
        onChange={setDraft}
        maxLength={TEXT.word}
        autoComplete="off"
      />
      <Button type="submit" look="primary" big disabled={draft.trim() === ''}>
        {t('peers.closing.put')}
      </Button>
    </form>
  );
}

/** The field of a word that was put on the wall goes: the keyboard follows the word. */
function useWallWhenPut(isThere: boolean): void {
  const wasThere = useRef(isThere);
  useEffect(() => {
    if (isThere && !wasThere.current) document.getElementById(WALL_ID)?.focus({ preventScroll: true });
    wasThere.current = isThere;
  }, [isThere]);
}
