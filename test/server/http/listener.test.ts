/** Sockets that are slow, silent, greedy or odd: each ends by itself, in bounded time and memory, and stops nobody else. */
import type { Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { Hono } from 'hono';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Edge } from '../../../server/http/edge.ts';
import { createListener, HTTP_LIMITS } from '../../../server/http/listener.ts';

let server: Server;
let answered: string[];
const sockets = new Set<Socket>();

const impatient = { ...HTTP_LIMITS, headersMs: 60, requestMs: 120, idleMs: 60, checkMs: 10, requestsPerSocket: 5 };
beforeEach(async () => {
  answered = [];
  const web = new Hono<Edge>();
  web.all('*', async (c) => {
    const { length } = await c.req.text();
    answered.push(`${c.req.method} ${c.req.path}`);
    return c.text(`${length}`);
  });
  // A body that was cut off.
  web.onError((_, c) => c.body(null, 400));
  await listen(createListener(web, impatient));
});
afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  sockets.clear();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

async function listen(next: Server): Promise<void> {
  server = next;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
}

/** Says something and nothing more; resolves with all that came back once the server has ended the connection. */
function say(text: string): Promise<string> {
  return new Promise((resolve) => {
    let heard = '';
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1', () => socket.write(text));
    sockets.add(socket);
    socket.on('data', (bytes) => {
      heard += bytes.toString('latin1');
    });
    // Ended in the middle of what we said.
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(heard));
  });
}
const statusesOf = (heard: string): string[] =>
  [...heard.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => status ?? '');
const open = (): Promise<number> => new Promise((resolve) => server.getConnections((_, count) => resolve(count)));

it.each([
  ['says nothing', '', '408'],
  ['stops in its headers', 'GET / HTTP/1.1\r\nHost: x\r\nA: ', '408'],
  ['stops in its body', 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nab', '408'],
  ['stops in a chunk', 'POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nff\r\nab', '408'],
  [
    'does not finish its upgrade',
    'GET /sync/x HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n',
    '408',
  ],
  ['is kept after its answer', 'GET / HTTP/1.1\r\nHost: x\r\n\r\n', '200'],
])('lets go of a socket that %s', async (_, text, status) => {
  expect(statusesOf(await say(text))).toEqual([status]);
});

it('lets go of a thousand upgrades that never end, and serves others meanwhile', async () => {
  const text = 'GET /sync/x HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n';
  const ends = Array.from({ length: 1_000 }, () => say(text));
  expect(await say('GET /other HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')).toContain(' 200 ');
  await Promise.all(ends);
  await expect.poll(open).toBe(0);
});

it('answers a bounded number of requests that were sent at once', async () => {
  const statuses = statusesOf(await say('GET / HTTP/1.1\r\nHost: x\r\n\r\n'.repeat(100)));
  expect(statuses.slice(0, 5)).toEqual(['200', '200', '200', '200', '200']);
  expect(statuses.slice(5).filter((status) => status !== '503')).toEqual([]);
  expect(answered).toHaveLength(5);
});

it('takes no more sockets than it has room for', async () => {
  await new Promise((resolve) => server.close(resolve));
  await listen(createListener(new Hono<Edge>(), { ...HTTP_LIMITS, sockets: 2 }));
  void say('');
  void say('');
  await expect.poll(open).toBe(2);
  expect(await say('GET / HTTP/1.1\r\nHost: x\r\n\r\n')).toBe('');
});

const odd = (start: string, more = 'Connection: close\r\n'): string => `${start} HTTP/1.1\r\nHost: x\r\n${more}\r\n`;
it.each([
  ['both lengths', odd('POST /', 'Content-Length: 5\r\nTransfer-Encoding: chunked\r\n'), ['400']],
  ['two lengths', odd('POST /', 'Content-Length: 5\r\nContent-Length: 6\r\n'), ['400']],
  ['a coding of its own', odd('POST /', 'Transfer-Encoding: xchunked\r\n'), ['400']],
  [
    'a chunk with a long tail',
    `${odd('POST /', 'Transfer-Encoding: chunked\r\n')}1;${'a'.repeat(20_000)}\r\n`,
    ['400'],
  ],
  ['no line ends as agreed', 'GET / HTTP/1.1\nHost: x\n\n', ['400']],
  ['a zero in the path', odd('GET /\0'), ['400']],
  ['the asterisk', odd('OPTIONS *'), ['400']],
  ['an address that is none', odd('GET http://['), ['400']],
  ['an expectation of its own', odd('POST /', 'Connection: close\r\nExpect: bread\r\n'), ['417']],
  ['no host', 'GET / HTTP/1.1\r\n\r\n', ['400']],
  ['a tunnel', odd('CONNECT evil.example:443'), []],
  ['headers without end', odd('GET /', 'A: 1\r\n'.repeat(20_000)), ['431']],
  ['TLS', '\u0016\u0003\u0001\u0000', ['400']],
])('refuses %s', async (_, text, statuses) => {
  expect(statusesOf(await say(text))).toEqual(statuses);
  expect(answered).toEqual([]);
});

it.each([
  ['a whole address', odd('GET http://elsewhere.example/path'), 'GET /path'],
  ['a method that mirrors', odd('TRACE /path'), 'TRACE /path'],
  ['an upgrade we do not offer', odd('GET /path', 'Connection: Upgrade\r\nUpgrade: h2c\r\n'), 'GET /path'],
  ['HTTP/1.0 without a host', 'GET /path HTTP/1.0\r\n\r\n', 'GET /path'],
])('takes %s for an ordinary request', async (_, text, request) => {
  expect(statusesOf(await say(text))).toEqual(['200']);
  expect(answered).toEqual([request]);
});
