/**
 * Whatever is on the screen has its Spanish texts: the list and the card of a call without the texts that come later, the
 * door with its own, everything fetched when it is opened with them all. Knows keys as they stand in the source, no page.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import * as door from '../../client/i18n/es/door.ts';
import * as first from '../../client/i18n/es/first.ts';
import * as later from '../../client/i18n/es/later/all.ts';
import * as practice from '../../client/i18n/es/practice.ts';
import type { TextTree } from '../../client/i18n/words.ts';

const client = fileURLToPath(new URL('../../client', import.meta.url));
const read = (file: string): string => readFileSync(file, 'utf8');
const sources = readdirSync(client, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => join(client, file));

const keysOf = (tree: TextTree, before = ''): string[] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [before + key.replace(/_(one|other)$/, '')] : keysOf(value, `${before}${key}.`),
  );
const keys = {
  first: keysOf({ ...first }),
  door: keysOf({ ...door }),
  later: keysOf({ ...later }),
  practice: keysOf({ ...practice }),
};
/** Keys that are not always there, and the file that brings each. */
const broughtBy = new Map(
  (['door', 'later', 'practice'] as const).flatMap((name) =>
    keys[name].map((key) => [key, join(client, `i18n/${name}.ts`)]),
  ),
);
for (const key of keys.first) broughtBy.delete(key);

/** Files that a file imports with a plain import, directly or not, and itself. */
function reach(file: string): ReadonlySet<string> {
  const reached = new Set([file]);
  for (const one of reached)
    for (const [, path] of read(one).matchAll(/^(?:import|export)\s+(?!type\b)(?:[^;']*?from\s+)?'(\.[^']+\.tsx?)'/gm))
      if (path) reached.add(resolve(dirname(one), path));
  return reached;
}

/** Keys in a file that are not always there, also where a part of them is put in: `panels.${panel}.title`. */
function laterKeysIn(file: string): string[] {
  const text = read(file);
  const plain = [...broughtBy.keys()].filter((key) => text.includes(`'${key}'`));
  const built = [...text.matchAll(/`((?:\w+\.)[\w.]*\$\{[^`]*)`/g)].map(
    ([, made = '']) => new RegExp(`^${made.replace(/\$\{[^}]*\}/g, '[\\w-]+').replaceAll('.', '\\.')}$`),
  );
  return [...plain, ...[...broughtBy.keys()].filter((key) => built.some((shape) => shape.test(key)))];
}

/** The starting point, and whatever is fetched by `import('…')`. */
const parts = new Set([
  join(client, 'main.tsx'),
  ...sources.flatMap((file) =>
    [...read(file).matchAll(/import\('(\.[^']+\.tsx?)'\)/g)].map(([, path = '']) => resolve(dirname(file), path)),
  ),
]);

it('knows the parts of the interface, and texts that come later', () => {
  expect([...parts].map((part) => part.slice(client.length + 1))).toEqual(
    expect.arrayContaining(['main.tsx', 'app/BoardPage.tsx', 'call/CallStrip.tsx', 'canvas/Canvas.tsx']),
  );
  expect(broughtBy.size).toBeGreaterThan(200);
  expect(laterKeysIn(join(client, 'app/PanelPage.tsx'))).not.toEqual([]);
});

it.each([...parts].filter((part) => !part.includes('/i18n/')))('%s has the texts it shows', (part) => {
  const files = reach(part);
  const used = [...files].filter((file) => !file.includes('/i18n/')).flatMap((file) => laterKeysIn(file));
  expect([...new Set(used)].filter((key) => !files.has(broughtBy.get(key) ?? ''))).toEqual([]);
});

it.each(['app/DoorPage.tsx', 'app/BoardPage.tsx', 'call/CallStrip.tsx'])('%s does without later texts', (part) => {
  expect(reach(join(client, part)).has(join(client, 'i18n/later.ts'))).toBe(false);
});
