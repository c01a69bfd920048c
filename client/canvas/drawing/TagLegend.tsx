/** What gear and diamond mean, ending at a given x. Knows no board. */
import type { Language } from '../../../shared/language.ts';
import { TAG_IDS } from '../../../shared/template/kinds.ts';
import { tagLabel } from '../../../shared/template/texts.ts';
import { paperOf } from '../../../shared/template/tones.ts';
import { TagSign } from './icons.tsx';
import { INK, WHITE } from './palette.ts';
import { TextLines } from './TextLines.tsx';
import { type Measure, measureText } from './text.ts';

interface TagLegendProps {
  readonly language: Language;
  /** Right end. */
  readonly right: number;
  /** Upper edge of the swatches. */
  readonly y: number;
  readonly size?: number;
  /** False where papers tell something else: the signs alone then. */
  readonly onPaper: boolean;
  readonly measure?: Measure;
}

const SWATCH = 46;
const BESIDE = 12;
const BETWEEN = 34;

/** Width of the legend, so that a title can stop before it. */
export const legendWidth = (language: Language, size = 28, measure: Measure = measureText): number =>
  TAG_IDS.reduce((sum, tag) => sum + SWATCH + BESIDE + measure(tagLabel(tag, language), size, 500), 0) + 2 * BETWEEN;

export function TagLegend(props: TagLegendProps) {
  const { language, right, y, size = 28, onPaper, measure = measureText } = props;
  let x = right - legendWidth(language, size, measure);
  return TAG_IDS.map((tag) => {
    const left = x;
    const label = tagLabel(tag, language);
    x += SWATCH + BESIDE + measure(label, size, 500) + BETWEEN;
    const both = tag === 'both';
    return (
      <g key={tag}>
        <rect
          x={left}
          y={y}
          width={SWATCH}
          height={SWATCH}
          rx={6}
          fill={onPaper ? paperOf(tag) : WHITE}
          stroke={INK}
          strokeOpacity={0.55}
          strokeWidth={1.5}
        />
        <TagSign tag={tag} x={left + (both ? 3 : 10)} y={y + (both ? 13 : 10)} size={both ? 20 : 26} />
        <TextLines x={left + SWATCH + BESIDE} y={y + 33} lines={[label]} size={size} fill={INK} />
      </g>
    );
  });
}
