/** The edge of the server: headers, origins, broken and hostile requests, limits, health, and what is never written down. */
import { readdirSync, readFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { join as joinPath } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createBuckets } from '../../../server/http/token-bucket.ts';
import { REFUSALS } from '../../../shared/api.ts';
import {
  boardOf,
  createCohort,
  follow,
  join,
  type RunningApp,
  secretOf,
  startRunningApp,
  whyOf,
} from '../../kit/running-app.ts';

let app: RunningApp;
beforeAll(async () => {
  app = await startRunningApp({ trustedProxies: 1, cohortsPerHour: 60 });
});
afterAll(() => app.close());

/** An own address for each test, as a proxy would report it. */
let last = 0;
const elsewhere = (): Record<string, string> => {
  last += 1;
  return { 'X-Forwarded-For': `203.0.113.9, 198.51.100.${last}` };
};
const cohort = { name: 'C', date: '2026-11-20', organisations: ['A'] };

it('carries the security headers on every answer', async () => {
  const paths = ['/', '/healthz', '/api/me', '/api/nothing', '/assets/nothing.js', '/tablero/x'];
  for (const path of paths) {
    const { headers } = await app.ask('GET', path);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'self'; script-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'; base-uri 'none'");
    expect(policy).toContain(`connect-src 'self' ${app.url.replace('http', 'ws')} `);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('permissions-policy')).toContain('camera=()');
  }
});

it('puts no foreign host into the policy', async () => {
  const policy = await new Promise<string>((resolve, reject) => {
    const asked = request(`${app.url}/healthz`, { headers: { Host: 'evil.example; script-src *' } }, (response) => {
      response.resume();
      resolve(String(response.headers['content-security-policy']));
    });
    asked.on('error', reject).end();
  });
  expect(policy).not.toContain('evil');
});

it.each(['https://evil.example', 'null', 'http://127.0.0.1.evil.example', 'http://127.0.0.1@evil.example'])(
  'refuses changes from pages of %s',
  async (origin) => {
    for (const path of ['/api/cohorts', '/api/rehearsal', '/api/sessions', '/api/links/open']) {
      const answer = await app.ask('POST', path, { body: cohort, headers: { Origin: origin, ...elsewhere() } });
      expect([answer.status, whyOf(answer)]).toEqual([403, 'origin-foreign']);
    }
  },
);

it('takes changes of its own pages, and of no page at all', async () => {
  const pages: Record<string, string>[] = [{ Origin: app.url }, {}];
  for (const headers of pages) {
    const answer = await app.ask('POST', '/api/cohorts', { body: cohort, headers: { ...headers, ...elsewhere() } });
    expect(answer.status).toBe(201);
  }
});

it('answers unknown paths and broken JSON in words', async () => {
  const unknown = await app.ask('GET', '/api/constructor');
  expect([unknown.status, whyOf(unknown)]).toEqual([404, 'not-found']);
  expect(await app.ask('PUT', '/api/cohorts', { body: {} })).toMatchObject({ status: 404 });
  for (const body of ['{', '[', 'name=x', '\u0000', '{"name":']) {
    const answer = await app.ask('POST', '/api/cohorts', { body });
    expect([answer.status, whyOf(answer)]).toEqual([400, 'bad-json']);
    expect(answer.body).toMatchObject({ error: { message: 'Lo enviado no es JSON válido.' } });
  }
  const english = await app.ask('GET', '/api/me', { headers: { 'Accept-Language': 'es;q=0.5, en-US' } });
  expect(english.body).toMatchObject({ error: { message: expect.stringContaining('session has ended') } });
  for (const body of ['null', '[]', '"x"', '7', '{"__proto__":{"name":"x"}}'])
    expect(whyOf(await app.ask('POST', '/api/cohorts', { body }))).toBe('bad-request');
});

it.each([
  '/%',
  '/%E0%A4%A',
  '/..%2f..%2fpackage.json',
  '/assets/..%2f..%2fpackage.json',
  '/%00',
  `/${'a'.repeat(4000)}`,
])('survives the path %s and shows no file', async (path) => {
  const answer = await app.ask('GET', path);
  expect(answer.status).toBeLessThan(504);
  expect(JSON.stringify(answer.body)).not.toContain('"dependencies"');
  expect((await app.ask('GET', '/healthz')).status).toBe(200);
});

it('wants a token of its own making', async () => {
  for (const authorization of ['', 'Bearer', 'Bearer x', `Bearer ${'A'.repeat(24)}`, `Basic ${'A'.repeat(24)}`]) {
    const answer = await app.ask('GET', '/api/me', { headers: { Authorization: authorization } });
    expect([answer.status, whyOf(answer)]).toEqual([401, 'session-unknown']);
  }
});

it('refuses bodies above the limit', async () => {
  const body = JSON.stringify({ ...cohort, name: 'x'.repeat(300 * 1024) });
  const answer = await app.ask('POST', '/api/cohorts', { body, headers: elsewhere() });
  expect([answer.status, whyOf(answer), answer.headers.get('connection')]).toEqual([413, 'body-too-large', 'close']);
});

