/** The numbers of a profile as a table: what the drawing says, for those who hear it or want it exact. */
import type { ReactNode } from 'react';
import { changeOf, type Growth } from '../../../shared/synthesis/growth.ts';
import { DIMENSION_IDS, type DimensionId } from '../../../shared/template/dimensions.ts';
import { dimensionTexts, disclaimer } from '../../../shared/template/self-assessment.ts';
import { useLanguage, useText } from '../../i18n/text.ts';
import styles from './GrowthProfile.module.css';
import { changeInWords, levelInWords, signed } from './growth-words.ts';

interface GrowthTableProps {
  readonly growth: Growth;
  readonly deed?: ((dimension: DimensionId) => ReactNode) | undefined;
}

export function GrowthTable({ growth, deed }: GrowthTableProps) {
  const t = useText();
  const [language] = useLanguage();
  const { baseline, now, then } = growth;
  return (
    <table className={styles.numbersTable}>
      <caption>
        {t('growth.numbers')} <span className="visually-hidden">{disclaimer(language)}</span>
      </caption>
      <thead>
        <tr>
          <th scope="col">{t('growth.dimension')}</th>
          {baseline && <th scope="col">{baseline.source}</th>}
          <th scope="col">{t('growth.before')}</th>
          <th scope="col">{t('growth.now')}</th>
          <th scope="col">{t('growth.change')}</th>
          {deed && <td />}
        </tr>
      </thead>
      <tbody>
        {DIMENSION_IDS.map((dimension) => (
          <tr key={dimension}>
            <th scope="row">{dimensionTexts(dimension, language).title}</th>
            {baseline && <td>{levelInWords(t, baseline.values[dimension])}</td>}
            <td>{levelInWords(t, then[dimension])}</td>
            <td>{levelInWords(t, now[dimension])}</td>
            <td>
              <Change growth={growth} dimension={dimension} />
            </td>
            {deed && <td>{deed(dimension)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Change({ growth, dimension }: { growth: Growth; dimension: DimensionId }) {
  const t = useText();
  const change = changeOf(growth, dimension);
  return (
    <>
      <strong aria-hidden="true">{change === null ? '–' : signed(change)}</strong>
      <span className="visually-hidden">{changeInWords(t, growth, dimension)}</span>
    </>
  );
}
