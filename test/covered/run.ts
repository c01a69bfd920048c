/**
 * `npm run coverage`: which lines of the server and the shared rules no test without a browser ever runs, also in the
 * processes and threads that tests start. Installs what it needs the first time. Usage: npm run coverage [-- test …]
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { counted, root, written } from './places.ts';
import { eachRun } from './processes.ts';
import { reportOf } from './report.ts';
import { type Counted, countAlso, sourceOf } from './sources.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const TESTS = ['--root=.', '--config=test/covered/vitest.config.ts', '--project=unit', '--project=dom'];

const run = (command: string, args: readonly string[], cwd: string): number =>
  spawnSync(command, args, { cwd, stdio: 'inherit' }).status ?? 1;

// The Vitest it wants is the one of the project.
const INSTALL = ['ci', '--ignore-scripts', '--legacy-peer-deps', '--no-audit', '--no-fund', '--loglevel=error'];
if (!existsSync(join(here, 'node_modules/.package-lock.json')) && run('npm', INSTALL, here) !== 0) process.exit(1);
for (const folder of [counted, written]) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
}
const vitest = [join(root, 'node_modules/vitest/vitest.mjs'), 'run', ...TESTS, ...process.argv.slice(2)];
// What failed has run, too: the report says what of it.
process.exitCode = run(process.execPath, vitest, root);

// Vitest writes it.
const all = JSON.parse(readFileSync(join(counted, 'coverage-final.json'), 'utf8')) as Record<string, Counted>;
eachRun(written, root, (path, passed) => {
  const one = all[path];
  if (one !== undefined) countAlso(one, passed);
});
const sources = Object.values(all).map((one) => ({ ...sourceOf(one), path: relative(root, one.path) }));
console.log(`\n${reportOf(sources.sort((a, b) => a.path.localeCompare(b.path)))}`);
