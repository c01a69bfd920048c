/**
 * The house rules a machine can check: who may import whom, and the shape of files. Knows nothing about behaviour.
 * The table is the one of docs/architecture.md; a file may always import the rest of its own room; tests, everything.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import manifest from '../package.json' with { type: 'json' };

const root = fileURLToPath(new URL('..', import.meta.url));
const react = ['react', 'react-dom'];
const view = ['shared', 'client/board', 'client/ui', 'client/i18n', 'yjs', ...react];
const edge = [
  'shared',
  'server/sync',
  'server/commands',
  'server/log.ts',
  'server/child.ts',
  'server/within.ts',
  'node:',
  'yjs',
  'valibot',
];
const whole = ['server', 'shared', 'hono', '@hono/node-server', 'ws', 'yjs', 'valibot', 'node:'];

/** Room → the rooms, files and packages it may import. The first room that contains the file counts. */
const mayImport: Record<string, string[]> = {
  shared: ['yjs', 'y-protocols', 'lib0', 'nanoid', 'valibot'],
  'server/main.mjs': ['server/own-settings.mjs', 'server/start.ts', 'node:'],
  'server/own-settings.mjs': [],
  'server/start.ts': ['server/app', 'server/app.ts', 'server/config.ts', 'server/log.ts', 'node:'],
  'server/app.ts': whole,
  'server/app': whole,
  'server/sync': ['shared', 'yjs', 'y-protocols', 'lib0'],
  'server/storage': ['server/sync/ports.ts', 'server/child.ts', 'server/within.ts', 'shared', 'yjs', 'node:'],
  'server/trials': ['server/sync', 'server/child.ts', 'server/within.ts', 'yjs'],
  'server/ws': [...edge, 'ws'],
  'server/http': [...edge, 'hono', '@hono/node-server'],
  'server/commands': edge,
  'server/demo': ['shared', 'valibot'],
  server: [
    'server/config.ts',
    'server/log.ts',
    'server/pieces.ts',
    'server/within.ts',
    'server/sync/ports.ts',
    'shared',
    'valibot',
    'node:',
  ],
  'client/board': ['shared', 'yjs', 'y-protocols', 'react'],
  'client/sync': ['shared', 'client/board', 'yjs', 'y-protocols', 'lib0'],
  'client/canvas': [...view, 'tldraw', '@tldraw/assets'],
  'client/list': view,
  'client/i18n': ['shared', ...react],
  'client/ui': ['shared', 'client/i18n', ...react],
  'client/panels': [...view, 'client/sync', 'client/list', 'wouter', 'uqr'],
  'client/pages': [...view, 'client/sync', 'client/panels', 'client/list', 'client/call', 'wouter'],
  'client/call': [...view, 'client/sync', 'client/panels', 'client/list', 'wouter'],
  'client/offline': [],
  client: [...view, 'client', 'wouter', 'valibot'],
};

const files = ['shared', 'server', 'client', 'test', 'tools'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx|mjs|css)$/.test(entry.name))
    .map((entry) => posix.normalize(join(entry.parentPath, entry.name).slice(root.length).replaceAll('\\', '/')))
    .filter((path) => !/node_modules|\/\.tmp\//.test(path)),
);
const sources = new Map(files.map((path) => [path, readFileSync(join(root, path), 'utf8')]));
const inside = (path: string, room: string) => path === room || path.startsWith(room.endsWith(':') ? room : `${room}/`);

interface Import {
  readonly target: string;
  readonly kind: 'value' | 'type' | 'lazy';
}

function importsOf(path: string, source: string): Import[] {
  const statements =
    /^(?:import|export)\s(type\s)?[^'";]*?from\s*'([^']+)'|^import\s*'([^']+)'|\bimport\(\s*'([^']+)'/gm;
  return [...source.matchAll(statements)].map(([, type, from, bare, lazy]) => {
    const name = from ?? bare ?? lazy ?? '';
    const target = name.startsWith('.') ? posix.join(posix.dirname(path), name) : name;
    return { target, kind: lazy ? 'lazy' : type ? 'type' : 'value' };
  });
}

function brokenImports(path: string, source: string): string[] {
  const room = Object.keys(mayImport).find((name) => inside(path, name));
  if (!room) return [];
  const allowed = [...(room === 'server' ? [] : [room]), ...(mayImport[room] ?? [])];
  return importsOf(path, source)
    .filter(({ target, kind }) => {
      if (inside(target, 'react') && room === 'client/sync') return !/hooks?\.tsx?$/.test(path);
      // The board's canvas is one heavy chunk: pages load it lazily.
      if (inside(target, 'client/canvas') && !inside(path, 'client/canvas'))
        return kind === 'value' || room !== 'client';
      if (inside(target, 'client/sync') && room === 'client/canvas') return true;
      if (inside(target, 'server/sync') && room === 'server/storage') return kind !== 'type';
      return !allowed.some((name) => inside(target, name));
    })
    .map(({ target }) => `${path} imports ${target}`);
}

const every = (broken: (path: string, source: string) => string[]) =>
  [...sources].flatMap(([path, source]) => broken(path, source));

it('lets each room import only what the table allows', () => {
  expect(every(brokenImports)).toEqual([]);
});

it.each([
  ['shared/ids.ts', "import { readFileSync } from 'node:fs';"],
  ['server/sync/room.ts', "import type { WebSocket } from 'ws';"],
  ['server/storage/boards.ts', "import { Rooms } from '../sync/rooms.ts';"],
  ['server/app.ts', "import { Board } from '../client/app/Board.tsx';"],
  ['client/canvas/Canvas.tsx', "import {\n  connect,\n} from '../sync/provider.ts';"],
  ['client/app/Board.tsx', "import { Canvas } from '../canvas/Canvas.tsx';"],
  ['client/list/List.tsx', "import 'tldraw/tldraw.css';"],
  ['client/sync/provider.ts', "import { useState } from 'react';"],
  ['client/panels/Dock.tsx', "const seed = await import('../../test/kit/random.ts');"],
])('would notice %s with: %s', (path, source) => {
  expect(brokenImports(path, source)).toHaveLength(1);
});

it('keeps every file within 300 lines', () => {
  expect(every((path, source) => (source.split('\n').length > 301 ? [path] : []))).toEqual([]);
});

it('names files after what they hold', () => {
  const banned = /(^|[-._])(managers?|helpers?|utils?|data|infos?)([-._]|$)/;
  const words = (path: string) =>
    basename(path)
      .replace(/(?<=[a-z])(?=[A-Z])/g, '-')
      .toLowerCase();
  expect(files.filter((path) => banned.test(words(path)))).toEqual([]);
  expect(files.filter((path) => /^(shared|server)\/.*\.tsx$/.test(path))).toEqual([]);
  expect(files.filter((path) => basename(path) === 'index.ts' && dirname(path) !== '.')).toEqual([]);
});

it('never gives up on types', () => {
  const untyped = /[:<|,(]\s*any\b\s*[\],;)>|=[{]|\bas any\b|@ts-(ignore|nocheck|expect-error)/;
  expect(every((path, source) => (untyped.test(source) && path !== 'test/architecture.test.ts' ? [path] : []))).toEqual(
    [],
  );
});

it('keeps tldraw at the one version whose licence and behaviour were studied', () => {
  expect(manifest.dependencies.tldraw).toBe('3.15.6');
  expect(manifest.dependencies['@tldraw/assets']).toBe('3.15.6');
});
