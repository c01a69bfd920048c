/** Many connections that come and go, stay and say nothing, or are half open: everything is given back. */
import { existsSync, readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { createFaultStage, type FaultStage } from '../kit/fault-stage.ts';
import { createHealthyPair, type HealthyPair, spread } from '../kit/healthy-pair.ts';
import { createRelayWorld, opened, type RelayWorld } from '../kit/relay-world.ts';
import { many } from '../kit/soak.ts';
import type { Door } from '../kit/writers.ts';

const COMINGS = many(500, 2_000);
const IDLE = many(200, 500);
const AT_ONCE = 50;
const MOST_GROWTH = 100 * 1024 * 1024;

let stage: FaultStage | null = null;
let world: RelayWorld | null = null;
let pair: HealthyPair | null = null;
let sockets: WebSocket[] = [];
afterEach(async () => {
  for (const socket of sockets) socket.terminate();
  sockets = [];
  pair?.destroy();
  pair = null;
  await stage?.end();
  stage = null;
  await world?.end();
  world = null;
});

async function enter({ url, room, protocols }: Door): Promise<WebSocket> {
  const socket = new WebSocket(`${url}/${room}`, [...protocols]);
  socket.on('error', () => undefined);
  await new Promise<void>((resolve, reject) => {
    socket.on('open', () => resolve());
    socket.on('close', (code) => reject(new Error(`closed with ${code}`)));
  });
  return socket;
}

/** Leaves in one of the ways people leave: politely, by pulling the plug, or before the first answer. */
function leave(socket: WebSocket, way: number): Promise<void> {
  const gone = new Promise<void>((resolve) => socket.on('close', () => resolve()));
  if (way % 3 === 0) socket.close();
  else socket.terminate();
  return gone;
}

const inTurns = async (count: number, act: (n: number) => Promise<unknown>): Promise<void> => {
  for (let n = 0; n < count; n += AT_ONCE) {
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, count - n) }, (_, k) => act(n + k)));
  }
};

describe('A storm', () => {
  it(`of ${COMINGS} comings and goings, with ${IDLE} who stay: descriptors and memory are given back`, async () => {
    stage = await createFaultStage({ env: { ROOM_GRACE_MS: '100' } }, 8);
    const { server, boards } = stage;
    const [board = null, other = null] = boards;
    if (board === null || other === null) throw new Error('no boards');
    pair = await createHealthyPair(await stage.door(board, 0), await stage.door(board, 1));
    await pair.works();
    const doors = await Promise.all(Array.from({ length: 8 }, (_, person) => stage?.door(board, person)));
    const door = (n: number): Door => doors[n % 8] ?? { url: '', room: '', protocols: [] };
    // Everything that is only made once has been made.
    await inTurns(AT_ONCE, async (n) => leave(await enter(door(n)), n));
    const quiet = server.descriptors();
    const memory = server.memory();
    await inTurns(IDLE, async (n) => sockets.push(await enter(door(n))));
    expect(server.descriptors()).toBeGreaterThanOrEqual(quiet + IDLE - AT_ONCE);
    await inTurns(COMINGS, async (n) => {
      await leave(await enter(door(n)), n);
      if (n % 100 === 0) await pair?.works();
    });
    expect(sockets.every((socket) => socket.readyState === WebSocket.OPEN)).toBe(true);
    await pair.works();
    console.log(`storm: the others ${spread(pair.took)}`);
    await Promise.all(sockets.map((socket, n) => leave(socket, n)));
    await expect.poll(() => server.descriptors(), { timeout: 15_000 }).toBeLessThanOrEqual(quiet);
    const growth = server.memory() - memory;
    console.log(`storm: +${Math.round(growth / 1024 / 1024)} MB`);
    expect(growth).toBeLessThan(MOST_GROWTH);
  });

  it('of sockets that never finish what they began leaves nothing behind', async () => {
    stage = await createFaultStage();
    const { server } = stage;
    const before = server.descriptors();
    const { port } = new URL(server.url);
    const half: Socket[] = Array.from({ length: 50 }, (_, n) => {
      const socket = connect(Number(port), '127.0.0.1');
      socket.on('error', () => undefined);
      if (n % 2 === 0) socket.write('GET /sync/x HTTP/1.1\r\nHost: x\r\nUpgrade: web');
      return socket;
    });
    await expect.poll(() => server.descriptors()).toBeGreaterThan(before + half.length / 2);
    for (const socket of half) socket.resetAndDestroy();
    await expect.poll(() => server.descriptors()).toBeLessThanOrEqual(before);
  });
});

/** Linux takes no more into a queue of waiting sockets, whatever a server asks for. */
const queue = Number(readIfThere('/proc/sys/net/core/somaxconn'));
const WAITING = 2_000;
function readIfThere(path: string): string {
  return existsSync(path) ? readFileSync(path, 'utf8') : '0';
}

describe('Everybody at once', () => {
  it.skipIf(queue < WAITING)('is let wait at a server that is busy, not sent away (needs Linux)', async () => {
    stage = await createFaultStage();
    const { server } = stage;
    const { port } = new URL(server.url);
    process.kill(server.pid, 'SIGSTOP');
    const crowd = Array.from({ length: WAITING }, () => connect(Number(port), '127.0.0.1'));
    const isConnected = (socket: Socket): boolean => !socket.connecting && !socket.destroyed;
    try {
      await expect.poll(() => crowd.filter(isConnected).length).toBe(WAITING);
    } finally {
      process.kill(server.pid, 'SIGCONT');
      for (const socket of crowd) socket.resetAndDestroy();
    }
  });
});

describe('Half-open sockets', () => {
  it('are let go of; whoever only listens stays', async () => {
    world = await createRelayWorld({ wire: { beatMs: 10, pingMs: 20, signOfLifeMs: 100, silentMs: 300 } });
    const { server, board } = world;
    const there = () => server.rooms.sessions(board).length;
    const living = await Promise.all([1, 2, 3].map(async (n) => openSocket(`Viva${n}.read`)));
    const dead = await Promise.all([1, 2, 3].map(async (n) => openSocket(`Muda${n}.write`)));
    await expect.poll(there).toBe(6);
    // Nothing is read any more, so that nothing is answered: as if the cable were out.
    for (const socket of dead) socket.pause();
    await expect.poll(there).toBe(3);
    expect(living.every((socket) => socket.readyState === WebSocket.OPEN)).toBe(true);
  });
});

async function openSocket(token: string): Promise<WebSocket> {
  if (world === null) throw new Error('no relay');
  const socket = world.socket(token);
  await opened(socket);
  return socket;
}
