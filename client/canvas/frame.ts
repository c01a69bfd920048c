/** A box of the board on the screen: what our tools leave free of it, and the camera that shows the box there. Knows no area. */
import type { Box, Editor } from 'tldraw';
import { isStill } from '../board/calm.ts';
import { focusOf, layerAsked } from '../board/focus.ts';
import { boardOf } from './board.ts';

/** Free screen pixels around what is shown: the depth rail at the left, the tools at the bottom. */
const INSET = { left: 68, right: 24, top: 16, bottom: 84 } as const;
const NARROW = { left: 10, right: 14, top: 64, bottom: 76 } as const;
const MOST = 2;

export const moves = (): { animation?: { duration: number } } => (isStill() ? {} : { animation: { duration: 260 } });

/** What the phase asks lies over the upper edge: along all of it, or under the ways down where it is narrow. */
const GUIDE = { wide: 46, narrow: 62 } as const;
/** Where the canvas is narrower than that, the dots that are left lie over the tools, else beside them. */
const DOTS = { below: 950, h: 52 } as const;

/** What our tools leave free at each edge, in screen pixels. */
export function insetOf(editor: Pick<Editor, 'store' | 'getViewportScreenBounds'>): {
  readonly left: number;
  readonly right: number;
  top: number;
  bottom: number;
} {
  const { session } = boardOf(editor.store);
  const { w } = editor.getViewportScreenBounds();
  const isNarrow = w < 700;
  const { call } = session.cohort.get();
  const usual = isNarrow ? NARROW : INSET;
  const hasDots = w < DOTS.below && session.board.kind === 'group-iceberg' && call.dots.open;
  const inset = hasDots ? { ...usual, bottom: usual.bottom + DOTS.h } : usual;
  const guide = isNarrow ? GUIDE.narrow : GUIDE.wide;
  const focus = focusOf(call, session.board.kind);
  return layerAsked(focus) === null ? inset : { ...inset, top: inset.top + guide };
}

interface Showing {
  readonly least?: number;
  readonly most?: number;
  readonly animate?: boolean;
  /** From the upper or the left edge, not in the middle. */
  readonly isTop?: boolean;
  readonly isLeft?: boolean;
  /** Pixels at the upper edge that something else needs. */
  readonly over?: number;
}

/** Shows a box as large as it fits between the tools. */
export function showBox(editor: Editor, box: Box, showing: Showing = {}): void {
  const { least = 0, most = MOST, animate = true, isTop = false, isLeft = false, over = 0 } = showing;
  const screen = editor.getViewportScreenBounds();
  const inset = insetOf(editor);
  const top = inset.top + over;
  const w = Math.max(80, screen.w - inset.left - inset.right);
  const h = Math.max(80, screen.h - top - inset.bottom);
  const zoom = Math.min(most, Math.max(least, Math.min(w / box.w, h / box.h)));
  const spareX = isLeft ? 0 : Math.max(0, w / zoom - box.w) / 2;
  const spareY = isTop ? 0 : Math.max(0, h / zoom - box.h) / 2;
  const camera = { x: inset.left / zoom - box.x + spareX, y: top / zoom - box.y + spareY, z: zoom };
  editor.stopFollowingUser();
  editor.setCamera(camera, animate ? moves() : { immediate: true });
}
