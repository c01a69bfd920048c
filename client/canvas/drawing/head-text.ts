/** A title in a low head: in one line, else in two small ones, else cut with an ellipsis. Knows no box. */
import { type Fitted, fitText, type Measure } from './text.ts';

export function fitHead(title: string, width: number, measure: Measure): Fitted {
  const one = fitText(title, { sizes: [30, 28, 26, 24], width, maxLines: 2, weight: 700 }, measure);
  if (one.lines.length === 1) return one;
  return fitText(title, { sizes: [22, 20, 18], width, maxLines: 2, weight: 700 }, measure);
}
