/** How a title can be set from afar: at 13 px, in one line or in several. Whole words, nothing cut. Pure. */
import { type Measure, wrapText } from '../drawing/text.ts';

export interface TitleShape {
  /** Screen pixels, border included. */
  readonly w: number;
  readonly h: number;
  readonly lines: readonly string[];
}

/** Screen pixels: letters, lines, and what is around them. */
const FAR_TITLE = { size: 13, line: 16, padX: 12, padY: 7 } as const;
const MOST_LINES = 5;

/** For each number of lines the narrowest: three first, which a column has most room for. */
export function titleShapes(number: number, title: string, measure: Measure): TitleShape[] {
  // The number stays with the first word.
  const words = `${number}-${title.trim()}`;
  const { size, line, padX, padY } = FAR_TITLE;
  const longest = Math.max(...words.split(/\s+/).map((word) => measure(word, size, 700)));
  const all = measure(words, size, 700);
  const shapes = new Map<number, TitleShape>();
  for (let width = longest; width < all + 8; width += 8) {
    const lines = wrapText(words, size, width, measure, 700);
    const used = Math.max(...lines.map((one) => measure(one, size, 700)));
    if (lines.length <= MOST_LINES && !shapes.has(lines.length))
      shapes.set(lines.length, {
        w: Math.ceil(used) + padX,
        h: lines.length * line + padY,
        lines: lines.map((one, i) => (i === 0 ? one.replace('-', ' ') : one)),
      });
  }
  return [3, 2, 4, 1, 5].flatMap((count) => shapes.get(count) ?? []);
}
