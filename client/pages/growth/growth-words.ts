/** Numbers of a profile in words and signs. One decimal, with a point, as in Puerto Rico. */
import type { Growth } from '../../../shared/synthesis/growth.ts';
import { changeOf } from '../../../shared/synthesis/growth.ts';
import type { DimensionId } from '../../../shared/template/dimensions.ts';
import type { Translate } from '../../i18n/words.ts';

export const levelInWords = (t: Translate, value: number | null): string =>
  value === null ? t('growth.noValue') : value.toFixed(1);

/** «+1.2», «−0.3», «0.0». */
export const signed = (change: number): string =>
  `${change > 0 ? '+' : change < 0 ? '−' : ''}${Math.abs(change).toFixed(1)}`;

/** «subió 1.2», for those who hear it. */
export function changeInWords(t: Translate, growth: Pick<Growth, 'now' | 'then'>, dimension: DimensionId): string {
  const change = changeOf(growth, dimension);
  if (change === null) return t('growth.changeNone');
  if (change === 0) return t('growth.same');
  return t(change > 0 ? 'growth.up' : 'growth.down', { change: Math.abs(change).toFixed(1) });
}
