/**
 * Makes the installed packages match the lockfile; `--with-browser` also makes sure that there is a browser to test with.
 * Needs nothing installed and runs on Node 20. Knows neither the server nor the client.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const windows = process.platform === 'win32';
const bundledNode = join(root, 'node_modules', '.bin', windows ? 'node.cmd' : 'node');

if (!installed()) {
  console.log('Instalando lo necesario… (menos de un minuto)');
  if (!npmCi()) {
    console.error('No se pudo instalar. Revisa la conexión y prueba con: npm ci');
    process.exit(1);
  }
  console.log('Instalado.');
}
const node = usableNode();
if (process.argv.includes('--with-browser')) run(node, [join(root, 'test/kit/chromium.ts')]);

/** npm writes down what it installed last; an interrupted installation leaves no such file. */
function installed() {
  const record = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(record)) return false;
  const wanted = packages(join(root, 'package-lock.json'));
  const present = packages(record);
  const thisMachine = `node_modules/node-${windows ? 'win' : process.platform}-${process.arch}`;
  return Object.entries(wanted).every(([path, { version, integrity, optional }]) => {
    const here = present[path];
    if (!here) return path === '' || (optional && path !== thisMachine);
    return here.version === version && here.integrity === integrity;
  });
}

function packages(lockfile) {
  return JSON.parse(readFileSync(lockfile, 'utf8')).packages ?? {};
}

function npmCi() {
  const args = ['ci', '--include=dev', '--include=optional'];
  const { npm_execpath: npm, npm_node_execpath: npmNode } = process.env;
  if (npm?.endsWith('.js')) return run(npmNode ?? process.execPath, [npm, ...args]);
  return run('npm', args, { shell: windows });
}

/** The Node that the scripts will meet first on their PATH: the installed one, or this one if it is new enough. */
function usableNode() {
  if (existsSync(bundledNode)) {
    if (spawnSync(bundledNode, ['--version'], { shell: windows }).status === 0) return bundledNode;
    // Alpine and other systems without glibc cannot start it; out of the way, their own Node is found.
    rmSync(bundledNode);
  }
  const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  if (isInRange(process.versions.node, engines.node)) return process.execPath;
  console.error(
    `Hace falta Node 22 (22.22.2 o posterior), 24 (24.15 o posterior) o 26 en adelante; este es ${process.versions.node}.\n` +
      'Node 22 (22.22.2 or later), 24 (24.15 or later), or 26 and later is needed.',
  );
  process.exit(1);
}

/** `^1.2.3` takes later versions of the same major number, `>=1.2.3` all later ones; `||` separates. */
function isInRange(version, range) {
  const have = version.split('.').map(Number);
  return range.split('||').some((part) => {
    const [, sign, least] = /^(\^|>=)([\d.]+)$/.exec(part.trim());
    const wanted = least.split('.').map(Number);
    const at = have.findIndex((number, i) => number !== wanted[i]);
    const isLater = at === -1 || have[at] > wanted[at];
    return isLater && (sign === '>=' || have[0] === wanted[0]);
  });
}

function run(command, args, options = {}) {
  return spawnSync(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], ...options }).status === 0;
}
