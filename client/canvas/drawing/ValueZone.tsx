/** One zone of the value proposition: box, head with sign, title, question and number. Knows no notes. */
import type { Language } from '../../../shared/language.ts';
import type { ZoneId } from '../../../shared/template/kinds.ts';
import type { Box } from '../../../shared/template/shapes.ts';
import { zoneTexts } from '../../../shared/template/texts.ts';
import { ZONE_TONE } from '../../../shared/template/tones.ts';
import { VALUE, VALUE_ZONES } from '../../../shared/template/value.ts';
import { ZoneSign } from './icons.tsx';
import { INK, INK_SOFT } from './palette.ts';
import { SoftShadow } from './SoftShadow.tsx';
import { TextLines } from './TextLines.tsx';
import { fitText, type Measure } from './text.ts';

interface ValueZoneProps {
  readonly zone: ZoneId;
  readonly language: Language;
  readonly measure: Measure;
}

const RADIUS = 30;
/** From the left edge of the box to its title. */
const INDENT = 116;

/** Upper part of a rounded box, straight at its lower end. */
export const headPath = ({ x, y, w }: Box, height: number, radius = RADIUS): string =>
  `M${x} ${y + height}V${y + radius}q0-${radius} ${radius}-${radius}h${w - 2 * radius}q${radius} 0 ${radius} ${radius}V${y + height}Z`;

export function ValueZone({ zone, language, measure }: ValueZoneProps) {
  const box = VALUE_ZONES[zone];
  const { x, y, w, h } = box;
  const { light, dark } = ZONE_TONE[zone];
  const { order, title } = zoneTexts(zone, language);
  const head = fitText(title, { sizes: [37, 35, 33, 31], width: w - INDENT - 70, maxLines: 1, weight: 700 }, measure);
  return (
    <g>
      <SoftShadow box={box} radius={RADIUS} />
      <rect x={x} y={y} width={w} height={h} rx={RADIUS} fill="#FFFFFF" />
      <path d={headPath(box, VALUE.head)} fill={light} />
      <rect
        x={x}
        y={y}
        width={w}
        height={h}
        rx={RADIUS}
        fill="none"
        stroke={dark}
        strokeWidth={zone === 'value' ? 6 : 3}
      />
      <ZoneSign zone={zone} cx={x + 62} cy={y + 64} fill={dark} />
      <TextLines x={x + INDENT} y={y + 60} lines={head.lines} size={head.fontSize} fill={dark} bold />
      <TextLines
        x={x + w - 26}
        y={y + 56}
        lines={[String(order)]}
        size={30}
        fill={dark}
        bold
        anchor="end"
        opacity={0.85}
      />
      <ZoneQuestion zone={zone} language={language} measure={measure} />
    </g>
  );
}

/** The question on one or two lines; where it takes one, a hint goes below it. */
function ZoneQuestion({ zone, language, measure }: ValueZoneProps) {
  const { x, y, w } = VALUE_ZONES[zone];
  const { question, hints } = zoneTexts(zone, language);
  const width = w - INDENT - 24;
  const isWide = w > 800;
  const sizes = isWide ? [27, 26, 25, 24] : [27, 26, 25, 24, 23];
  const set = fitText(question, { sizes, width, maxLines: isWide ? 1 : 2 }, measure);
  const hint = isWide ? fitText(hints[0] ?? '', { sizes: [24, 22], width, maxLines: 1 }, measure) : null;
  return (
    <>
      <TextLines x={x + INDENT} y={y + 104} lines={set.lines} size={set.fontSize} fill={INK} />
      {hint ? (
        <TextLines x={x + INDENT} y={y + 144} lines={hint.lines} size={hint.fontSize} fill={INK_SOFT} italic />
      ) : null}
    </>
  );
}
