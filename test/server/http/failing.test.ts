/** What the server answers while nothing can be saved, where a board takes too long, and when something is wrong with itself. */
import type { HttpBindings } from '@hono/node-server';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Context } from '../../../server/commands/context.ts';
import { createDesk, DESK_LIMITS, type Desk } from '../../../server/commands/desk.ts';
import { createTurns } from '../../../server/commands/turns.ts';
import type { EdgeApp, EdgeParts } from '../../../server/http/edge.ts';
import { createRequestLimits } from '../../../server/http/request-limits.ts';
import { createWeb } from '../../../server/http/web.ts';
import { type Database, openMemoryDatabase } from '../../../server/storage/database.ts';
import { openRegistry } from '../../../server/storage/registry.ts';
import type { Rooms, StorageHealth } from '../../../server/sync/ports.ts';
import { RoomError } from '../../../server/sync/room-error.ts';
import { FakeClock } from '../../kit/fake-clock.ts';
import { secretOf, until } from '../../kit/running-app.ts';

let database: Database;
let web: EdgeApp;
let health: StorageHealth;
/** Of the rooms; null: they work, and there is nothing on their boards. */
let failure: Error | null;
let clock: FakeClock;
let desk: Desk;
let lines: string[];

beforeEach(() => {
  database = openMemoryDatabase();
  health = { ok: true };
  lines = [];
  failure = null;
  const inRooms = (): Promise<never> => (failure === null ? Promise.resolve([] as never) : Promise.reject(failure));
  const rooms: Rooms = {
    change: inRooms,
    take: inRooms,
    read: inRooms,
    updates: inRooms,
    remove: inRooms,
    reconsider: () => undefined,
    onChanged: () => () => undefined,
    onEntered: () => () => undefined,
    tell: () => 0,
    sessions: () => [],
    close: () => Promise.resolve(),
  };
  const log: Context['log'] = (event, fields) => lines.push(JSON.stringify({ event, ...fields }));
  clock = new FakeClock();
  desk = createDesk(clock, log, { smallBytes: 0 });
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
afterEach(async () => {
  await desk.close();
  if (database.isOpen) database.close();
});

const bindings = { incoming: { headers: {}, socket: { remoteAddress: '::1' } } } as HttpBindings;
const ask = (method: string, path: string, body?: object, headers: Record<string, string> = {}) =>
  web.request(
    path,
    { method, headers: { Host: 'localhost', ...headers }, ...(body && { body: JSON.stringify(body) }) },
    bindings,
  );
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

it.each([
  ['es', /^Leer el tablero .* sigue guardado\. .* avisa a quien administra el servidor\.$/],
  ['en', /^Reading the board .* still saved\. .* tell whoever runs the server\.$/],
])(
  'says of a board that takes too long to read what is safe and what to do, and not to ask at once (%s)',
  async (language, said) => {
    const { token } = await (await sitDown()).json();
    const signed = { Authorization: `Bearer ${token}`, 'Accept-Language': language };
    const { boards } = await (await ask('GET', '/api/me', undefined, signed)).json();
    const { id } = boards.find(({ kind }: { kind: string }) => kind === 'group-iceberg');
    const asked = ask('GET', `/api/boards/${id}/export`, undefined, signed);
    await until(() => clock.pendingTimers > 0, 'the desk to begin');
    await clock.advance(DESK_LIMITS.workMs);
    const answer = await asked;
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([422, null]);
    expect(await answer.json()).toEqual({ error: { why: 'board-too-slow', message: expect.stringMatching(said) } });
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { event: 'board-work-dropped', kind: 'show', why: 'too-complex' },
      { event: 'request-failed', why: 'board-too-slow' },
    ]);
  },
);

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
