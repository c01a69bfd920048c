/** Dimensions and levels of the self-assessment, by their ids. Knows no wording: that is in self-assessment.ts. */

export const DIMENSION_IDS = [
  'purpose',
  'governance',
  'people',
  'finance',
  'operations',
  'programs',
  'community',
  'alliances',
] as const;
export type DimensionId = (typeof DIMENSION_IDS)[number];
export const isDimensionId = (x: unknown): x is DimensionId => DIMENSION_IDS.some((id) => id === x);

/** 1 Inicial to 4 Robusto; 0 is *No sé / no aplica*. */
export type Level = 0 | 1 | 2 | 3 | 4;
export const isLevel = (x: unknown): x is Level => x === 0 || x === 1 || x === 2 || x === 3 || x === 4;

/** The two pages: how it is and how it was. */
export const TIME_IDS = ['now', 'then'] as const;
export type TimeId = (typeof TIME_IDS)[number];

export const byDimension = <T>(of: (dimension: DimensionId) => T): Readonly<Record<DimensionId, T>> =>
  Object.fromEntries(DIMENSION_IDS.map((dimension) => [dimension, of(dimension)])) as Record<DimensionId, T>;
export const byTime = <T>(of: (time: TimeId) => T): Readonly<Record<TimeId, T>> =>
  Object.fromEntries(TIME_IDS.map((time) => [time, of(time)])) as Record<TimeId, T>;
