/** The practice board: one area with prepared places. Knows no text and no note. */
import type { Box, Point } from './shapes.ts';

export const PRACTICE = {
  w: 2400,
  h: 1600,
  /** The whole area; notes go below its head. */
  area: { x: 60, y: 60, w: 2280, h: 1480 } satisfies Box,
  head: 240,
} as const;

const COLUMNS = 10;
const ROWS = 5;
const CELL = 220;

/** Row by row, from the middle outwards, so that the first notes lie under everybody's eyes. */
export const PRACTICE_PLACES: ReadonlyArray<Point> = Array.from({ length: ROWS }, (_, row) =>
  Array.from({ length: COLUMNS }, (_, i): Point => {
    const step = Math.ceil(i / 2) * (i % 2 === 0 ? 1 : -1);
    const column = COLUMNS / 2 - 1 + (i === COLUMNS - 1 ? COLUMNS / 2 : -step);
    return [110 + column * CELL, 330 + row * CELL];
  }),
).flat();
