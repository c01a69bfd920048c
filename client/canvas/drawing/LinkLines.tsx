/** *Sostiene*: a thin curve from the top of a lower note to the foot of the one it sustains, with an arrow and a word. Knows boxes, no notes. */
import type { Box } from '../../../shared/template/shapes.ts';
import { TextLines } from './TextLines.tsx';
import { FONT_FAMILY, type Measure, measureText } from './text.ts';

export interface LinkLine {
  readonly id: string;
  /** The lower note. */
  readonly from: Box;
  readonly to: Box;
}

interface LinkLinesProps {
  readonly lines: readonly LinkLine[];
  /** «sostiene». */
  readonly word: string;
  readonly measure?: Measure;
}

const HEAD = 15;
const SIZE = 19;
/** Shorter curves have no room for the word. */
const WORD_FROM = 150;

export function LinkLines({ lines, word, measure = measureText }: LinkLinesProps) {
  const width = measure(word, SIZE, 500) + 22;
  return (
    <g fontFamily={FONT_FAMILY}>
      {lines.map(({ id, from, to }) => {
        const { path, head, middle, length } = curveOf(from, to);
        return (
          <g key={id} data-link={id}>
            <path d={path} fill="none" stroke="#FFFFFF" strokeWidth={9} strokeOpacity={0.75} strokeLinecap="round" />
            <path d={path} fill="none" stroke="#13233A" strokeWidth={3.5} strokeLinecap="round" />
            <path d={head} fill="#13233A" stroke="#FFFFFF" strokeWidth={3} strokeLinejoin="round" paintOrder="stroke" />
            {length >= WORD_FROM ? (
              <>
                <rect
                  x={middle[0] - width / 2}
                  y={middle[1] - 16}
                  width={width}
                  height={32}
                  rx={16}
                  fill="#FFFFFF"
                  stroke="#13233A"
                  strokeWidth={2}
                />
                <TextLines
                  x={middle[0]}
                  y={middle[1] + 6.5}
                  lines={[word]}
                  size={SIZE}
                  fill="#13233A"
                  anchor="middle"
                />
              </>
            ) : null}
          </g>
        );
      })}
    </g>
  );
}

/** From the middle of the upper edge of the lower note to the middle of the lower edge of the upper one. */
export function curveOf(from: Box, to: Box) {
  const [x1, y1] = [from.x + from.w / 2, from.y];
  const [x2, y2] = [to.x + to.w / 2, to.y + to.h];
  const end = y2 + HEAD;
  const reach = Math.max(60, Math.abs(y1 - end) * 0.45);
  const at = (a: number, b: number, c: number, d: number): number => (a + 3 * b + 3 * c + d) / 8;
  return {
    path: `M${round(x1)} ${round(y1)}C${round(x1)} ${round(y1 - reach)} ${round(x2)} ${round(end + reach)} ${round(x2)} ${round(end)}`,
    head: `M${round(x2)} ${round(y2 + 1)}l${HEAD * 0.7} ${HEAD * 1.25}h${-HEAD * 1.4}Z`,
    middle: [at(x1, x1, x2, x2), at(y1, y1 - reach, end + reach, end)] as const,
    length: Math.hypot(x2 - x1, end - y1),
  };
}
const round = (x: number): number => Math.round(x * 10) / 10;
