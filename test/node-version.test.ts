/** Which Node may run the server: `tools/up.mjs` takes those of package.json and no other, and what people read says the same. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import manifest from '../package.json' with { type: 'json' };

const root = fileURLToPath(new URL('..', import.meta.url));
/** Everything installed, but no Node among the packages. */
let copy: string;
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'tempano-up-'));
  mkdirSync(join(copy, 'node_modules'));
  cpSync(join(root, 'tools/up.mjs'), join(copy, 'tools/up.mjs'));
  cpSync(join(root, 'package.json'), join(copy, 'package.json'));
  for (const lock of ['package-lock.json', 'node_modules/.package-lock.json'])
    writeFileSync(join(copy, lock), JSON.stringify({ packages: {} }));
});
afterAll(() => rmSync(copy, { recursive: true }));

function upWith(version: string) {
  const pretend = `Object.defineProperty(process, 'versions', { value: { node: '${version}' } })`;
  const args = ['--import', `data:text/javascript,${encodeURIComponent(pretend)}`, 'tools/up.mjs'];
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: copy, encoding: 'utf8' });
  return { status, stderr };
}

it.each(['22.22.2', '22.23.0', '24.15.0', '24.21.0', '26.0.0', '27.1.0'])('takes Node %s', (version) => {
  expect(upWith(version)).toEqual({ status: 0, stderr: '' });
});

it.each(['20.20.0', '22.22.0', '23.11.0', '24.14.9', '25.9.0'])(
  'refuses Node %s, and says which will do',
  (version) => {
    const { status, stderr } = upWith(version);
    expect([status, stderr]).toEqual([1, expect.stringContaining(`este es ${version}.`)]);
  },
);

it.each(['README.md', 'docs/operating.md', 'tools/up.mjs'])('%s names the versions of package.json', (path) => {
  expect(manifest.engines.node).toBe('^22.22.2 || ^24.15.0 || >=26.0.0');
  expect(readFileSync(join(root, path), 'utf8')).toContain(
    '22 (22.22.2 or later), 24 (24.15 or later), or 26 and later',
  );
});
