/** The built client as it is served: pages, files, their compressed twins and how long they may be kept. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Edge } from '../../../server/http/edge.ts';
import { addPages } from '../../../server/http/pages.ts';

let folder: string;
const app = new Hono<Edge>();
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tempano-pages-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<title>Témpano</title>');
  writeFileSync(join(folder, 'favicon.svg'), '<svg/>');
  writeFileSync(join(folder, 'assets/app.js'), 'plain');
  writeFileSync(join(folder, 'assets/app.js.br'), 'packed');
  addPages(app, folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const id = 'A'.repeat(21);
const get = (path: string, headers: Record<string, string> = {}) => app.request(path, { headers });

it.each([
  '/',
  '/facilitar',
  '/unirse',
  '/observar',
  '/nueva',
  '/ensayo',
  `/cohorte/${id}`,
  `/tablero/${id}`,
  '/sala',
  `/sala/${id}`,
  `/panel/${id}`,
])('begins %s with the one page, never kept', async (path) => {
  const answer = await get(path);
  expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-cache']);
  expect(answer.headers.get('content-type')).toContain('text/html');
  expect(await answer.text()).toContain('Témpano');
});

it('shows the client with 404 on addresses that are no pages', async () => {
  for (const path of ['/tablero/x', '/nada', `/cohorte/${id}/x`]) {
    const answer = await get(path);
    expect([answer.status, await answer.text()]).toEqual([404, '<title>Témpano</title>']);
  }
});

it('lets assets be kept for ever, packed where the browser takes it', async () => {
  const packed = await get('/assets/app.js', { 'Accept-Encoding': 'gzip, br' });
  expect(packed.headers.get('content-encoding')).toBe('br');
  expect(await packed.text()).toBe('packed');
  const plain = await get('/assets/app.js');
  expect([plain.headers.get('content-encoding'), await plain.text()]).toEqual([null, 'plain']);
  for (const { headers } of [packed, plain]) {
    expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(headers.get('content-type')).toContain('javascript');
  }
  expect((await get('/favicon.svg')).headers.get('cache-control')).toBe('no-cache');
});

it('has no page in place of a missing file, and keeps that answer nowhere', async () => {
  for (const path of ['/assets/gone.js', '/gone.png', '/assets/', '/assets/../../../etc/passwd.txt']) {
    const answer = await get(path);
    expect(answer.status).toBe(404);
    expect(answer.headers.get('cache-control') ?? '').not.toContain('immutable');
  }
});

it('says how to build the client when it is not there', async () => {
  const bare = new Hono<Edge>();
  addPages(bare, join(folder, 'nowhere'));
  const answer = await bare.request('/');
  expect([answer.status, await answer.text()]).toEqual([503, expect.stringContaining('npm run build')]);
});
