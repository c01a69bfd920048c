/**
 * What ran in the processes and threads that tests started, as Node wrote it: per source, the places that were passed.
 * Node takes types out without moving anything, so that its offsets are those of the source. Knows no test.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

interface Range {
  readonly startOffset: number;
  readonly endOffset: number;
  readonly count: number;
}
interface Written {
  readonly result: ReadonlyArray<{
    readonly url: string;
    readonly functions: ReadonlyArray<{ readonly ranges: readonly Range[] }>;
  }>;
}

/** Calls `found` for each source under `folder` that each process ran, with whether it passed an offset. */
export function eachRun(written: string, folder: string, found: (path: string, passed: Passed) => void): void {
  for (const name of readdirSync(written)) {
    // A process that was killed at it leaves half a file.
    const { result } = parsed(readFileSync(join(written, name), 'utf8'));
    for (const { url, functions } of result) {
      if (!url.startsWith('file:')) continue;
      const path = fileURLToPath(url);
      if (!path.startsWith(folder) || path.includes('node_modules')) continue;
      const ranges = functions.flatMap((one) => one.ranges);
      found(path, (offset) => (smallestAt(ranges, offset)?.count ?? 0) > 0);
    }
  }
}
export type Passed = (offset: number) => boolean;

/** The smallest range says how often: a block lies in its function, a function in its file. */
function smallestAt(ranges: readonly Range[], offset: number): Range | null {
  let smallest: Range | null = null;
  for (const range of ranges) {
    if (range.startOffset > offset || range.endOffset <= offset) continue;
    const size = range.endOffset - range.startOffset;
    if (smallest === null || size <= smallest.endOffset - smallest.startOffset) smallest = range;
  }
  return smallest;
}

function parsed(json: string): Written {
  try {
    // Node writes it.
    return JSON.parse(json) as Written;
  } catch {
    return { result: [] };
  }
}
