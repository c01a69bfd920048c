/** Head of a view that proposes something: the way back, what it is, and what it does with the notes. */
import type { ReactNode, RefObject } from 'react';
import { useText } from '../i18n/text.ts';
import { Button } from '../ui/Button.tsx';
import styles from './Suggest.module.css';

interface SuggestHeadProps {
  readonly id: string;
  readonly title: string;
  /** Where the focus goes when what had it is gone. */
  readonly head: RefObject<HTMLHeadingElement>;
  readonly onBack: () => void;
  readonly children: ReactNode;
}

export function SuggestHead({ id, title, head, onBack, children }: SuggestHeadProps) {
  const t = useText();
  return (
    <>
      <div className={styles.walk}>
        <Button look="quiet" icon="back" onClick={onBack}>
          {t('panels.themes.back')}
        </Button>
      </div>
      <h2 id={id} ref={head} tabIndex={-1} className={styles.title}>
        {title}
      </h2>
      <p className={styles.soft}>{children}</p>
    </>
  );
}
