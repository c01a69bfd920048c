/**
 * The self-assessment of one person: today, three years ago, the evidence, sharing; one step on the screen at a time, so
 * that the answers of one do not lead those of the other. Knows no team but by what the person gives it.
 */
import { useLayoutEffect, useRef, useState } from 'react';
import { type Answers, readAnswers } from '../../shared/board/answers.ts';
import { DIMENSION_IDS, type TimeId } from '../../shared/template/dimensions.ts';
import { type SelfStep, STEP_IDS, selfSubtitle } from '../../shared/template/self-assessment.ts';
import type { RoomSession } from '../board/session.ts';
import { useStore } from '../board/store.ts';
import { useRoot } from '../board/use-root.ts';
import { useLanguage, useText } from '../i18n/text.ts';
import type { Seat } from '../sync/seats.ts';
import { Icon } from '../ui/Icon.tsx';
import { EvidenceStep } from './self/EvidenceStep.tsx';
import { LevelsStep } from './self/LevelsStep.tsx';
import styles from './self/Self.module.css';
import { ShareStep } from './self/ShareStep.tsx';
import { Steps } from './self/Steps.tsx';
import '../i18n/later.ts';

export default function SelfPage({ seat, session }: { seat: Seat; session: RoomSession }) {
  const t = useText();
  const [language] = useLanguage();
  const answers = useRoot(session.doc, 'answers', readAnswers);
  const right = useStore(session.right);
  const cohort = useStore(session.cohort);
  const [step, setStep] = useState(() => stepToBegin(answers));
  const top = useRef<HTMLDivElement>(null);
  const begun = useRef(step);
  // Whoever goes to another step begins at its top, with the keyboard as well.
  useLayoutEffect(() => {
    if (begun.current === step) return;
    begun.current = step;
    top.current?.closest('main')?.scrollTo({ top: 0 });
    top.current?.querySelector<HTMLElement>('[data-step-title]')?.focus({ preventScroll: true });
  }, [step]);
  return (
    <div className={styles.page} ref={top}>
      <p className={styles.private}>
        <Icon name="lock" size={22} />
        <span>
          <strong>{t('self.onlyYou')}.</strong>{' '}
          <span className={styles.privateMore}>
            {selfSubtitle(language)} {t('self.onlyYouMore')}
          </span>
        </span>
      </p>
      {right !== 'write' && (
        <p className="banner banner--warn" role="status">
          <Icon name="info" />
          {t(cohort.call.status === 'closed' ? 'self.closed' : 'self.readOnly')}
        </p>
      )}
      <Steps at={step} answers={answers} onStep={setStep} />
      {step === 'now' || step === 'then' ? (
        <LevelsStep key={step} time={step} session={session} answers={answers} onStep={setStep} />
      ) : step === 'evidence' ? (
        <EvidenceStep session={session} answers={answers} onStep={setStep} />
      ) : (
        <ShareStep seat={seat} session={session} answers={answers} onStep={setStep} />
      )}
    </div>
  );
}

/** Where somebody who comes back goes on. */
function stepToBegin(answers: Answers): SelfStep {
  const isWhole = (time: TimeId): boolean => Object.keys(answers[time]).length === DIMENSION_IDS.length;
  if (answers.shared) return 'share';
  const isDone = (step: SelfStep): boolean =>
    step === 'evidence' ? answers.proudest !== null : step !== 'share' && isWhole(step);
  return STEP_IDS.find((step) => !isDone(step)) ?? 'now';
}
