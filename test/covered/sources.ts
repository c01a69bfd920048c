/** What was counted of each source, as lines and branches. Knows not who counted. */
import { readFileSync } from 'node:fs';
import type { Passed } from './processes.ts';

interface Place {
  readonly line?: number;
  readonly column?: number | null;
}
interface Location {
  readonly start: Place;
}
/** A source in the JSON of Istanbul, which Vitest writes. */
export interface Counted {
  readonly path: string;
  readonly statementMap: Readonly<Record<string, Location>>;
  readonly s: Record<string, number>;
  readonly branchMap: Readonly<Record<string, { readonly loc: Location; readonly locations: readonly Location[] }>>;
  readonly b: Record<string, number[]>;
}

export interface Tally {
  readonly passed: number;
  readonly all: number;
}
export interface Source {
  readonly path: string;
  readonly lines: Tally;
  readonly branches: Tally;
  /** Numbers of the lines nothing passed, in order. */
  readonly missed: readonly number[];
}

/** Counts what another process passed of this source, too. */
export function countAlso(one: Counted, passed: Passed): void {
  const starts = [0];
  for (const { index } of readFileSync(one.path, 'utf8').matchAll(/\n/g)) starts.push(index + 1);
  const ran = ({ start: { line, column } }: Location): boolean =>
    line !== undefined && passed((starts[line - 1] ?? 0) + (column ?? 0));
  for (const [id, at] of Object.entries(one.statementMap)) if (one.s[id] === 0 && ran(at)) one.s[id] = 1;
  for (const [id, { locations }] of Object.entries(one.branchMap))
    one.b[id] = (one.b[id] ?? []).map((count, i) => {
      const at = locations[i];
      return count === 0 && at && ran(at) ? 1 : count;
    });
}

/** A line is passed when a statement that begins on it is. */
export function sourceOf({ path, statementMap, s, b }: Counted): Source {
  const lines = new Map<number, boolean>();
  for (const [id, { start }] of Object.entries(statementMap))
    if (start.line !== undefined) lines.set(start.line, lines.get(start.line) === true || (s[id] ?? 0) > 0);
  const branches = Object.values(b).flat();
  const missed = [...lines].filter(([, passed]) => !passed).map(([line]) => line);
  return {
    path,
    lines: { passed: lines.size - missed.length, all: lines.size },
    branches: { passed: branches.filter((count) => count > 0).length, all: branches.length },
    missed: missed.sort((a, b) => a - b),
  };
}
