/** Once before the browser walks: a browser to walk with, and the client built. Starts no server. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { prepareChromium } from './chromium.ts';

const builder = fileURLToPath(new URL('../../tools/build.mjs', import.meta.url));

export function setup(): void {
  prepareChromium();
  const built = spawnSync(process.execPath, [builder], { stdio: 'inherit' });
  if (built.status !== 0) throw new Error('The client could not be built; see the output above.');
}
