/** A layer too wide to be read at once, as parts that are: each begins where a column or a note begins and holds as much as it can. Pure. */

interface Span {
  readonly from: number;
  readonly to: number;
}

/** What a column holds of a layer: where that lies, and where each note of it does. */
export interface Held extends Span {
  readonly notes: readonly Span[];
}

/** `columns` with something in the layer, from left to right; `width`: what one part may hold, in canvas units. */
export function layerParts(columns: readonly Held[], width: number): Span[] {
  const parts: Span[] = [];
  for (const column of columns) {
    const last = parts.at(-1);
    if (last && column.to - last.from <= width) parts[parts.length - 1] = { from: last.from, to: column.to };
    else parts.push(...pieces(column, width));
  }
  return parts;
}

/** What is wider than a part is gone through piece by piece: every note whole in one of them, and none without a note. */
function pieces({ from, to, notes }: Held, width: number): Span[] {
  if (to - from <= width) return [{ from, to }];
  const found: { from: number; to: number }[] = [];
  for (const note of [...notes].sort((a, b) => a.from - b.from)) {
    const last = found.at(-1);
    if (last && note.to - last.from <= width) last.to = Math.max(last.to, note.to);
    else found.push({ from: last ? note.from : Math.max(from, note.to - width), to: note.to });
  }
  return found;
}

/** The part one looks at: the one that begins nearest to the left edge of the view. */
export const partAt = (parts: readonly Span[], left: number): number =>
  parts.reduce(
    (best, { from }, i) => (Math.abs(from - left) < Math.abs((parts[best]?.from ?? 0) - left) ? i : best),
    0,
  );

/** As far as the notes of a column reach; from its head on, unless that is far from them. */
export function heldBy(column: Span, notes: readonly Span[], cell: number): Held {
  const first = Math.min(...notes.map(({ from }) => from));
  const isAtHead = first - column.from < cell;
  return { from: isAtHead ? column.from : first, to: Math.max(...notes.map(({ to }) => to)), notes };
}
