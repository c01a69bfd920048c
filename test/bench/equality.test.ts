/** The bench can fail: a server that loses one frame is found. Asserts no figure. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { findUnequal, statesOf } from './load/equality.ts';
import { Member } from './load/member.ts';
import { play, until } from './load/pace.ts';
import { quantile, reckon } from './load/reckoning.ts';
import { seedNotes, writeScript } from './load/script.ts';
import type { Seat } from './load/seat.ts';

const EDITS = 20;
const closing: Array<() => Promise<void>> = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** Sends what comes to everybody else, but not frame number `lost` of those with an update. */
async function rebroadcast(lost: number | null): Promise<number> {
  const server = createServer();
  const sockets = new WebSocketServer({ server });
  let updates = 0;
  sockets.on('connection', (socket) =>
    socket.on('message', (message: Buffer) => {
      const isUpdate = message[0] === 0 && message[1] === 2;
      if (isUpdate) updates += 1;
      if (isUpdate && updates === lost) return;
      for (const other of sockets.clients)
        if (other !== socket && other.readyState === WebSocket.OPEN) other.send(message);
    }),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(async () => {
    for (const socket of sockets.clients) socket.terminate();
    await new Promise((resolve) => server.close(resolve));
  });
  return (server.address() as AddressInfo).port;
}

async function meet(port: number): Promise<Member[]> {
  const seat: Seat = {
    port,
    path: '/board',
    room: 'board',
    protocols: [],
    headers: {},
    prefix: new Uint8Array(),
    hello: null,
    answers: false,
  };
  const seed = seedNotes(3);
  const members = [0, 1, 2].map((n) => new Member(seat, n, writeScript(n, seed, EDITS, 'both')));
  for (const member of members) await member.join();
  members[0]?.offer(seed);
  await until(() => members.slice(1).every(({ updates }) => updates === 1), 5_000);
  return members;
}

async function write(members: readonly Member[], expected: number): Promise<void> {
  const rhythms = members.map((member, n) => ({ everyMs: 5, phase: n / 3, act: () => void member.edit() }));
  await play(rhythms, 5 * EDITS + 1);
  const arrived = () => members.reduce((sum, { updates }) => sum + updates, 0);
  expect(await until(() => arrived() >= expected, 5_000)).toBe(true);
  for (const member of members) member.leave();
}

/** Each edit reaches two others; the seed too. */
const ALL = 3 * EDITS * 2 + 2;

it('finds everybody equal where nothing is lost, and counts each delivery once', async () => {
  const members = await meet(await rebroadcast(null));
  await write(members, ALL);
  expect(findUnequal(statesOf(members))).toEqual([]);
  const [reckoned] = reckon([members], [{ from: 0, to: Number.POSITIVE_INFINITY }]);
  expect(reckoned?.edits).toBe(3 * EDITS * 2);
  expect(quantile(reckoned?.latencies ?? new Float64Array(), 0)).toBeGreaterThan(0);
});

it.each([
  ['in the middle', 2 + EDITS],
  ['at the end', 1 + 3 * EDITS],
])('finds documents unequal when one frame is lost %s', async (_where, lost) => {
  const members = await meet(await rebroadcast(lost));
  await write(members, ALL - 2);
  expect(findUnequal(statesOf(members))).not.toEqual([]);
});
