/**
 * Changes the sources in small ways, one at a time, and says which changes no test noticed. Installs what it needs the
 * first time. Usage: npm run mutation [-- file or pattern … [--tests test file or pattern …]]
 *
 * Without `--tests` mutants meet every test there is for the relay and the shared rules, some of which take many seconds.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = fileURLToPath(new URL('../..', import.meta.url));

function run(command: string, args: readonly string[], cwd: string, tests: readonly string[] = []): void {
  const env = { ...process.env, TEMPANO_MUTANTS_MEET: tests.join(',') };
  const { status } = spawnSync(command, args, { cwd, stdio: 'inherit', env });
  if (status !== 0) process.exit(status ?? 1);
}

/** What stands before `--tests`, and what behind. */
function split(words: readonly string[]): readonly [readonly string[], readonly string[]] {
  const at = words.includes('--tests') ? words.indexOf('--tests') : words.length;
  return [words.slice(0, at), words.slice(at + 1)];
}

if (!existsSync(join(here, 'node_modules/.package-lock.json')))
  run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], here);

const [which, tests] = split(process.argv.slice(2));
const only = which.length > 0 ? ['--mutate', which.join(',')] : [];
const stryker = join(here, 'node_modules/@stryker-mutator/core/bin/stryker.js');
run(process.execPath, [stryker, 'run', 'test/mutation/stryker.config.mjs', ...only], root, tests);
