/** A view beside the themes that proposes something: the way back, what it is, and what it does with the notes. */
import { type ReactNode, type RefObject, useId } from 'react';
import { useText } from '../i18n/text.ts';
import { Button } from '../ui/Button.tsx';
import styles from './ThemesPanel.module.css';

interface GroupingHelpProps {
  readonly title: string;
  readonly hint: string;
  /** Where the focus goes when what had it is gone. */
  readonly head: RefObject<HTMLHeadingElement>;
  readonly onBack: () => void;
  readonly children: ReactNode;
}

export function GroupingHelp({ title, hint, head, onBack, children }: GroupingHelpProps) {
  const t = useText();
  const id = useId();
  return (
    <section className={styles.panel} aria-labelledby={id}>
      <div className={styles.walk}>
        <Button look="quiet" icon="back" onClick={onBack}>
          {t('panels.themes.back')}
        </Button>
      </div>
      <h2 id={id} ref={head} tabIndex={-1} className={styles.title}>
        {title}
      </h2>
      <p className={styles.soft}>{hint}</p>
      {children}
    </section>
  );
}
