/** *Apilar repetidas*: notes that seem to say the same, to stack or to leave, and the stacks there are. Stacks none by itself. */
import { type ReactNode, useRef } from 'react';
import type { Language } from '../../shared/language.ts';
import { areaTitle } from '../../shared/template/texts.ts';
import { namesOf } from '../board/lines.ts';
import type { BoardSession } from '../board/session.ts';
import { stack, unstack } from '../board/stacks.ts';
import { useStore } from '../board/store.ts';
import { useText } from '../i18n/text.ts';
import { areaTone } from '../list/tones.ts';
import { Button } from '../ui/Button.tsx';
import { GroupingHelp } from './GroupingHelp.tsx';
import styles from './Suggest.module.css';
import { type Together, useRepeated } from './use-repeated.ts';
import '../i18n/later.ts';

interface RepeatedNotesProps {
  readonly session: BoardSession;
  readonly language: Language;
  readonly onBack: () => void;
}

export default function RepeatedNotes({ session, language, onBack }: RepeatedNotesProps) {
  const t = useText();
  const head = useRef<HTMLHeadingElement>(null);
  const { pairs, stacks, tellApart } = useRepeated(session);
  const then = (deed: () => void) => (): void => {
    deed();
    head.current?.focus();
  };
  return (
    <GroupingHelp title={t('panels.repeated.title')} hint={t('panels.repeated.hint')} head={head} onBack={onBack}>
      <ul className={styles.proposals}>
        {pairs.map((pair) => (
          <Notes key={pair.key} session={session} language={language} together={pair}>
            <Button
              look="primary"
              icon="copy"
              onClick={then(() =>
                stack(
                  session,
                  pair.notes.map(({ id }) => id),
                ),
              )}
            >
              {t('panels.repeated.stack')}
            </Button>
            <Button look="quiet" icon="close" onClick={then(() => tellApart(pair))}>
              {t('panels.repeated.apart')}
            </Button>
          </Notes>
        ))}
      </ul>
      <p className={styles.soft} role="status">
        {pairs.length === 0 ? t('panels.repeated.none') : ''}
      </p>
      {stacks.length > 0 ? <h3 className={styles.into}>{t('panels.repeated.stacks')}</h3> : null}
      <ul className={styles.proposals}>
        {stacks.map((one) => (
          <Notes key={one.key} session={session} language={language} together={one}>
            <Button icon="undo" onClick={then(() => one.notes[0] && unstack(session, one.notes[0].id))}>
              {t('panels.repeated.open')}
            </Button>
          </Notes>
        ))}
      </ul>
    </GroupingHelp>
  );
}

interface NotesProps {
  readonly session: BoardSession;
  readonly language: Language;
  readonly together: Together;
  readonly children: ReactNode;
}

function Notes({ session, language, together: { layer, notes }, children }: NotesProps) {
  const cohort = useStore(session.cohort);
  const { ground, ink } = areaTone(layer);
  return (
    <li className={styles.proposal}>
      <small className={styles.layer} style={{ backgroundColor: ground, color: ink }}>
        {areaTitle(layer, language)}
      </small>
      <ul className={styles.texts}>
        {notes.map((note) => (
          <li key={note.id}>
            {note.text.trim()} <span className={styles.soft}>{namesOf(note, cohort).organisation}</span>
          </li>
        ))}
      </ul>
      <div className={styles.deeds}>{children}</div>
    </li>
  );
}
