/** What a connection hands to its socket: one buffer for a window, and for what is large its own bytes, never a copy. */
import { EventEmitter } from 'node:events';
import { Duplex } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { WebSocket } from 'ws';
import * as Y from 'yjs';
import { Allowances } from '../../../server/ws/allowance.ts';
import { WireConnection } from '../../../server/ws/connection.ts';
import { WIRE_LIMITS } from '../../../server/ws/limits.ts';
import { FakeClock } from '../../kit/fake-clock.ts';
import { createRelayWorld, type RelayWorld } from '../../kit/relay-world.ts';

/** A connection whose other end reads nothing: what is written stays where the test sees it. */
function stalled() {
  const writes: Uint8Array[][] = [];
  const socket = new Duplex({
    read: () => undefined,
    write: (chunk: Uint8Array) => void writes.push([chunk]),
    writev: (chunks: Array<{ readonly chunk: Uint8Array }>) => void writes.push(chunks.map(({ chunk }) => chunk)),
  });
  // Only what the connection asks of a WebSocket.
  const webSocket = Object.assign(new EventEmitter(), { readyState: 1, OPEN: 1 }) as unknown as WebSocket;
  const allowance = new Allowances(WIRE_LIMITS).open(null, 0);
  const means = { clock: new FakeClock(), limits: WIRE_LIMITS, allowance, onGone: () => undefined };
  return { connection: new WireConnection(webSocket, socket, means), writes };
}
const isSameMemory = (a: Uint8Array | undefined, b: Uint8Array): boolean =>
  a !== undefined && a.buffer === b.buffer && a.byteOffset === b.byteOffset && a.length === b.length;

describe('What is sent to several connections', () => {
  it('in parts is one write of their own bytes, the same for all, behind heads with the lengths', () => {
    const parts = [new Uint8Array([0, 1]), new Uint8Array(70_000), new Uint8Array([9])];
    const last = new Uint8Array([7]);
    const messages = [parts, [last]];
    const ends = [stalled(), stalled()];
    for (const { connection } of ends) connection.sendParts(messages);
    for (const { writes, connection } of ends) {
      const [[head, ...rest] = []] = writes;
      expect([writes.length, rest.length]).toEqual([1, 5]);
      expect([...(head ?? [])]).toEqual([0x82, 127, 0, 0, 0, 0, 0, 1, 0x11, 0x73]);
      expect(parts.map((part, i) => isSameMemory(rest[i], part))).toEqual([true, true, true]);
      expect([...(rest[3] ?? [])]).toEqual([0x82, 1]);
      expect(isSameMemory(rest[4], last)).toBe(true);
      expect(connection.bufferedBytes()).toBe(10 + 70_003 + 3);
    }
    const [one, two] = ends.map(({ writes }) => writes[0]?.[0] ?? new Uint8Array());
    expect(isSameMemory(one, two ?? new Uint8Array())).toBe(true);
  });

  it('of a window is one buffer', () => {
    const frames = [new Uint8Array([1, 2]), new Uint8Array([3])];
    const [one, two] = [stalled(), stalled()];
    one.connection.sendAll(frames);
    two.connection.sendAll(frames);
    const [[first] = []] = one.writes;
    expect([...(first ?? [])]).toEqual([0x82, 2, 1, 2, 0x82, 1, 3]);
    expect([one.writes.length, isSameMemory(two.writes[0]?.[0], first ?? new Uint8Array())]).toEqual([1, true]);
  });
});

describe('A person with many windows of a large board', () => {
  let world: RelayWorld;
  beforeEach(async () => {
    world = await createRelayWorld({ limits: { personBacklogBytes: 1024 * 1024 } });
  });
  afterEach(() => world.end());

  it('gets it in all of them in the end', async () => {
    const big = 'x'.repeat(6_000_000);
    await world.server.rooms.change(world.board, (doc) => doc.getMap('drawings').set('a', big));
    const docs = Array.from({ length: 8 }, () => new Y.Doc());
    const windows = docs.map((doc) => world.provider('Ana.write', doc));
    await expect.poll(() => windows.every(({ synced }) => synced), { timeout: 15_000 }).toBe(true);
    for (const { doc } of windows) expect(doc.getMap('drawings').get('a') === big).toBe(true);
    docs[0]?.getMap('meta').set('k', 1);
    await expect.poll(() => docs.every((doc) => doc.getMap('meta').get('k') === 1)).toBe(true);
  });
});
