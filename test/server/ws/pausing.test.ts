/** When a connection is read, and when not: because its room waits, because it sends too much, or both. */
import { EventEmitter } from 'node:events';
import { Duplex } from 'node:stream';
import { expect, it } from 'vitest';
import type { WebSocket } from 'ws';
import { Allowances } from '../../../server/ws/allowance.ts';
import { WireConnection } from '../../../server/ws/connection.ts';
import { WIRE_LIMITS } from '../../../server/ws/limits.ts';
import { FakeClock } from '../../kit/fake-clock.ts';

const LIMITS = { ...WIRE_LIMITS, messageBurst: 2, messagesPerSecond: 1 };

/** Only what the connection asks of a WebSocket. */
class FakeSocket extends EventEmitter {
  readyState = 1;
  readonly OPEN = 1;
  isPaused = false;
  isTerminated = false;
  pause(): void {
    this.isPaused = true;
  }
  resume(): void {
    this.isPaused = false;
  }
  ping(): void {}
  terminate(): void {
    this.isTerminated = true;
  }
}

function world() {
  const clock = new FakeClock();
  const webSocket = new FakeSocket();
  const socket = new Duplex({ read: () => undefined, write: (_chunk, _encoding, done) => done() });
  const means = { clock, limits: LIMITS, allowance: new Allowances(LIMITS).open(null, 0), onGone: () => undefined };
  const connection = new WireConnection(webSocket as unknown as WebSocket, socket, means);
  connection.serve({ receive: () => undefined, leave: () => undefined });
  const sendTooMuch = (): void => {
    for (let n = 0; n < 4; n += 1) webSocket.emit('message', Buffer.alloc(1), true);
  };
  return { clock, webSocket, connection, sendTooMuch };
}

it('is not read from when it is told to pause until it is told to go on', async () => {
  const { webSocket, connection } = world();
  connection.pause();
  expect(webSocket.isPaused).toBe(true);
  connection.goOn();
  expect(webSocket.isPaused).toBe(false);
});

it('is not read again because its budget allows it, as long as its room waits', async () => {
  const { clock, webSocket, connection, sendTooMuch } = world();
  sendTooMuch();
  expect(webSocket.isPaused).toBe(true);
  connection.pause();
  await clock.advance(60_000);
  expect(webSocket.isPaused).toBe(true);
  connection.goOn();
  expect(webSocket.isPaused).toBe(false);
});

it('is read again by its budget where its room does not wait', async () => {
  const { clock, webSocket, sendTooMuch } = world();
  sendTooMuch();
  await clock.advance(60_000);
  expect(webSocket.isPaused).toBe(false);
});

it('is not taken for dead as long as nobody reads what it says, and has its time afterwards', async () => {
  const { clock, webSocket, connection } = world();
  connection.pause();
  await clock.advance(LIMITS.silentMs + 1);
  connection.beat();
  expect(webSocket.isTerminated).toBe(false);
  connection.goOn();
  await clock.advance(LIMITS.silentMs);
  connection.beat();
  expect(webSocket.isTerminated).toBe(false);
  await clock.advance(1);
  connection.beat();
  expect(webSocket.isTerminated).toBe(true);
});

it('is left alone when it is closing', () => {
  const { webSocket, connection } = world();
  webSocket.readyState = 2;
  connection.pause();
  expect(webSocket.isPaused).toBe(false);
  webSocket.isPaused = true;
  connection.goOn();
  expect(webSocket.isPaused).toBe(true);
});
