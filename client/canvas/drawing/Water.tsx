/** Sky, far mountains, four waters, rays and bubbles: the ground of both icebergs, for any width and bands. Knows no ice and no text. */
import { memo } from 'react';
import { ICEBERG, ICEBERG_BANDS } from '../../../shared/template/iceberg.ts';
import { LAYER_IDS, type LayerId } from '../../../shared/template/kinds.ts';
import type { Band } from '../../../shared/template/shapes.ts';
import picture from './iceberg-backdrop.json' with { type: 'json' };
import { WATER } from './palette.ts';
import { wavePath, waveStrip } from './waves.ts';

interface WaterProps {
  readonly uid: string;
  readonly w: number;
  readonly h: number;
  readonly bands: Readonly<Record<LayerId, Band>>;
}

/** Drawn at width 2400 with the waterline at 860. */
const FAR_RANGE =
  'M0 860V772l120-34 130 26 150-62 170 58 140-30 170 48 210-52 160 40 190-66 180 52 150-44 190 60 140-30 150 40 150-36v118Z';
const NEAR_RANGE = 'M0 860v-44l220-22 260 30 240-34 300 34 380-26 330 26 300-32 370 30v38Z';
const RANGES = { w: 2400, waterline: 860 } as const;

/** Light falling through the second layer, at width 2000 and its 583 units of height. */
const RAYS = 'M1908 0h92v533Z M533 0h59l-175 583H309Z M392 0h41L158 583H50Z';

export const Water = memo(function Water({ uid, w, h, bands }: WaterProps) {
  const waterline = bands.results.bottom;
  const across = w / ICEBERG.w;
  const { top, bottom } = bands.patterns;
  return (
    <>
      <defs>
        {LAYER_IDS.map((layer) => (
          <linearGradient key={layer} id={`${uid}-${layer}`} x1="0" y1="0" x2="0" y2="1">
            <stop offset="0" stopColor={WATER[layer][0]} />
            <stop offset="1" stopColor={WATER[layer][1]} />
          </linearGradient>
        ))}
      </defs>
      <rect width={w} height={waterline} fill={`url(#${uid}-results)`} />
      <g transform={`translate(0 ${waterline}) scale(${w / RANGES.w} ${5 / 6}) translate(0 ${-RANGES.waterline})`}>
        <path d={FAR_RANGE} fill="#C9DFE6" opacity={0.55} />
        <path d={NEAR_RANGE} fill="#B4D2DB" opacity={0.6} />
      </g>
      <rect y={top} width={w} height={bottom - top + 1} fill={`url(#${uid}-patterns)`} />
      <rect
        y={bands.structures.top}
        width={w}
        height={bands.structures.bottom - bands.structures.top + 1}
        fill={`url(#${uid}-structures)`}
      />
      <rect y={bands.beliefs.top} width={w} height={h - bands.beliefs.top} fill={`url(#${uid}-beliefs)`} />
      <path
        d={RAYS}
        transform={`translate(0 ${top}) scale(${across} ${(bottom - top) / 583})`}
        fill="#FFFFFF"
        opacity={0.1}
      />
      <Bubbles w={w} bands={bands} h={h} />
    </>
  );
});

const DEEP = ICEBERG_BANDS.structures.top;

/** One path of small circles; the deep part of the individual iceberg is spread over the deep part of this board. */
function Bubbles({ w, h, bands }: Pick<WaterProps, 'w' | 'h' | 'bands'>) {
  const across = w / ICEBERG.w;
  const from = bands.structures.top;
  const down = (h - from) / (ICEBERG.h - DEEP);
  const circle = ([x = 0, y = 0, r = 0]: number[]): string => {
    const radius = r * Math.min(across, down);
    return `M${Math.round(x * across)} ${Math.round(from + (y - DEEP) * down)}m${-radius} 0a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0`;
  };
  return <path d={picture.bubbles.map(circle).join('')} fill="#BFE0F2" opacity={0.18} />;
}

interface SurfaceProps {
  readonly w: number;
  readonly bands: Readonly<Record<LayerId, Band>>;
  /** 1 on the individual iceberg. */
  readonly scale?: number;
}

/** The waterline and the dotted borders between the waters below; drawn over the ice. */
export const Surface = memo(function Surface({ w, bands, scale = 1 }: SurfaceProps) {
  const y = bands.results.bottom;
  const borders = [bands.structures.top, bands.beliefs.top]
    .map((at) => `M${33 * scale} ${at}H${w - 33 * scale}`)
    .join('');
  return (
    <>
      <path d={waveStrip(w, y + 7 * scale, 100 * scale, 7.5 * scale, y + 20 * scale)} fill="#FFFFFF" opacity={0.35} />
      <path d={wavePath(w, y, 100 * scale, 6.7 * scale)} fill="none" stroke="#2E7DA6" strokeWidth={4.2 * scale} />
      <path
        d={wavePath(w, y + 12 * scale, 133 * scale, 5.8 * scale)}
        fill="none"
        stroke="#FFFFFF"
        strokeWidth={2.5 * scale}
        opacity={0.75}
      />
      <path
        d={borders}
        stroke="#FFFFFF"
        strokeWidth={2.1 * scale}
        strokeDasharray={`${3.3 * scale} ${11.7 * scale}`}
        strokeLinecap="round"
        opacity={0.8}
      />
    </>
  );
});
