/** Builds the client once before the browser walks. Knows no browser and starts no server. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const builder = fileURLToPath(new URL('../../tools/build.mjs', import.meta.url));

export function setup(): void {
  const built = spawnSync(process.execPath, [builder], { stdio: 'inherit' });
  if (built.status !== 0) throw new Error('The client could not be built; see the output above.');
}
