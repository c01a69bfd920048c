/** Small signs drawn in a box of 24 (tags, marks) or 48 (zones), so that no meaning hangs on colour. Knows no text. */
import type { ReactNode } from 'react';
import type { TagId, ZoneId } from '../../../shared/template/kinds.ts';
import { INK } from './palette.ts';

const GEAR =
  'M19.77 10.1L22.88 10.36V13.64L19.77 13.9 18.84 16.15 20.85 18.53 18.53 20.85 16.15 18.84 13.9 19.77 13.64 22.88H10.36L10.1 19.77 7.85 18.84 5.47 20.85 3.15 18.53 5.16 16.15 4.23 13.9 1.12 13.64V10.36L4.23 10.1 5.16 7.85 3.15 5.47 5.47 3.15 7.85 5.16 10.1 4.23 10.36 1.12H13.64L13.9 4.23 16.15 5.16 18.53 3.15 20.85 5.47 18.84 7.85Z M12 8.6a3.4 3.4 0 1 0 .01 0Z';
const DIAMOND = 'M12 1.5 21.5 12 12 22.5 2.5 12Z';
const STAR = 'M12 1.2l3.1 6.9 7.5.8-5.6 5 1.6 7.4L12 17.5l-6.6 3.8L7 13.9l-5.6-5 7.5-.8Z';
const LOCK =
  'M6.2 10V7.6a5.8 5.8 0 0 1 11.6 0V10h.7a2 2 0 0 1 2 2v8.5a2 2 0 0 1-2 2h-13a2 2 0 0 1-2-2V12a2 2 0 0 1 2-2Z M9 10h6V7.6a3 3 0 0 0-6 0Z';
const PERSON = 'M12 2.5a5 5 0 1 0 .01 0Z M2.5 22c0-6 4-9.2 9.5-9.2s9.5 3.2 9.5 9.2Z';

interface SignProps {
  readonly x: number;
  readonly y: number;
  /** Width and height. */
  readonly size: number;
  readonly fill?: string;
}

const sign = (path: string) =>
  function Sign({ x, y, size, fill = INK }: SignProps) {
    return <path transform={`translate(${x} ${y}) scale(${size / 24})`} d={path} fill={fill} fillRule="evenodd" />;
  };

export const StarSign = sign(STAR);
export const LockSign = sign(LOCK);
export const PersonSign = sign(PERSON);
const GearSign = sign(GEAR);
const DiamondSign = sign(DIAMOND);

/** Gear, diamond, or both side by side (then 1.9 times as wide as `size`). */
export function TagSign({ tag, ...place }: SignProps & { readonly tag: TagId }): ReactNode {
  if (tag === 'operational') return <GearSign {...place} />;
  if (tag === 'programmatic') return <DiamondSign {...place} />;
  return (
    <>
      <GearSign {...place} />
      <DiamondSign {...place} x={place.x + place.size * 0.96} />
    </>
  );
}

const ZONE_PATHS: Readonly<Record<ZoneId, string>> = {
  beneficiaries:
    'M16 8a7 7 0 1 0 .01 0Z M34 11a6 6 0 1 0 .01 0Z M3 42c0-9 5.5-15 13-15s13 6 13 15 M30 28c8-2 15 4 15 14',
  value: 'M24 4 30 17l14 2-10 10 2.5 14L24 36 11.5 43 14 29 4 19l14-2Z',
  impact: 'M24 20a4 4 0 1 0 .01 0Z M24 12a12 12 0 1 0 .01 0Z M24 4a20 20 0 1 0 .01 0Z',
  resources: 'M24 44V22M24 30C12 30 8 22 8 12c10 0 16 6 16 16M24 24c0-10 6-16 16-16 0 10-5 16-16 16M10 44h28',
  alliances: 'M4 20 14 10l10 6 10-6 10 10-8 14-12 8-12-8ZM14 28l6 6M20 23l9 9',
};

/** White line drawing on the zone's disc of radius 38. */
export function ZoneSign({ zone, cx, cy, fill }: { zone: ZoneId; cx: number; cy: number; fill: string }) {
  return (
    <>
      <circle cx={cx} cy={cy} r={38} fill={fill} />
      <path
        transform={`translate(${cx - 21} ${cy - 21}) scale(.875)`}
        d={ZONE_PATHS[zone]}
        fill="none"
        stroke="#fff"
        strokeWidth={3.6}
        strokeLinejoin="round"
        strokeLinecap="round"
      />
    </>
  );
}
