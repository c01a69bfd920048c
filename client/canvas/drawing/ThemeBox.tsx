/** A theme in one layer: box, head with number, title and count. Knows no notes: its box comes from `themeBoxes`. */
import type { Box } from '../../../shared/template/shapes.ts';
import { themeTone } from '../../../shared/template/tones.ts';
import { fitHead } from './head-text.ts';
import { INK } from './palette.ts';
import { SoftShadow } from './SoftShadow.tsx';
import { TextLines } from './TextLines.tsx';
import { type Fitted, FONT_FAMILY, fitText, type Measure, measureText } from './text.ts';
import { headPath } from './ValueZone.tsx';

interface ThemeBoxProps {
  /** Canvas units; the drawing lies at these coordinates. */
  readonly box: Box;
  /** Height of the head with number and title. */
  readonly head: number;
  /** From 1; gives the tone too. */
  readonly number: number;
  readonly title: string;
  /** Notes of this theme in this layer. */
  readonly count: number;
  readonly measure?: Measure;
}

/** From this height on a head holds two lines of usual size. */
const HIGH = 84;
/** A box of one note's width has room for its title only, and not for how many notes it holds. */
const NARROW = 300;

/** The title as it stands in the head of a box: never wider than there is room, cut with an ellipsis. */
export function themeTitle(title: string, boxWidth: number, head: number, measure: Measure): Fitted {
  const width = boxWidth - (boxWidth < NARROW ? 62 + 14 : 84 + 56);
  if (head < HIGH || boxWidth < NARROW) return fitHead(title, width, measure);
  return fitText(title, { sizes: [30, 28, 26, 24], width, maxLines: 2, weight: 700 }, measure);
}

/** Columns of two notes leave no room between boxes: each is drawn this much within its own, so that neighbours do not touch. */
const AIR = 3;

export function ThemeBox({ box, head, number, title, count, measure = measureText }: ThemeBoxProps) {
  const x = box.x + AIR;
  const w = box.w - 2 * AIR;
  const { y, h } = box;
  const { light, dark } = themeTone(number);
  const set = themeTitle(title, w, head, measure);
  const isNarrow = w < NARROW;
  const disc = isNarrow ? { x: x + 34, r: 21, size: 26 } : { x: x + 44, r: head < HIGH ? 23 : 27, size: 32 };
  const radius = head < HIGH ? 24 : 30;
  const middle = y + head / 2;
  const first = middle + set.fontSize * 0.36 - ((set.lines.length - 1) * set.fontSize * 1.13) / 2;
  return (
    <g fontFamily={FONT_FAMILY}>
      <SoftShadow box={box} radius={radius} />
      <rect x={x} y={y} width={w} height={h} rx={radius} fill="#FFFFFF" fillOpacity={0.9} />
      <path d={headPath(box, head, radius)} fill={light} />
      <rect x={x} y={y} width={w} height={h} rx={radius} fill="none" stroke={dark} strokeWidth={4} />
      <circle cx={disc.x} cy={middle} r={disc.r} fill={dark} />
      <TextLines
        x={disc.x}
        y={middle + disc.size * 0.35}
        lines={[String(number)]}
        size={disc.size}
        fill="#FFFFFF"
        bold
        anchor="middle"
      />
      <TextLines
        x={x + (isNarrow ? 62 : 84)}
        y={first}
        lines={set.lines}
        size={set.fontSize}
        leading={set.fontSize * 1.13}
        fill={INK}
        bold
      />
      {isNarrow ? null : (
        <TextLines x={x + w - 20} y={middle + 10} lines={[String(count)]} size={28} fill={INK} bold anchor="end" />
      )}
    </g>
  );
}
