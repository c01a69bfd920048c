/** What to try on the practice board, ticked off as this person does it, and told politely. In the list, marking takes the place of moving. */
import { useEffect, useRef, useState } from 'react';
import { type Tried, triedOn, watchTried } from '../board/practice.ts';
import type { BoardSession } from '../board/session.ts';
import { useStore } from '../board/store.ts';
import { useText } from '../i18n/text.ts';
import { Icon } from '../ui/Icon.tsx';
import styles from './PracticeChecks.module.css';
import '../i18n/practice.ts';

interface PracticeChecksProps {
  readonly session: BoardSession;
  readonly view: 'canvas' | 'list';
}

export default function PracticeChecks({ session, view }: PracticeChecksProps) {
  const t = useText();
  const tried = useStore(triedOn(session));
  const mayWrite = useStore(session.right) === 'write';
  useEffect(() => watchTried(session), [session]);
  const deeds: readonly (keyof Tried)[] = ['written', view === 'canvas' ? 'moved' : 'marked', 'deleted'];
  const left = deeds.filter((deed) => !tried[deed]);
  const said = useSaid(tried);
  if (!mayWrite) return null;
  return (
    <section className={styles.checks} aria-label={t('method.practice.label')}>
      {left.length === 0 ? (
        <p className={styles.all}>
          <span className={styles.tick}>
            <Icon name="check" />
          </span>
          {t('method.practice.all')}
        </p>
      ) : (
        <ol className={styles.list}>
          {deeds.map((deed) => (
            <li key={deed} data-done={tried[deed]}>
              <span className={styles.tick} aria-hidden="true">
                {tried[deed] ? <Icon name="check" size={16} /> : null}
              </span>
              {t(`method.practice.${deed}`)}
              {tried[deed] ? <span className="visually-hidden"> ({t('method.practice.done')})</span> : null}
            </li>
          ))}
        </ol>
      )}
      <p role="status" className="visually-hidden">
        {said ? t('method.practice.said', { deed: t(`method.practice.${said}`) }) : ''}{' '}
        {left.length === 0 ? t('method.practice.all') : ''}
      </p>
    </section>
  );
}

/** The deed that was ticked off last, to tell it. */
function useSaid(tried: Tried): keyof Tried | null {
  const before = useRef(tried);
  const [said, setSaid] = useState<keyof Tried | null>(null);
  useEffect(() => {
    const all: readonly (keyof Tried)[] = ['written', 'moved', 'marked', 'deleted'];
    const fresh = all.find((deed) => tried[deed] && !before.current[deed]);
    before.current = tried;
    if (fresh) setSaid(fresh);
  }, [tried]);
  return said;
}
