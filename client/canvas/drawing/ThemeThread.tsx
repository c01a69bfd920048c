/** The dotted thread that joins the boxes of one theme through the layers; drawn behind them. Knows no notes. */
import type { Box } from '../../../shared/template/shapes.ts';
import { themeTone } from '../../../shared/template/tones.ts';

interface ThemeThreadProps {
  /** The theme's boxes, in any order. */
  readonly boxes: ReadonlyArray<Box>;
  readonly number: number;
}

/** From the middle of each lower edge to the middle of the next upper edge; empty for a single box. */
export function threadPath(boxes: ReadonlyArray<Box>): string {
  const down = [...boxes].sort((a, b) => a.y - b.y);
  return down
    .slice(1)
    .map((to, index) => {
      const from = down[index] ?? to;
      return `M${from.x + from.w / 2} ${from.y + from.h}L${to.x + to.w / 2} ${to.y}`;
    })
    .join('');
}

export function ThemeThread({ boxes, number }: ThemeThreadProps) {
  const path = threadPath(boxes);
  if (path === '') return null;
  return (
    <g fill="none" strokeLinecap="round">
      <path d={path} stroke="#FFFFFF" strokeOpacity={0.75} strokeWidth={15} strokeLinecap="butt" />
      <path d={path} stroke={themeTone(number).dark} strokeWidth={7} strokeDasharray="3 16" />
    </g>
  );
}
