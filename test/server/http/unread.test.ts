/** Large answers nobody reads, or hardly: bounded for each person and in all, and let go with their sockets. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { afterEach, expect, it, vi } from 'vitest';
import { createUnread, type Unread } from '../../../server/http/unread.ts';

const BYTES = 16 * 1024 * 1024;
const open: Array<Server | Socket> = [];
afterEach(() => {
  vi.useRealTimers();
  for (const one of open.splice(0)) 'destroy' in one ? one.destroy() : one.close();
});

/** Answers every request with 16 MB for the key in its path. */
async function serve(unread: Unread): Promise<(path: string, times?: number) => Promise<Socket>> {
  const server = createServer((incoming, outgoing) => {
    unread.add(incoming.url ?? '', BYTES, { incoming, outgoing });
    outgoing.end(Buffer.alloc(BYTES));
    server.emit('answered');
  }).listen(0, '127.0.0.1');
  open.push(server);
  await once(server, 'listening');
  return async (path, times = 1) => {
    const socket = connect((server.address() as AddressInfo).port, '127.0.0.1').on('error', () => undefined);
    open.push(socket);
    socket.pause();
    const answered = once(server, 'answered');
    socket.write(`GET ${path} HTTP/1.1\r\nHost: a\r\n\r\n`.repeat(times));
    await answered;
    return socket;
  };
}
const LIMITS = { keyBytes: BYTES, allBytes: 3 * BYTES, stallMs: 60_000, bytesPerSecond: BYTES };
const NOW = () => 0;
const room = (unread: Unread, key: string) => expect.poll(() => unread.hasRoom(key));

it('leaves room for others, until all together have too much', async () => {
  const unread = createUnread(NOW, LIMITS);
  const ask = await serve(unread);
  await ask('/ana');
  expect([unread.hasRoom('/ana'), unread.hasRoom('/berta')]).toEqual([false, true]);
  await ask('/berta');
  await ask('/carla');
  expect(unread.hasRoom('/dora')).toBe(false);
});

it('has room again for who reads', async () => {
  const unread = createUnread(NOW, LIMITS);
  const socket = await (await serve(unread))('/ana');
  socket.resume();
  await room(unread, '/ana').toBe(true);
});

it('has room again for who goes away, with all that waited on the same socket', async () => {
  const unread = createUnread(NOW, { ...LIMITS, keyBytes: 1 });
  const socket = await (await serve(unread))('/ana', 3);
  expect(unread.hasRoom('/ana')).toBe(false);
  socket.destroy();
  await room(unread, '/ana').toBe(true);
});

it('cuts who reads nothing', async () => {
  const unread = createUnread(NOW, { ...LIMITS, stallMs: 50 });
  await (await serve(unread))('/ana');
  await room(unread, '/ana').toBe(true);
});

it('cuts who has not read all of one in its time, however little by little', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const unread = createUnread(NOW, LIMITS);
  const socket = await (await serve(unread))('/ana');
  vi.advanceTimersByTime(60_999);
  expect(unread.hasRoom('/ana')).toBe(false);
  vi.advanceTimersByTime(1);
  expect(unread.hasRoom('/ana')).toBe(true);
  socket.resume();
  await once(socket, 'close');
});

it('has room again for others where what somebody has most of is old', async () => {
  let now = 0;
  const unread = createUnread(() => now, { ...LIMITS, keyBytes: 2 * BYTES });
  const ask = await serve(unread);
  const honest = await ask('/ana');
  const first = await ask('/berta');
  await ask('/berta');
  expect(unread.hasRoom('/carla')).toBe(false);
  now = 60_001;
  expect(unread.hasRoom('/carla')).toBe(true);
  first.resume();
  await once(first, 'close');
  let read = 0;
  honest.on('data', ({ length }) => {
    read += length;
  });
  honest.resume();
  await expect.poll(() => read).toBeGreaterThan(BYTES);
});
