/** One zone of the board: a card with its colour, title and question; the one that is worked on now says so. */
import { type ReactNode, useId } from 'react';
import { useText } from '../../i18n/text.ts';
import { classes } from '../../list/classes.ts';
import { Icon } from '../../ui/Icon.tsx';
import styles from './Zone.module.css';

interface ZoneProps {
  readonly title: string;
  readonly question?: string;
  readonly tone: 'blue' | 'violet' | 'green' | 'coral';
  readonly isActive?: boolean;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

export function Zone({ title, question, tone, isActive = false, className, children }: ZoneProps) {
  const t = useText();
  const id = useId();
  return (
    <section className={classes(styles.zone, styles[tone], isActive && styles.active, className)} aria-labelledby={id}>
      <header className={styles.head}>
        <h2 id={id}>{title}</h2>
        {isActive && (
          <span className={styles.now}>
            <Icon name="play" size={12} />
            {t('peers.round.now')}
          </span>
        )}
        {question && <p>{question}</p>}
      </header>
      <div className={styles.body}>{children}</div>
    </section>
  );
}
