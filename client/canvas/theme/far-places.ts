/** At which of its boxes a theme says its title from afar, so that titles of narrow columns keep out of each other's way. Pure. */
import type { Box } from '../../../shared/template/shapes.ts';

/** Screen pixels: room for a long word at 13 px, and for four lines of it. */
const TITLE = { w: 92, h: 72 } as const;

export const titleWidth = (box: Pick<Box, 'w'>, zoom: number): number => Math.max(TITLE.w, box.w * zoom);

/** For each theme the box to use: the first one whose title covers no title before it, else the first. Null without boxes. */
export function titlePlaces<B extends Box>(themes: readonly (readonly B[])[], zoom: number): (B | null)[] {
  const placed: B[] = [];
  return themes.map((boxes) => {
    const free = boxes.find((box) => placed.every((other) => !covers(box, other, zoom)));
    const chosen = free ?? boxes[0] ?? null;
    if (chosen) placed.push(chosen);
    return chosen;
  });
}

function covers(a: Box, b: Box, zoom: number): boolean {
  const beside = a.x < b.x ? (b.x - a.x) * zoom >= titleWidth(a, zoom) : (a.x - b.x) * zoom >= titleWidth(b, zoom);
  return !beside && Math.abs(a.y - b.y) * zoom < TITLE.h;
}
