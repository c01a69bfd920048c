/** Dashed place with a plus and the beginning of a sentence: where the next note of a zone lands. Knows no document. */
import { memo } from 'react';
import type { Language } from '../../../shared/language.ts';
import { NOTE } from '../../../shared/template/geometry.ts';
import type { ZoneId } from '../../../shared/template/kinds.ts';
import type { Point } from '../../../shared/template/shapes.ts';
import { freeSlot } from '../../../shared/template/slots.ts';
import { zoneTexts } from '../../../shared/template/texts.ts';
import { ZONE_TONE } from '../../../shared/template/tones.ts';
import { VALUE_PLACES } from '../../../shared/template/value.ts';
import { TextLines } from './TextLines.tsx';
import { FONT_FAMILY, type Measure, measureText, wrapText } from './text.ts';

interface NextPlaceProps {
  readonly zone: ZoneId;
  readonly x: number;
  readonly y: number;
  readonly language: Language;
  readonly measure?: Measure;
}

/** The prepared place that the next note of a zone takes, or null when the zone has none left. */
export function nextPlace(zone: ZoneId, taken: ReadonlyArray<Point>): Point | null {
  const [x, y] = freeSlot('value', zone, taken);
  return VALUE_PLACES[zone].find(([px, py]) => px === x && py === y) ?? null;
}

export const NextPlace = memo(function NextPlace({ zone, x, y, language, measure = measureText }: NextPlaceProps) {
  const { light, dark } = ZONE_TONE[zone];
  const middle = x + NOTE.size / 2;
  const starter = wrapText(zoneTexts(zone, language).starters[0] ?? '', 20, NOTE.size - 20, measure);
  return (
    <g fontFamily={FONT_FAMILY}>
      <rect
        x={x}
        y={y}
        width={NOTE.size}
        height={NOTE.size}
        rx={8}
        fill={light}
        fillOpacity={0.5}
        stroke={dark}
        strokeOpacity={0.6}
        strokeWidth={3}
        strokeDasharray="10 12"
      />
      <path d={`M${middle - 16} ${y + 80}h32M${middle} ${y + 64}v32`} stroke={dark} strokeWidth={4} opacity={0.8} />
      <TextLines x={middle} y={y + 142} lines={starter} size={20} fill={dark} anchor="middle" />
    </g>
  );
});
