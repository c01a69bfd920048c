/** Title and subtitle of a board, as large as the name in them allows. Knows no board. */
import type { BoardTexts } from '../../../shared/template/texts.ts';
import { INK, INK_SOFT } from './palette.ts';
import { TextLines } from './TextLines.tsx';
import { fitText, type Measure, measureText } from './text.ts';

interface BoardTitleProps {
  readonly texts: BoardTexts;
  readonly x: number;
  /** Baselines of the (last line of the) title and of the subtitle. */
  readonly titleY: number;
  readonly subtitleY: number;
  readonly width: number;
  /** Size of a short title; a long one shrinks to half of it on two lines. */
  readonly size: number;
  readonly subtitleSize: number;
  readonly measure?: Measure;
}

export function BoardTitle({
  texts,
  x,
  titleY,
  subtitleY,
  width,
  size,
  subtitleSize,
  measure = measureText,
}: BoardTitleProps) {
  const steps = (from: number, to: number) =>
    [1, 0.75, 0.5, 0.25, 0].map((part) => Math.round(size * (to + (from - to) * part)));
  const one = fitText(texts.title, { sizes: steps(1, 0.72), width, maxLines: 1, weight: 700 }, measure);
  const cut = one.lines[0] !== texts.title;
  const title = cut ? fitText(texts.title, { sizes: steps(0.68, 0.5), width, maxLines: 2, weight: 700 }, measure) : one;
  const leading = title.fontSize * 1.1;
  const y = titleY - (title.lines.length - 1) * leading + (title.lines.length - 1) * size * 0.14;
  return (
    <>
      <TextLines x={x} y={y} lines={title.lines} size={title.fontSize} leading={leading} fill={INK} bold />
      <TextLines x={x + 2} y={subtitleY} lines={[texts.subtitle]} size={subtitleSize} fill={INK_SOFT} />
    </>
  );
}
