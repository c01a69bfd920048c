/** A system that lets the server have few files: somebody who opens sockets without end takes none that it needs itself. */
import { connect, type Socket } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { createFaultStage, type FaultStage } from '../kit/fault-stage.ts';
import { until } from '../kit/running-app.ts';
import { stockWriter } from '../kit/writers.ts';

const FILES = 300;
let stage: FaultStage;
const sockets = new Set<Socket>();
afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  sockets.clear();
  await stage.end();
});

/** Resolves once the server took it, or shut it out. */
function knock(port: number): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n'));
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.once('data', () => {
      // From now on it says nothing, as slowly as it may.
      socket.write('GET / HTTP/1.1\r\nHost: x\r\n');
      resolve();
    });
    socket.on('close', () => {
      sockets.delete(socket);
      resolve();
    });
  });
}

it('whoever is there goes on writing, and boards are read and saved', async () => {
  stage = await createFaultStage({ openFiles: FILES });
  const [board] = stage.boards;
  if (board === undefined) throw new Error('no board');
  const door = await stage.door(board);
  const ana = stockWriter(door);
  await until(() => ana.ready(), 'the board');
  const port = Number(new URL(stage.server.url).port);
  for (let n = 0; n < 2 * FILES; n += 50) await Promise.all(Array.from({ length: 50 }, () => knock(port)));
  expect(sockets.size).toBeGreaterThan(100);
  for (let n = 0; n < 20; n += 1) {
    ana.doc.getMap('meta').set('word', n);
    // What may take long is done in time, which takes files.
    ana.doc.transact(() => {
      for (let i = 0; i < 1_000; i += 1) ana.doc.getText('long').insert(0, 'xy');
    });
    expect(await ana.saved()).toBe(true);
  }
  expect(stage.server.descriptors()).toBeLessThan(FILES);
  for (const socket of sockets) socket.destroy();
  await expect.poll(async () => (await stage.server.ask('GET', '/healthz')).status).toBe(200);
  ana.destroy();
});
