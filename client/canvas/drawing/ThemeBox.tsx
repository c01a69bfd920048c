/** A theme in one layer: box, head with number, title and count. Knows no notes: its box comes from `themeBox`. */
import type { Box } from '../../../shared/template/shapes.ts';
import { themeTone } from '../../../shared/template/tones.ts';
import { INK } from './palette.ts';
import { SoftShadow } from './SoftShadow.tsx';
import { TextLines } from './TextLines.tsx';
import { FONT_FAMILY, fitText, type Measure, measureText } from './text.ts';
import { headPath } from './ValueZone.tsx';

interface ThemeBoxProps {
  /** Canvas units; the drawing lies at these coordinates. */
  readonly box: Box;
  /** From 1; gives the tone too. */
  readonly number: number;
  readonly title: string;
  /** Notes of this theme in this layer. */
  readonly count: number;
  readonly measure?: Measure;
}

export const THEME_HEAD = 84;
const RADIUS = 30;

export function ThemeBox({ box, number, title, count, measure = measureText }: ThemeBoxProps) {
  const { x, y, w, h } = box;
  const { light, dark } = themeTone(number);
  const set = fitText(title, { sizes: [30, 28, 26, 24], width: w - 84 - 56, maxLines: 2, weight: 700 }, measure);
  const middle = y + THEME_HEAD / 2;
  const first = middle + set.fontSize * 0.36 - ((set.lines.length - 1) * set.fontSize * 1.13) / 2;
  return (
    <g fontFamily={FONT_FAMILY}>
      <SoftShadow box={box} radius={RADIUS} />
      <rect x={x} y={y} width={w} height={h} rx={RADIUS} fill="#FFFFFF" fillOpacity={0.9} />
      <path d={headPath(box, THEME_HEAD, RADIUS)} fill={light} />
      <rect x={x} y={y} width={w} height={h} rx={RADIUS} fill="none" stroke={dark} strokeWidth={5} />
      <circle cx={x + 44} cy={middle} r={27} fill={dark} />
      <TextLines x={x + 44} y={middle + 11} lines={[String(number)]} size={32} fill="#FFFFFF" bold anchor="middle" />
      <TextLines
        x={x + 84}
        y={first}
        lines={set.lines}
        size={set.fontSize}
        leading={set.fontSize * 1.13}
        fill={INK}
        bold
      />
      <TextLines x={x + w - 20} y={middle + 10} lines={[String(count)]} size={28} fill={dark} bold anchor="end" />
    </g>
  );
}
