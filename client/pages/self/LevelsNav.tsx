/** Around the dimensions of a page: how many are answered, the way on, and on a phone the way from one to the next. */
import type { ReactNode } from 'react';
import { DIMENSION_IDS, type TimeId } from '../../../shared/template/dimensions.ts';
import type { SelfStep } from '../../../shared/template/self-assessment.ts';
import { useText } from '../../i18n/text.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import styles from './Self.module.css';

const NUMBER = DIMENSION_IDS.length;

export function Progress({ count }: { count: number }) {
  const t = useText();
  return (
    <div className={styles.progress}>
      <progress value={count} max={NUMBER} aria-label={t('self.answered', { count, of: NUMBER })} />
      <span aria-hidden="true">{t('self.progress', { count, of: NUMBER })}</span>
    </div>
  );
}

export function Onward({ time, isDone, onStep }: { time: TimeId; isDone: boolean; onStep: (step: SelfStep) => void }) {
  const t = useText();
  return (
    <Button look={isDone ? 'primary' : 'secondary'} onClick={() => onStep(time === 'now' ? 'then' : 'evidence')}>
      {t(time === 'now' ? 'self.goThen' : 'self.goEvidence')}
      <Icon name="forward" />
    </Button>
  );
}

/** Back and forth between dimensions, at the thumb. */
export function Turning({ at, onTurn, onward }: { at: number; onTurn: (at: number) => void; onward: ReactNode }) {
  const t = useText();
  return (
    <div className={styles.turning}>
      <Button icon="back" disabled={at === 0} onClick={() => onTurn(at - 1)}>
        {t('self.previous')}
      </Button>
      {at < NUMBER - 1 ? (
        <Button look="primary" onClick={() => onTurn(at + 1)}>
          {t('self.next')}
          <Icon name="forward" />
        </Button>
      ) : (
        onward
      )}
    </div>
  );
}
