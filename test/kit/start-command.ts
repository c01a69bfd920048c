/** How `npm start` runs the server, so that what is tested and measured is what people run. Starts nothing. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('../..', import.meta.url));

/** The arguments of Node, settings first where the checkout in `root` has any there, and `server/main.mjs` last. */
export function serverArguments(root = here): string[] {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const found = /\bnode ((?:--\S+ )*)(server\/main\.(?:mjs|ts))$/.exec(String(scripts.start));
  if (found === null) throw new Error('npm start does not run server/main.mjs');
  const [, settings = '', script = ''] = found;
  return [...settings.split(' ').filter((one) => one !== ''), join(root, script)];
}
