/** Where the bar for what is selected lies: near it, inside the canvas, never over the watermark. Pure, in screen pixels. */
export interface ScreenBox {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}
interface Size {
  readonly w: number;
  readonly h: number;
}

const GAP = 14;
const EDGE = 8;
/** The watermark at the lower right and the tools at the foot, with some air. */
const FOOT = 64;

/** Upper left corner: above the selection if there is room, else below it, else at the top. */
export function placeBar(selection: ScreenBox, bar: Size, canvas: Size): { x: number; y: number } {
  const middle = selection.x + selection.w / 2 - bar.w / 2;
  const x = Math.max(EDGE, Math.min(middle, canvas.w - bar.w - EDGE));
  const above = selection.y - bar.h - GAP;
  const below = selection.y + selection.h + GAP;
  if (above >= EDGE) return { x, y: Math.min(above, canvas.h - FOOT - bar.h) };
  return { x, y: below + bar.h <= canvas.h - FOOT ? Math.max(EDGE, below) : EDGE };
}
