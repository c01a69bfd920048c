/**
 * Finds a Chromium to test with, or prepares the one of `test/browser`. Launches nothing.
 * Order: TEMPANO_CHROMIUM (a path, or `fallback`), Playwright's own, one installed in the system, `test/browser`.
 * Run as a program (`node test/kit/chromium.ts`) it prepares the fallback when nothing else is found.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium as playwright } from 'playwright-core';

/** An executable and what it needs in its environment besides that of this process. */
export interface Chromium {
  readonly executable: string;
  readonly env: Readonly<Record<string, string>>;
}

const names = [
  // The same engine without the window around it, which takes as much processor as the page: a quarter of a walk's time.
  'chromium-headless-shell',
  'chromium',
  'google-chrome-stable',
  'google-chrome',
  'chromium-browser',
  'microsoft-edge',
  'brave-browser',
];
const usualPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];
const miniPackage = fileURLToPath(new URL('../browser', import.meta.url));
const scratch = join(miniPackage, '.tmp');
const unpacked = join(scratch, 'chromium');

/** The Chromium that is ready to use, or null. Throws when TEMPANO_CHROMIUM names a file that is not there. */
export function findChromium(): Chromium | null {
  const asked = process.env.TEMPANO_CHROMIUM;
  if (asked === 'fallback') return fallback();
  if (asked) {
    if (!isFile(asked)) throw new Error(`TEMPANO_CHROMIUM: there is no file ${asked}`);
    return { executable: asked, env: {} };
  }
  const onPath = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  const executable = [playwright.executablePath(), ...onPath, ...usualPlaces].find(isFile);
  return executable ? { executable, env: {} } : fallback();
}

/** As `findChromium`, but when there is none installs and unpacks the fallback (Linux x64: some 70 MB, once). */
export function prepareChromium(): Chromium | null {
  const found = findChromium();
  if (found || process.platform !== 'linux' || process.arch !== 'x64') return found;
  console.log('Preparando un navegador para las pruebas (una sola vez, unos 70 MB)…');
  const unpacking = join(scratch, `unpacking-${process.pid}`);
  mkdirSync(unpacking, { recursive: true });
  const ready = run('npm', ['ci']) && run(process.execPath, ['unpack.mjs'], { TMPDIR: unpacking });
  if (ready && !existsSync(unpacked)) renameSync(unpacking, unpacked);
  rmSync(unpacking, { recursive: true, force: true });
  if (!ready) console.log('No se pudo preparar un navegador; las pruebas que lo necesitan se saltarán.');
  return fallback();
}

function fallback(): Chromium | null {
  const executable = join(unpacked, 'chromium');
  if (!isFile(executable)) return null;
  const libraries = [join(unpacked, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(delimiter);
  return { executable, env: { LD_LIBRARY_PATH: libraries, FONTCONFIG_PATH: join(unpacked, 'fonts') } };
}

function run(command: string, args: string[], env: Record<string, string> = {}): boolean {
  const ended = spawnSync(command, args, {
    cwd: miniPackage,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return ended.status === 0;
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

if (import.meta.main) prepareChromium();
