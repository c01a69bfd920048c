/** A layer too wide to be read at once, as parts that are: each begins where a column begins and holds as many as it can. Pure. */

interface Span {
  readonly from: number;
  readonly to: number;
}

/** `columns` with something in the layer, from left to right; `width`: what one part may hold, in canvas units. */
export function layerParts(columns: readonly Span[], width: number): Span[] {
  const parts: Span[] = [];
  for (const column of columns) {
    const last = parts.at(-1);
    if (last && column.to - last.from <= width) parts[parts.length - 1] = { from: last.from, to: column.to };
    else parts.push(...pieces(column, width));
  }
  return parts;
}

/** A column wider than a part is gone through piece by piece. */
function pieces({ from, to }: Span, width: number): Span[] {
  const count = Math.max(1, Math.ceil((to - from) / width));
  const step = (to - from) / count;
  return Array.from({ length: count }, (_, i) => ({ from: from + i * step, to: from + (i + 1) * step }));
}

/** The part one looks at: the one that begins nearest to the left edge of the view. */
export const partAt = (parts: readonly Span[], left: number): number =>
  parts.reduce(
    (best, { from }, i) => (Math.abs(from - left) < Math.abs((parts[best]?.from ?? 0) - left) ? i : best),
    0,
  );
