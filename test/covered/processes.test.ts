/** What a process really ran is what is counted of it: lines and branches that nothing passed stay missed. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { eachRun } from './processes.ts';
import { reportOf } from './report.ts';
import { type Counted, countAlso, sourceOf } from './sources.ts';

const SOURCE = `interface Ñandú { readonly n: number }
const called = (one: Ñandú): string => {
  if (one.n > 1) return 'never';
  return 'once';
};
export const never = (): string => {
  return 'never';
};
called({ n: 1 });
`;
let folder: string;
let path: string;
beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'tempano-covered-')));
  path = join(folder, 'server', 'one.ts');
  const written = join(folder, 'written');
  mkdirSync(join(folder, 'server'));
  writeFileSync(path, SOURCE);
  spawnSync(process.execPath, [path], { env: { ...process.env, NODE_OPTIONS: '', NODE_V8_COVERAGE: written } });
  writeFileSync(join(written, 'half.json'), '{"result":[{"url":"file:');
});
afterAll(() => rmSync(folder, { recursive: true }));

const at = (line: number, column: number) => ({ start: { line, column } });
const counted = (): Counted => ({
  path,
  statementMap: { 0: at(2, 15), 1: at(3, 2), 2: at(3, 17), 3: at(4, 2), 4: at(7, 2), 5: at(9, 0) },
  s: { 0: 0, 1: 0, 2: 0, 3: 0, 4: 0, 5: 0 },
  branchMap: { 0: { loc: at(3, 2), locations: [at(3, 17), { start: {} }] } },
  b: { 0: [0, 0] },
});

it('counts what was passed and nothing else', () => {
  const one = counted();
  eachRun(join(folder, 'written'), folder, (found, passed) => {
    expect(found).toBe(path);
    countAlso(one, passed);
  });
  expect(one.s).toEqual({ 0: 1, 1: 1, 2: 0, 3: 1, 4: 0, 5: 1 });
  expect(one.b).toEqual({ 0: [0, 0] });
  const source = sourceOf(one);
  expect(source).toMatchObject({ lines: { passed: 4, all: 5 }, branches: { passed: 0, all: 2 }, missed: [7] });
  expect(reportOf([{ ...source, path: 'server/one.ts' }])).toMatch(/server\/one\.ts +80\.0 +0\.0 {2}7$/m);
});

it('never takes anything away that was counted before', () => {
  const one = { ...counted(), s: { 0: 3, 1: 3, 2: 3, 3: 3, 4: 3, 5: 3 } };
  eachRun(join(folder, 'written'), folder, (_, passed) => countAlso(one, passed));
  expect(Object.values(one.s)).toEqual([3, 3, 3, 3, 3, 3]);
});
