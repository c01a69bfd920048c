/** The faceted iceberg itself, in the units of the individual iceberg; whoever draws it may stretch it. Knows no water and no text. */
import { memo } from 'react';
import { ICEBERG_BANDS, ICEBERG_OUTLINE } from '../../../shared/template/iceberg.ts';
import { LAYER_IDS } from '../../../shared/template/kinds.ts';
import type { Point } from '../../../shared/template/shapes.ts';
import picture from './iceberg-backdrop.json' with { type: 'json' };
import { iceFill } from './palette.ts';

/** Moves a point of the individual iceberg elsewhere, for instance onto a wider board. */
type Place = (point: Point) => Point;

interface IceProps {
  /** Makes ids unique in a page with several drawings. */
  readonly uid: string;
  /** Left as it is when left out. */
  readonly place?: Place;
  readonly shadow?: boolean;
}

interface Facet {
  readonly corners: ReadonlyArray<Point>;
  readonly light: boolean;
  readonly opacity: number;
}

const FACETS: ReadonlyArray<Facet> = picture.facets.map((row) => {
  const [ax = 0, ay = 0, bx = 0, by = 0, cx = 0, cy = 0, light = 0, opacity = 0] = row;
  return {
    corners: [
      [ax, ay],
      [bx, by],
      [cx, cy],
    ],
    light: light === 1,
    opacity,
  };
});

const stay: Place = (point) => point;
const rounded = ([x, y]: Point): string => `${Math.round(x * 10) / 10},${Math.round(y * 10) / 10}`;
const pointsOf = (points: ReadonlyArray<Point>, place: Place): string => points.map((p) => rounded(place(p))).join(' ');

/** Wide soft strokes stand in for a blurred shadow: a filter of this size costs too much at every zoom. */
const SHADOW = Array.from({ length: 8 }, (_, index) => 10 + index * 10);

export const Ice = memo(function Ice({ uid, place = stay, shadow = false }: IceProps) {
  const outline = pointsOf(ICEBERG_OUTLINE, place);
  const clip = `${uid}-ice`;
  return (
    <>
      <defs>
        <clipPath id={clip}>
          <polygon points={outline} />
        </clipPath>
      </defs>
      {shadow
        ? SHADOW.map((width) => (
            <polygon
              key={width}
              points={outline}
              transform="translate(0 9)"
              fill="none"
              stroke="#06182B"
              strokeOpacity={0.026}
              strokeWidth={width}
              strokeLinejoin="round"
            />
          ))
        : null}
      <g clipPath={`url(#${clip})`}>
        <IceLayers place={place} />
        {FACETS.map(({ corners, light, opacity }) => {
          const points = pointsOf(corners, place);
          return <polygon key={points} points={points} fill={light ? '#FFFFFF' : '#2F6E99'} fillOpacity={opacity} />;
        })}
      </g>
      <polyline
        points={pointsOf(TIP, place)}
        fill="none"
        stroke="#9CBFD6"
        strokeWidth={2.5}
        strokeLinejoin="round"
        opacity={0.9}
      />
    </>
  );
});

/** The outline above the water. */
const TIP = ICEBERG_OUTLINE.filter(([, y]) => y <= ICEBERG_BANDS.results.bottom);

function IceLayers({ place }: { place: Place }) {
  return LAYER_IDS.map((layer) => {
    const { top, bottom } = ICEBERG_BANDS[layer];
    const [x, y] = place([490, top - 1]);
    const [right, low] = place([2010, bottom + 1]);
    return <rect key={layer} x={x} y={y} width={right - x} height={low - y} fill={iceFill(layer)} />;
  });
}
