/**
 * Builds the client into dist/client, compressed beside each file, when its sources have changed since the last time.
 * `--force` builds in any case. Knows nothing of the server, which only serves the folder.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const root = fileURLToPath(new URL('..', import.meta.url));
const target = join(root, 'dist/client');
const stamp = join(root, 'dist/client.stamp');
const sources = [
  'client',
  'shared',
  'vite.config.ts',
  'package-lock.json',
  'tools/build.mjs',
  'tools/offline-worker.ts',
];
const compressible = new Set(['.html', '.js', '.css', '.svg', '.json', '.webmanifest', '.txt', '.ttf']);

if (Number(process.versions.node.split('.')[0]) < 22) continueOnInstalledNode();
else if (process.argv.includes('--force') || previousPrint() !== print()) await build();

async function build() {
  const started = performance.now();
  const printBefore = print();
  console.log('Construyendo la interfaz… (unos segundos)');
  // Beside the target and renamed when complete: a running server never serves half a client.
  const building = join(root, `dist/.client-${process.pid}`);
  try {
    // The tests run this with NODE_ENV=test, which would bundle React's development version.
    process.env.NODE_ENV = 'production';
    const vite = await import('vite');
    await vite.build({
      root: join(root, 'client'),
      configFile: join(root, 'vite.config.ts'),
      logLevel: 'warn',
      build: { outDir: building },
    });
    await compressFolder(building);
    rmSync(stamp, { force: true });
    rmSync(target, { recursive: true, force: true });
    renameSync(building, target);
    writeFileSync(stamp, printBefore);
  } finally {
    rmSync(building, { recursive: true, force: true });
  }
  console.log(`Interfaz lista (${Math.round((performance.now() - started) / 1000)} s).`);
}

/** One hash over the names and contents of everything the client is made of. */
function print() {
  const hash = createHash('sha256');
  const add = (path) => {
    const full = join(root, path);
    if (!existsSync(full)) return;
    hash.update(`${path}\0`).update(readFileSync(full)).update('\0');
  };
  for (const source of sources) {
    if (extname(source)) add(source);
    else for (const path of filesUnder(source)) add(path);
  }
  return hash.digest('hex');
}

function filesUnder(folder) {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length))
    .sort();
}

function previousPrint() {
  return existsSync(stamp) && existsSync(join(target, 'index.html')) ? readFileSync(stamp, 'utf8') : null;
}

async function compressFolder(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  await Promise.all(
    entries
      .filter((entry) => entry.isFile() && compressible.has(extname(entry.name)))
      .map((entry) => compress(join(entry.parentPath, entry.name))),
  );
}

/** Writes file.br and file.gz where they are smaller than the file. */
async function compress(file) {
  const plain = await readFile(file);
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length } };
  const packed = {
    br: await promisify(brotliCompress)(plain, quality),
    gz: await promisify(gzip)(plain, { level: 9 }),
  };
  for (const [extension, bytes] of Object.entries(packed)) {
    if (bytes.length < plain.length) await writeFile(`${file}.${extension}`, bytes);
  }
}

/** An older Node than the tools need: go on with the one that came with the packages. */
function continueOnInstalledNode() {
  const newer = join(root, 'node_modules/.bin/node');
  const args = [fileURLToPath(import.meta.url), ...process.argv.slice(2)];
  const ended = existsSync(newer) ? spawnSync(newer, args, { stdio: 'inherit' }) : null;
  if (!ended) console.error(`Hace falta Node 22 o posterior; este es ${process.version}. Pruebe con: npm ci`);
  process.exitCode = ended?.status ?? 1;
}
