/** Where the bar for what is selected lies, and the lists its buttons open: near it, inside the canvas, never over the watermark. Pure, in screen pixels. */
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
/** What the depth rail takes at the left of a canvas that has room for it. */
const RAIL = { from: 700, w: 72 } as const;
/** The watermark at the lower right and the tools at the foot, with some air. */
const FOOT = 64;

/** Whether any of the selection is on the screen: a bar beside nothing only confuses. */
export const isInSight = ({ x, y, w, h }: ScreenBox, canvas: Size): boolean =>
  x < canvas.w && x + w > 0 && y < canvas.h && y + h > 0;

/**
 * Upper left corner: above the selection if there is room, else below it, else at the top; never over the depth rail.
 * `from`: down to where something else lies along the upper edge.
 */
export function placeBar(selection: ScreenBox, bar: Size, canvas: Size, from = 0): { x: number; y: number } {
  const middle = selection.x + selection.w / 2 - bar.w / 2;
  const left = canvas.w < RAIL.from ? EDGE : RAIL.w;
  const x = Math.max(EDGE, Math.min(Math.max(left, middle), canvas.w - bar.w - EDGE));
  const above = selection.y - bar.h - GAP;
  const below = selection.y + selection.h + GAP;
  const top = from + EDGE;
  if (above >= top) return { x, y: Math.min(above, canvas.h - FOOT - bar.h) };
  return { x, y: below + bar.h <= canvas.h - FOOT ? Math.max(top, below) : top };
}

/** Between a button and its list. */
const LIST_GAP = 6;

/** Upper left corner of a list: under its button, else over it, else as low as it can be; always inside the canvas. */
export function placeList(button: ScreenBox, list: Size, canvas: Size): { x: number; y: number } {
  const x = Math.max(EDGE, Math.min(button.x, canvas.w - list.w - EDGE));
  const lowest = canvas.h - list.h - EDGE;
  const below = button.y + button.h + LIST_GAP;
  const above = button.y - list.h - LIST_GAP;
  if (below <= lowest) return { x, y: below };
  return { x, y: Math.max(EDGE, above >= EDGE ? Math.min(above, lowest) : lowest) };
}
