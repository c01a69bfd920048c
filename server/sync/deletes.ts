/** What is deleted on a board: for each client stretches of its clock, sorted and apart. Knows no update and no text. */
import type { Range } from './decoded-update.ts';

export class Deletes {
  /** Starts and ends in turns: a stretch is two neighbours. */
  readonly #edges = new Map<number, number[]>();

  add(deletes: ReadonlyMap<number, readonly Range[]>): void {
    for (const [client, ranges] of deletes) {
      const edges = this.#edges.get(client) ?? [];
      for (const { clock, len } of ranges) insert(edges, clock, clock + len);
      this.#edges.set(client, edges);
    }
  }

  /** The part of `deletes` that is not known yet. */
  missing(deletes: ReadonlyMap<number, readonly Range[]>): Map<number, Range[]> {
    const missing = new Map<number, Range[]>();
    for (const [client, ranges] of deletes) {
      const edges = this.#edges.get(client) ?? [];
      const unknown = ranges.flatMap(({ clock, len }) => gaps(edges, clock, clock + len));
      if (unknown.length > 0) missing.set(client, unknown);
    }
    return missing;
  }

  ranges(): Map<number, Range[]> {
    return new Map([...this.#edges].map(([client, edges]) => [client, toRanges(edges)]));
  }
}

/** Index of the first edge that is above (`orAt`: or at) the clock. */
function firstEdge(edges: readonly number[], clock: number, orAt: boolean): number {
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const edge = edges[middle] ?? 0;
    if (edge > clock || (orAt && edge === clock)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function insert(edges: number[], start: number, end: number): void {
  const from = firstEdge(edges, start, true);
  const to = firstEdge(edges, end, false);
  // An odd place is inside a stretch, which then goes on.
  const added = [...(from % 2 === 0 ? [start] : []), ...(to % 2 === 0 ? [end] : [])];
  edges.splice(from, to - from, ...added);
}

function gaps(edges: readonly number[], start: number, end: number): Range[] {
  const found: Range[] = [];
  let at = firstEdge(edges, start, false);
  let clock = start;
  while (clock < end) {
    const next = Math.min(edges[at] ?? end, end);
    if (at % 2 === 0) found.push({ clock, len: next - clock });
    clock = next;
    at += 1;
  }
  return found;
}

function toRanges(edges: readonly number[]): Range[] {
  const ranges: Range[] = [];
  for (let at = 0; at + 1 < edges.length; at += 2) {
    const start = edges[at] ?? 0;
    ranges.push({ clock: start, len: (edges[at + 1] ?? start) - start });
  }
  return ranges;
}
