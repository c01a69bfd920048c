/** What the server answers while nothing can be saved, and when something is wrong with itself. */
import type { HttpBindings } from '@hono/node-server';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { systemClock } from '../../../server/clock.ts';
import type { Context } from '../../../server/commands/context.ts';
import { createDesk } from '../../../server/commands/desk.ts';
import { createTurns } from '../../../server/commands/turns.ts';
import type { EdgeApp, EdgeParts } from '../../../server/http/edge.ts';
import { createRequestLimits } from '../../../server/http/request-limits.ts';
import { createWeb } from '../../../server/http/web.ts';
import { type Database, openMemoryDatabase } from '../../../server/storage/database.ts';
import { openRegistry } from '../../../server/storage/registry.ts';
import type { Rooms, StorageHealth } from '../../../server/sync/ports.ts';
import { RoomError } from '../../../server/sync/room-error.ts';
import { secretOf } from '../../kit/running-app.ts';

let database: Database;
let web: EdgeApp;
let health: StorageHealth;
let failure: Error;
let lines: string[];

beforeEach(() => {
  database = openMemoryDatabase();
  health = { ok: true };
  lines = [];
  const fails = (): Promise<never> => Promise.reject(failure);
  const rooms: Rooms = {
    change: fails,
    take: fails,
    read: fails,
    updates: fails,
    remove: fails,
    reconsider: () => undefined,
    onChanged: () => () => undefined,
    onEntered: () => () => undefined,
    tell: () => 0,
    sessions: () => [],
    close: () => Promise.resolve(),
  };
  const log: Context['log'] = (event, fields) => lines.push(JSON.stringify({ event, ...fields }));
  const desk = createDesk(systemClock, log);
  const context: Context = { registry: openRegistry(database), rooms, turns: createTurns(), desk, now: () => 0, log };
  const parts: EdgeParts = {
    context,
    settings: { publicUrl: null, allowedOrigins: new Set(), trustedProxies: 0, logRequests: false },
    limits: createRequestLimits(() => 0, 30),
    health: () => health,
    rehearsal: () => {
      throw failure;
    },
    clientFolder: '/nowhere',
  };
  web = createWeb(parts);
});
afterEach(() => {
  if (database.isOpen) database.close();
});

const bindings = { incoming: { headers: {}, socket: { remoteAddress: '::1' } } } as HttpBindings;
const ask = (method: string, path: string, body?: object) =>
  web.request(path, { method, headers: { Host: 'localhost' }, ...(body && { body: JSON.stringify(body) }) }, bindings);
const cohort = { name: 'SECRETO', date: '2026-11-20', organisations: ['A'] };
/** Takes a seat in a new cohort: what everybody follows is written by the rooms. */
async function sitDown() {
  const { links } = await (await ask('POST', '/api/cohorts', cohort)).json();
  return ask('POST', '/api/sessions', { secret: secretOf(links.facilitation), name: 'SECRETO' });
}

it('says 503 when the rooms cannot save, in the health check too', async () => {
  failure = new RoomError('storage-failed');
  const answer = await sitDown();
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5']);
  expect(await answer.json()).toMatchObject({ error: { why: 'storage-failed' } });
  health = { ok: false, why: 'storage-failing' };
  const checked = await ask('GET', '/healthz');
  expect([checked.status, await checked.json()]).toEqual([503, { status: 'failing', why: 'storage-failing' }]);
});

it('says that it is busy when there is no time for a board now', async () => {
  failure = new RoomError('busy');
  const answer = await sitDown();
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5']);
  expect(await answer.json()).toMatchObject({ error: { why: 'server-busy' } });
});

it('says 503 when the database is gone', async () => {
  expect((await ask('GET', '/healthz')).status).toBe(200);
  database.close();
  expect((await ask('GET', '/healthz')).status).toBe(503);
});

it('answers a mistake of its own with 500 and logs neither message nor text', async () => {
  failure = new Error('the text SECRETO could not be read');
  for (const answer of [await sitDown(), await ask('POST', '/api/rehearsal', {})]) {
    expect([answer.status, (await answer.json()).error.why]).toEqual([500, 'internal']);
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'self'");
  }
  expect(lines.join()).toContain('request-failed');
  expect(lines.join()).not.toContain('SECRETO');
});
