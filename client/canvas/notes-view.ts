/** What a narrow screen shows of a layer with notes: where most of them can be read at once. Knows no camera. */
import { Box } from 'tldraw';

/** Units left free beside the notes and over them. */
const EDGE = 24;

/** From the first of them to the `bottom` of the layer. `width`: what fits beside each other, in canvas units. Null while there is no note. */
export function notesView(notes: readonly Box[], bottom: number, width: number): Box | null {
  const within = (from: number): Box[] => notes.filter(({ x, maxX }) => x >= from && maxX <= from + width - 2 * EDGE);
  const [first, ...rest] = notes.map(({ x }) => x).sort((a, b) => a - b);
  if (first === undefined) return null;
  const from = rest.reduce((best, x) => (within(x).length > within(best).length ? x : best), first);
  const shown = within(from);
  const to = Math.max(...shown.map(({ maxX }) => maxX), from);
  const top = Math.min(...(shown.length > 0 ? shown : notes).map(({ y }) => y)) - EDGE;
  return new Box(from - EDGE, top, to - from + 2 * EDGE, Math.max(EDGE, bottom - top));
}
