/** The iceberg of one organisation: size, bands, outline of the ice, label column and prepared places. Knows no text and no note. */
import type { LayerId } from './kinds.ts';
import layout from './layout.json' with { type: 'json' };
import { type Band, type Point, toBand, toPoint } from './shapes.ts';

const { iceberg } = layout;

export interface LayerPlaces {
  /** The whole note lies on the ice. Centre first, outwards. */
  readonly inside: ReadonlyArray<Point>;
  /** Beside the ice, still in the band. */
  readonly overflow: ReadonlyArray<Point>;
}

const places = (layer: { inside: number[][]; overflow: number[][] }): LayerPlaces => ({
  inside: layer.inside.map(toPoint),
  overflow: layer.overflow.map(toPoint),
});

export const ICEBERG = {
  w: iceberg.w,
  h: iceberg.h,
  waterline: iceberg.waterline,
  header: iceberg.header,
  label: iceberg.label,
  /** A new note stays to the right of the labels and inside the picture. */
  notesFrom: 540,
  notesTo: iceberg.w - 10,
} as const;

export const ICEBERG_BANDS: Readonly<Record<LayerId, Band>> = {
  results: toBand(iceberg.bands.results),
  patterns: toBand(iceberg.bands.patterns),
  structures: toBand(iceberg.bands.structures),
  beliefs: toBand(iceberg.bands.beliefs),
};

export const ICEBERG_OUTLINE: ReadonlyArray<Point> = iceberg.outline.map(toPoint);

export const ICEBERG_PLACES: Readonly<Record<LayerId, LayerPlaces>> = {
  results: places(iceberg.slots.results),
  patterns: places(iceberg.slots.patterns),
  structures: places(iceberg.slots.structures),
  beliefs: places(iceberg.slots.beliefs),
};
