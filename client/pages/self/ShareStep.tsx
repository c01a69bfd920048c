/** What I answered at a glance, and whether it goes into the averages of my team. */
import { useId } from 'react';
import { type Answers, EVIDENCE } from '../../../shared/board/answers.ts';
import { textAt } from '../../../shared/board/texts.ts';
import { ownGrowth } from '../../../shared/synthesis/growth.ts';
import { type SelfStep, stepTexts } from '../../../shared/template/self-assessment.ts';
import type { RoomSession } from '../../board/session.ts';
import { useLanguage, useText } from '../../i18n/text.ts';
import { useTextValue } from '../../list/use-text-value.ts';
import type { Seat } from '../../sync/seats.ts';
import { Button } from '../../ui/Button.tsx';
import { GrowthProfile } from '../growth/GrowthProfile.tsx';
import styles from './Self.module.css';
import { Sharing } from './Sharing.tsx';

interface ShareStepProps {
  readonly seat: Seat;
  readonly session: RoomSession;
  readonly answers: Answers;
  readonly onStep: (step: SelfStep) => void;
}

export function ShareStep({ seat, session, answers, onStep }: ShareStepProps) {
  const t = useText();
  const id = useId();
  const [language] = useLanguage();
  const evidence = useTextValue(textAt(session.doc, EVIDENCE)).trim();
  const { title, prompt } = stepTexts('share', language, '');
  const isEmpty = Object.keys(answers.now).length + Object.keys(answers.then).length === 0;
  return (
    <section className={styles.step} aria-labelledby={`${id}-title`}>
      <header className={styles.head}>
        <h2 id={`${id}-title`} tabIndex={-1} data-step-title>
          {title}
        </h2>
        <p>{prompt}</p>
      </header>
      {isEmpty ? (
        <div className={styles.card}>
          <p>{t('self.nothingYet')}</p>
          <div className={styles.deeds}>
            <Button look="primary" onClick={() => onStep('now')}>
              {t('self.goNow')}
            </Button>
          </div>
        </div>
      ) : (
        <>
          <Sharing seat={seat} session={session} answers={answers} evidence={evidence} />
          <section className={styles.card} aria-labelledby={`${id}-summary`}>
            <div>
              <h3 id={`${id}-summary`}>{t('self.summary')}</h3>
              <p className={styles.soft}>{t('self.summaryHint')}</p>
            </div>
            <GrowthProfile growth={ownGrowth(answers)} />
            {evidence !== '' && <blockquote className={styles.quote}>{evidence}</blockquote>}
          </section>
        </>
      )}
    </section>
  );
}
