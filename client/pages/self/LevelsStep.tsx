/**
 * All eight dimensions as they are today, or as they were: on a wide screen one below the other, on a phone one at a time.
 * Each tap is saved. Shows nothing of the other time.
 */
import { useLayoutEffect, useRef, useState } from 'react';
import { type Answers, setAnswer } from '../../../shared/board/answers.ts';
import { DIMENSION_IDS, type DimensionId, type Level, type TimeId } from '../../../shared/template/dimensions.ts';
import { type SelfStep, stepTexts } from '../../../shared/template/self-assessment.ts';
import type { RoomSession } from '../../board/session.ts';
import { useStore } from '../../board/store.ts';
import { useLanguage, useText } from '../../i18n/text.ts';
import { useNarrow } from '../../list/use-narrow.ts';
import { Button } from '../../ui/Button.tsx';
import { Dimension } from './Dimension.tsx';
import { Onward, Progress, Turning } from './LevelsNav.tsx';
import styles from './Self.module.css';

interface LevelsStepProps {
  readonly time: TimeId;
  readonly session: RoomSession;
  readonly answers: Answers;
  readonly onStep: (step: SelfStep) => void;
}
const NUMBER = DIMENSION_IDS.length;

export function LevelsStep({ time, session, answers, onStep }: LevelsStepProps) {
  const t = useText();
  const [language] = useLanguage();
  const isNarrow = useNarrow();
  const mayWrite = useStore(session.right) === 'write';
  const { date } = useStore(session.cohort).meta;
  const levels = answers[time];
  const missing = DIMENSION_IDS.findIndex((dimension) => levels[dimension] === undefined);
  const [at, setAt] = useState(Math.max(0, missing));
  const box = useRef<HTMLElement>(null);
  const { title, prompt } = stepTexts(time, language, date);
  const count = Object.keys(levels).length;
  const answer = (dimension: DimensionId, level: Level): void => {
    if (session.right.get() === 'write') setAnswer(session.writer, time, dimension, level);
  };
  const goTo = (index: number): void => {
    setAt(index);
    if (!isNarrow) focusOn(box.current?.querySelectorAll('fieldset')[index]);
  };
  useFocusOnTurn(box, at, isNarrow);
  const shown = isNarrow ? DIMENSION_IDS.slice(at, at + 1) : DIMENSION_IDS;
  const onward = <Onward time={time} isDone={missing === -1} onStep={onStep} />;
  return (
    <section className={styles.step} ref={box} aria-labelledby={`step-${time}`}>
      <header className={styles.head}>
        <h2 id={`step-${time}`} tabIndex={-1} data-step-title>
          {title}
        </h2>
        <p>{prompt}</p>
        <Progress count={count} />
      </header>
      {shown.map((dimension) => (
        <Dimension
          key={dimension}
          dimension={dimension}
          time={time}
          level={levels[dimension] ?? null}
          mayWrite={mayWrite}
          onLevel={(level) => answer(dimension, level)}
        />
      ))}
      {isNarrow && at === NUMBER - 1 && missing !== -1 && mayWrite && (
        <Button look="quiet" icon="up" onClick={() => goTo(missing)}>
          {t('self.goMissing')}
        </Button>
      )}
      {isNarrow ? (
        <Turning at={at} onTurn={goTo} onward={onward} />
      ) : (
        <footer className={styles.foot}>
          <p>
            {missing === -1
              ? t(time === 'now' ? 'self.allNow' : 'self.allThen')
              : t('self.missing', { count: NUMBER - count })}
          </p>
          {missing !== -1 && mayWrite && (
            <Button look="quiet" icon="up" onClick={() => goTo(missing)}>
              {t('self.goMissing')}
            </Button>
          )}
          {onward}
        </footer>
      )}
    </section>
  );
}

/** The dimension that has come is told to whoever listens. */
function useFocusOnTurn(box: { readonly current: HTMLElement | null }, at: number, isNarrow: boolean): void {
  const before = useRef(at);
  useLayoutEffect(() => {
    if (before.current === at) return;
    before.current = at;
    const fieldset = box.current?.querySelector('fieldset');
    if (!isNarrow || !fieldset) return;
    show(fieldset, 0);
    fieldset.focus({ preventScroll: true });
  }, [box, at, isNarrow]);
}

/** So many pixels below the upper edge of the page. What lies around the page stays where it is. */
function show(fieldset: HTMLFieldSetElement, below: number): void {
  const page = fieldset.closest('main');
  const top = fieldset.getBoundingClientRect().top - (page?.getBoundingClientRect().top ?? 0);
  page?.scrollBy({ top: top - below - 12 });
}

const focusOn = (fieldset: HTMLFieldSetElement | undefined): void => {
  if (!fieldset) return;
  show(fieldset, 120);
  fieldset.querySelector('input')?.focus({ preventScroll: true });
};
