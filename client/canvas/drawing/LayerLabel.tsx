/** Number, title, tagline and questions of one layer in the column beside the ice. Knows no notes. */
import type { Language } from '../../../shared/language.ts';
import { ICEBERG, ICEBERG_BANDS } from '../../../shared/template/iceberg.ts';
import type { LayerId } from '../../../shared/template/kinds.ts';
import { layerTexts } from '../../../shared/template/texts.ts';
import { setLabel } from './layer-label.ts';
import { LAYER_INK } from './palette.ts';
import { TextLines } from './TextLines.tsx';
import { type Measure, measureText } from './text.ts';

interface LayerLabelProps {
  readonly layer: LayerId;
  readonly language: Language;
  readonly measure?: Measure;
}

export function LayerLabel({ layer, language, measure = measureText }: LayerLabelProps) {
  const texts = layerTexts(layer, language);
  const { x, w } = ICEBERG.label;
  const label = setLabel(texts, { x, w }, ICEBERG_BANDS[layer], measure);
  const ink = LAYER_INK[layer];
  return (
    <g>
      <circle {...label.disc} fill={ink.disc} />
      <TextLines
        x={label.disc.cx}
        y={label.disc.cy + 12}
        lines={[String(texts.order)]}
        size={35}
        fill={ink.discText}
        bold
        anchor="middle"
      />
      <TextLines x={x + 80} {...label.title} fill={ink.text} bold />
      <TextLines x={x + 80} {...label.tagline} fill={ink.tagline} italic />
      {label.questions.map((question) => (
        <g key={question.y}>
          <circle cx={x + 6} cy={question.y - 9} r={5} fill={ink.text} opacity={0.8} />
          <TextLines x={x + 24} {...question} fill={ink.text} />
        </g>
      ))}
    </g>
  );
}
