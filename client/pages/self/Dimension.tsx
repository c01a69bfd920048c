/** One dimension: its four described levels and *No sé*, one of them chosen. */
import { useId } from 'react';
import { DIMENSION_IDS, type DimensionId, type Level, type TimeId } from '../../../shared/template/dimensions.ts';
import { dimensionTexts, levelLabel } from '../../../shared/template/self-assessment.ts';
import { useLanguage, useText } from '../../i18n/text.ts';
import styles from './Dimension.module.css';

interface DimensionProps {
  readonly dimension: DimensionId;
  readonly time: TimeId;
  /** Null: not answered yet. */
  readonly level: Level | null;
  readonly mayWrite: boolean;
  readonly onLevel: (level: Level) => void;
}
const CHOICES: readonly Level[] = [1, 2, 3, 4, 0];

export function Dimension({ dimension, time, level, mayWrite, onLevel }: DimensionProps) {
  const t = useText();
  const name = useId();
  const [language] = useLanguage();
  const { title, levels } = dimensionTexts(dimension, language);
  const step = DIMENSION_IDS.indexOf(dimension) + 1;
  return (
    <fieldset className={styles.dimension} disabled={!mayWrite} data-dimension={dimension} tabIndex={-1}>
      <legend className={styles.title}>
        <span className={styles.number}>{t('self.dimension', { step, of: DIMENSION_IDS.length })}</span> {title}
      </legend>
      <div className={styles.levels}>
        {CHOICES.map((choice) => (
          <label key={choice} className={choice === 0 ? styles.unknown : styles.level}>
            <input
              type="radio"
              name={`${name}${time}`}
              value={choice}
              checked={level === choice}
              onChange={() => onLevel(choice)}
            />
            <span className={styles.label}>{levelLabel(choice, language)}</span>
            {choice > 0 && <Ice level={choice} />}
            {choice > 0 && <span className={styles.words}>{levels[choice - 1]}</span>}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** As many bars as the level: told without colour. */
function Ice({ level }: { level: Level }) {
  return (
    <svg className={styles.ice} width="34" height="20" viewBox="0 0 34 20" aria-hidden="true">
      {[1, 2, 3, 4].map((bar) => (
        <rect
          key={bar}
          x={(bar - 1) * 9 + 1}
          y={15 - bar * 3.5}
          width="5.5"
          height={bar * 3.5 + 4}
          rx="2"
          fill={bar <= level ? 'currentColor' : 'none'}
          stroke="currentColor"
          strokeWidth="1.2"
        />
      ))}
    </svg>
  );
}
