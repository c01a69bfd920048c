/** A profile, as a drawing with its numbers in a table, or on a phone as a list. The same for a team and for one person. */
import type { ReactNode } from 'react';
import type { Growth } from '../../../shared/synthesis/growth.ts';
import { DIMENSION_IDS, type DimensionId } from '../../../shared/template/dimensions.ts';
import { useLanguage } from '../../i18n/text.ts';
import { useNarrow } from '../../list/use-narrow.ts';
import { GrowthDrawing } from './GrowthDrawing.tsx';
import styles from './GrowthProfile.module.css';
import { GrowthRow } from './GrowthRow.tsx';
import { GrowthTable } from './GrowthTable.tsx';

interface GrowthProfileProps {
  readonly growth: Growth;
  /** What can be done about a dimension; with it the table is on the screen too. */
  readonly deed?: ((dimension: DimensionId) => ReactNode) | undefined;
}

export function GrowthProfile({ growth, deed }: GrowthProfileProps) {
  const [language] = useLanguage();
  if (useNarrow())
    return (
      <ul className={styles.rows}>
        {DIMENSION_IDS.map((dimension) => (
          <GrowthRow key={dimension} growth={growth} dimension={dimension} deed={deed?.(dimension)} />
        ))}
      </ul>
    );
  return (
    <>
      <div className={styles.drawing} aria-hidden="true">
        <GrowthDrawing growth={growth} language={language} />
      </div>
      <div className={deed ? styles.table : 'visually-hidden'}>
        <GrowthTable growth={growth} deed={deed} />
      </div>
    </>
  );
}
