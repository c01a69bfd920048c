/** The value proposition as a small picture: five zones and the sentence. */
import { INK, TINTS } from './tints.ts';

const ZONES = [
  [4, 4, 28, 30, 'sun'],
  [36, 4, 28, 30, 'blue'],
  [68, 4, 28, 30, 'green'],
  [4, 38, 44, 26, 'violet'],
  [52, 38, 44, 26, 'coral'],
] as const;

export function Zones() {
  return (
    <svg viewBox="0 0 100 84" aria-hidden="true">
      {ZONES.map(([x, y, w, h, tint]) => (
        <rect key={tint} x={x} y={y} width={w} height={h} rx="3" {...TINTS[tint]} strokeWidth="1.2" />
      ))}
      <rect x="4" y="68" width="92" height="12" rx="3" fill={INK} />
    </svg>
  );
}