it('refuses headers above 16 KB and what is not HTTP, and goes on', async () => {
  const firstLine = (text: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const socket = connect(Number(new URL(app.url).port), '127.0.0.1', () => socket.write(text));
      socket.on('data', (bytes) => {
        resolve(bytes.toString('latin1').split('\r\n')[0] ?? '');
        socket.destroy();
      });
      socket.on('error', reject);
    });
  expect(await firstLine(`GET / HTTP/1.1\r\nHost: x\r\nA: ${'x'.repeat(17_000)}\r\n\r\n`)).toContain('431');
  expect(await firstLine('\u0016\u0003\u0001 this is not HTTP\r\n\r\n')).toContain('400');
  expect((await app.ask('GET', '/healthz')).body).toEqual({ status: 'ok' });
});

it('stops guessing after twenty wrong links or codes from one address, and lets a right link in all the same', async () => {
  const made = await createCohort(app);
  const headers = elsewhere();
  const open = (body: object, from = headers) => app.ask('POST', '/api/links/open', { body, headers: from });
  const tries = [];
  for (let i = 0; i < 25; i += 1) tries.push((await open({ code: `BCDF-${1000 + i}` })).status);
  expect(tries.filter((status) => status === 404)).toHaveLength(20);
  expect(tries.filter((status) => status === 429)).toHaveLength(5);
  expect((await open({ code: made.code })).status).toBe(429);
  expect((await open({ secret: 'A'.repeat(24) })).status).toBe(429);
  expect((await open({ secret: secretOf(made.links.viewing) })).status).toBe(200);
  expect((await open({ code: made.code }, elsewhere())).status).toBe(200);
});

it('makes a bounded number of cohorts for one address; rehearsals count', async () => {
  const headers = elsewhere();
  const statuses = [(await app.ask('POST', '/api/rehearsal', { body: {}, headers })).status];
  for (let i = 0; i < 60; i += 1)
    statuses.push((await app.ask('POST', '/api/cohorts', { body: cohort, headers })).status);
  expect(statuses.filter((status) => status === 201)).toHaveLength(60);
  const refused = await app.ask('POST', '/api/rehearsal', { body: {}, headers });
  expect([refused.status, whyOf(refused)]).toEqual([429, 'too-many-cohorts']);
  expect(refused.headers.get('retry-after')).toBe('60');
  const fromTheMachineItself = await app.ask('POST', '/api/cohorts', { body: cohort });
  expect(fromTheMachineItself.status).toBe(201);
});

it('fills buckets again with time', () => {
  let time = 0;
  const buckets = createBuckets(2, 1_000, () => time);
  expect([buckets.take('a'), buckets.take('a'), buckets.take('a'), buckets.take('b')]).toEqual([
    true,
    true,
    false,
    true,
  ]);
  time = 499;
  expect(buckets.has('a')).toBe(false);
  time = 500;
  expect([buckets.take('a'), buckets.take('a')]).toEqual([true, false]);
  time = 60_000;
  expect([buckets.take('a'), buckets.take('a'), buckets.take('a')]).toEqual([true, true, false]);
});

it('writes no secret, token, name or text into the log, and keeps no secret in the data folder', async () => {
  const made = await createCohort(app, { name: 'Cohorte-Nombrada', organisations: ['Organización-Nombrada'] });
  const organisation = made.cohort.organisations[0]?.id ?? null;
  const facilitator = await join(app, made.links.facilitation, 'Persona-Nombrada');
  const ana = await join(app, made.code, 'Ana-Nombrada', organisation);
  const board = await follow(app, ana.token, await boardOf(app, ana.token, 'iceberg', organisation));
  const connecting = new URL(board.provider.url);
  await app.ask('GET', '/api/me?secret=en-la-consulta', { token: ana.token });
  await app.ask('POST', '/api/links/open', { body: { secret: 'x'.repeat(24) } });
  board.close();
  const secrets = [
    ...Object.values(made.links).map(secretOf),
    made.code,
    made.code.replace('-', ''),
    facilitator.token,
    ana.token,
  ];
  const log = app.log.join('\n');
  expect(app.log.length).toBeGreaterThan(10);
  for (const secret of [...secrets, 'Nombrada', 'en-la-consulta']) expect(log).not.toContain(secret);
  expect(connecting.search).toBe('');
  const files = readdirSync(app.dataDir).map((name) => readFileSync(joinPath(app.dataDir, name)));
  expect(files.some((bytes) => bytes.includes('Ana-Nombrada'))).toBe(true);
  for (const secret of secrets) expect(files.some((bytes) => bytes.includes(secret))).toBe(false);
});

it('has a sentence for every refusal', async () => {
  const { REFUSAL_WORDING } = await import('../../../server/http/refusals.ts');
  expect(Object.keys(REFUSAL_WORDING).sort()).toEqual([...REFUSALS].sort());
});
