/** The four steps in a row: where I am, what is done, and a way to each. */
import type { Answers } from '../../../shared/board/answers.ts';
import { DIMENSION_IDS } from '../../../shared/template/dimensions.ts';
import { type SelfStep, STEP_IDS, stepTexts } from '../../../shared/template/self-assessment.ts';
import { useLanguage, useText } from '../../i18n/text.ts';
import { Icon } from '../../ui/Icon.tsx';
import styles from './Steps.module.css';

interface StepsProps {
  readonly at: SelfStep;
  readonly answers: Answers;
  readonly onStep: (step: SelfStep) => void;
}

export function Steps({ at, answers, onStep }: StepsProps) {
  const t = useText();
  const [language] = useLanguage();
  return (
    <nav aria-label={t('self.steps')}>
      <ol className={styles.steps}>
        {STEP_IDS.map((step, i) => {
          const isDone = isStepDone(step, answers);
          const count = step === 'now' || step === 'then' ? Object.keys(answers[step]).length : null;
          return (
            <li key={step}>
              <button
                type="button"
                className={styles.step}
                aria-current={step === at ? 'step' : undefined}
                onClick={() => onStep(step)}
              >
                <span className={styles.disc} data-done={isDone} aria-hidden="true">
                  {isDone ? <Icon name="check" size={16} /> : i + 1}
                </span>
                <span className={styles.words}>
                  <span>{stepTexts(step, language, '').title}</span>
                  {count !== null && (
                    <span className={styles.count}>{t('self.progress', { count, of: DIMENSION_IDS.length })}</span>
                  )}
                  {isDone && <span className="visually-hidden">, {t('self.stepDone')}</span>}
                </span>
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

function isStepDone(step: SelfStep, answers: Answers): boolean {
  if (step === 'evidence') return answers.proudest !== null;
  if (step === 'share') return answers.shared !== null;
  return Object.keys(answers[step]).length === DIMENSION_IDS.length;
}
