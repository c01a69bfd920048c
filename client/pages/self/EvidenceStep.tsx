/** The change somebody is proudest of, and one fact that shows it. Knows nothing of sharing. */
import { useId } from 'react';
import { type Answers, EVIDENCE, type Levels, setProudest } from '../../../shared/board/answers.ts';
import { textAt } from '../../../shared/board/texts.ts';
import type { Language } from '../../../shared/language.ts';
import { TEXT } from '../../../shared/limits.ts';
import { DIMENSION_IDS, type DimensionId } from '../../../shared/template/dimensions.ts';
import { dimensionTexts, levelLabel, type SelfStep, stepTexts } from '../../../shared/template/self-assessment.ts';
import type { RoomSession } from '../../board/session.ts';
import { useStore } from '../../board/store.ts';
import { useLanguage, useText } from '../../i18n/text.ts';
import type { Translate } from '../../i18n/words.ts';
import { SharedTextField } from '../../list/SharedTextField.tsx';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import styles from './Self.module.css';

interface EvidenceStepProps {
  readonly session: RoomSession;
  readonly answers: Answers;
  readonly onStep: (step: SelfStep) => void;
}

export function EvidenceStep({ session, answers, onStep }: EvidenceStepProps) {
  const t = useText();
  const name = useId();
  const [language] = useLanguage();
  const mayWrite = useStore(session.right) === 'write';
  const { title, prompt } = stepTexts('evidence', language, '');
  const choose = (dimension: DimensionId): void => {
    if (session.right.get() === 'write') setProudest(session.writer, dimension);
  };
  return (
    <section className={styles.step} aria-labelledby={`${name}-title`}>
      <header className={styles.head}>
        <h2 id={`${name}-title`} tabIndex={-1} data-step-title>
          {title}
        </h2>
        <p>{prompt}</p>
      </header>
      <div className={styles.card}>
        <fieldset className={styles.choices} disabled={!mayWrite}>
          <legend>{t('self.proudest')}</legend>
          {DIMENSION_IDS.map((dimension) => (
            <label key={dimension} className={styles.choice}>
              <input
                type="radio"
                name={name}
                checked={answers.proudest === dimension}
                onChange={() => choose(dimension)}
              />
              <strong>{dimensionTexts(dimension, language).title}</strong>
              <span>{changeInWords(t, language, answers, dimension)}</span>
            </label>
          ))}
        </fieldset>
      </div>
      <Sentence session={session} mayWrite={mayWrite} />
      <footer className={styles.foot}>
        <Button look={answers.proudest ? 'primary' : 'secondary'} onClick={() => onStep('share')}>
          {t('self.goShare')}
          <Icon name="forward" />
        </Button>
      </footer>
    </section>
  );
}

/** «De Inicial a Establecido». */
function changeInWords(
  t: Translate,
  language: Language,
  { now, then }: { now: Levels; then: Levels },
  dimension: DimensionId,
): string {
  const [after, before] = [now[dimension], then[dimension]];
  if (!after || !before) return t('self.noChange');
  if (after === before) return t('self.stays', { level: levelLabel(after, language) });
  return t('self.fromTo', { from: levelLabel(before, language), to: levelLabel(after, language) });
}

function Sentence({ session, mayWrite }: { session: RoomSession; mayWrite: boolean }) {
  const t = useText();
  const id = useId();
  const text = textAt(session.doc, EVIDENCE);
  if (!text) return null;
  return (
    <div className={`${styles.card} ${styles.sentence}`}>
      <h3>{t('self.evidence')}</h3>
      <p className={styles.soft} id={id}>
        {t('self.evidenceHint')}
      </p>
      <SharedTextField
        session={session}
        text={text}
        presence={`text:${EVIDENCE}`}
        label={t('self.evidence')}
        describedBy={id}
        placeholder={t('self.evidencePlaceholder')}
        maxLength={TEXT.note}
        readOnly={!mayWrite}
        className="input"
      />
    </div>
  );
}
