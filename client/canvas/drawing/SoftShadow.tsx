/** A soft shadow below a rounded box without an SVG filter. Knows nothing of what casts it. */
import type { Box } from '../../../shared/template/shapes.ts';

const STEPS = [22, 16, 10, 5] as const;

export function SoftShadow({ box, radius }: { readonly box: Box; readonly radius: number }) {
  return STEPS.map((by) => (
    <rect
      key={by}
      x={box.x - by / 2}
      y={box.y - by / 2 + 7}
      width={box.w + by}
      height={box.h + by}
      rx={radius + by / 2}
      fill="#0B2036"
      opacity={0.028}
    />
  ));
}
