/** One dimension of a profile on a phone: its line, and the numbers as text. */
import type { ReactNode } from 'react';
import { changeOf, type Growth } from '../../../shared/synthesis/growth.ts';
import type { DimensionId, Level } from '../../../shared/template/dimensions.ts';
import { dimensionTexts, levelLabel } from '../../../shared/template/self-assessment.ts';
import { useLanguage, useText } from '../../i18n/text.ts';
import styles from './GrowthProfile.module.css';
import { changeInWords, levelInWords, signed } from './growth-words.ts';
import { BaselineMark, Marks, NowDot, ThenDot } from './Marks.tsx';

interface GrowthRowProps {
  readonly growth: Growth;
  readonly dimension: DimensionId;
  readonly deed?: ReactNode;
}
const ENDS: readonly Level[] = [1, 4];

export function GrowthRow({ growth, dimension, deed }: GrowthRowProps) {
  const t = useText();
  const [language] = useLanguage();
  const change = changeOf(growth, dimension);
  const [now, then] = [growth.now[dimension], growth.then[dimension]];
  const baseline = growth.baseline?.values[dimension] ?? null;
  return (
    <li className={styles.row}>
      <h3>{dimensionTexts(dimension, language).title}</h3>
      <strong className={styles.change}>
        <span aria-hidden="true">{change === null ? '–' : signed(change)}</span>
        <span className="visually-hidden">{changeInWords(t, growth, dimension)}</span>
      </strong>
      <svg className={styles.line} viewBox="0 0 1000 160" aria-hidden="true">
        <Marks now={now} then={then} baseline={baseline} left={45} right={955} y={60} />
      </svg>
      <p className={styles.ends} aria-hidden="true">
        {ENDS.map((level) => (
          <span key={level}>{levelLabel(level, language)}</span>
        ))}
      </p>
      <p className={styles.numbers}>
        <Sign>
          <ThenDot x={30} y={30} />
        </Sign>
        {t('growth.before')}: {levelInWords(t, then)}
        <Sign>
          <NowDot x={30} y={30} />
        </Sign>
        {t('growth.now')}: {levelInWords(t, now)}
        {growth.baseline && baseline !== null && (
          <>
            <Sign>
              <BaselineMark x={30} y={30} />
            </Sign>
            {growth.baseline.source}: {levelInWords(t, baseline)}
          </>
        )}
      </p>
      {deed}
    </li>
  );
}

/** The legend, where its number stands. */
const Sign = ({ children }: { children: ReactNode }) => (
  <svg className={styles.sign} width="18" height="18" viewBox="0 0 60 60" aria-hidden="true">
    {children}
  </svg>
);
