/** How far a board reaches: its drawing, and what lies near it or near what is near it. Knows no note and no camera. */
import { Box } from 'tldraw';

/** `near`: canvas units over which a box still belongs to the rest. What was dragged away further does not make everything small. */
export function reachOf(drawing: Box, boxes: readonly Box[], near: number): Box {
  const reach = Box.From(drawing);
  let apart = boxes;
  for (;;) {
    const around = Box.From(reach).expandBy(near);
    const found = apart.filter((box) => around.contains(box));
    if (found.length === 0) return reach;
    apart = apart.filter((box) => !around.contains(box));
    for (const box of found) reach.union(box);
  }
}
