/** What was measured, in words: the folders, and the sources below the mark with the lines nothing passed. */
import { dirname } from 'node:path';
import type { Source, Tally } from './sources.ts';

/** In lines, of a source and of all; what is below is worth a look. */
const MARK = 95;

export function reportOf(sources: readonly Source[]): string {
  const folders = [...new Set(sources.map(({ path }) => dirname(path)))].sort();
  const rooms = ['server', 'shared'].map((room) => [`${room}, all`, (path: string) => path.startsWith(room)] as const);
  const rows = [...rooms, ...folders.map((folder) => [folder, (path: string) => dirname(path) === folder] as const)];
  const low = sources.filter(({ lines }) => percent(lines) < MARK).sort((a, b) => percent(a.lines) - percent(b.lines));
  return [
    row('', 'lines %', 'branches %'),
    ...rows.map(([name, isIn]) =>
      of(
        name,
        sources.filter(({ path }) => isIn(path)),
      ),
    ),
    of('all', sources),
    '',
    `Below ${MARK} % of lines: ${low.length} of ${sources.length} sources`,
    ...low.map((one) => `${of(one.path, [one])}  ${runsOf(one.missed)}`),
  ].join('\n');
}

const of = (name: string, sources: readonly Source[]): string =>
  row(name, figure(sources.map(({ lines }) => lines)), figure(sources.map(({ branches }) => branches)));
const row = (name: string, lines: string, branches: string): string =>
  `${name.padEnd(36)}${lines.padStart(8)}${branches.padStart(12)}`;
const figure = (tallies: readonly Tally[]): string =>
  percent({
    passed: tallies.reduce((sum, { passed }) => sum + passed, 0),
    all: tallies.reduce((sum, { all }) => sum + all, 0),
  }).toFixed(1);
const percent = ({ passed, all }: Tally): number => (all === 0 ? 100 : (100 * passed) / all);

/** `3, 5–7` */
function runsOf(lines: readonly number[]): string {
  const runs: Array<[number, number]> = [];
  for (const line of lines) {
    const last = runs.at(-1);
    if (last !== undefined && last[1] === line - 1) last[1] = line;
    else runs.push([line, line]);
  }
  return runs.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)).join(', ');
}
