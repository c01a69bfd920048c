/** What the team is proudest of, and the sentences its people gave, without names. */
import type { Growth } from '../../../shared/synthesis/growth.ts';
import { DIMENSION_IDS } from '../../../shared/template/dimensions.ts';
import { dimensionTexts } from '../../../shared/template/self-assessment.ts';
import { useLanguage, useText } from '../../i18n/text.ts';
import { Icon } from '../../ui/Icon.tsx';
import styles from './Growth.module.css';

export function Proudest({ growth }: { growth: Growth }) {
  const t = useText();
  const [language] = useLanguage();
  const chosen = DIMENSION_IDS.filter((dimension) => growth.proudest[dimension] > 0).sort(
    (a, b) => growth.proudest[b] - growth.proudest[a],
  );
  if (chosen.length === 0) return null;
  return (
    <section className={styles.card}>
      <h3>{t('growth.proudestOf')}</h3>
      <ul className={styles.proudest}>
        {chosen.map((dimension) => (
          <li key={dimension}>
            <Icon name="star" size={18} />
            <strong>{dimensionTexts(dimension, language).title}</strong>
            <span>{t('growth.proudest', { count: growth.proudest[dimension] })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function Evidence({ growth }: { growth: Growth }) {
  const t = useText();
  if (growth.evidence.length === 0) return null;
  const seen = growth.evidence.map((text, i) => ({ text, key: `${i} ${text}` }));
  return (
    <section className={styles.card}>
      <h3>{t('growth.evidence')}</h3>
      {seen.map(({ text, key }) => (
        <blockquote key={key} className={styles.quote}>
          {text}
        </blockquote>
      ))}
    </section>
  );
}
