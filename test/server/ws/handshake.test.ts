/** The opening handshake: what is one, and what is answered. */
import { connect } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { handshakeAnswer, isHandshake } from '../../../server/ws/handshake.ts';
import { createRelayWorld, type RelayWorld } from '../../kit/relay-world.ts';

let world: RelayWorld;
beforeEach(async () => {
  world = await createRelayWorld();
});
afterEach(() => world.end());

const headers = {
  upgrade: 'websocket',
  'sec-websocket-version': '13',
  'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
};

it('is answered as the standard says, with our subprotocol and never the token', () => {
  const asked = { method: 'GET', headers: { ...headers, 'sec-websocket-protocol': 'tempano, secret' } };
  expect(isHandshake(asked)).toBe(true);
  expect(handshakeAnswer(asked).split('\r\n')).toEqual([
    'HTTP/1.1 101 Switching Protocols',
    'Upgrade: websocket',
    'Connection: Upgrade',
    'Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=',
    'Sec-WebSocket-Protocol: tempano',
    '',
    '',
  ]);
  expect(handshakeAnswer({ method: 'GET', headers })).not.toContain('Protocol:');
});

it('is no POST, and no upgrade to something else', () => {
  expect(isHandshake({ method: 'POST', headers })).toBe(false);
  expect(isHandshake({ method: 'GET', headers: { ...headers, upgrade: 'h2c' } })).toBe(false);
});

it.each([
  ['of another version', 'Sec-WebSocket-Version: 8\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=='],
  ['without a key', 'Sec-WebSocket-Version: 13'],
  ['with a key that is none', 'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: x'],
])('opens for nothing but a handshake, not for one %s: HTTP 400', async (_what, headers) => {
  const { port } = new URL(world.server.url);
  const request = `GET /sync/${world.board} HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n${headers}\r\n\r\n`;
  const answer = await new Promise<string>((resolve) => {
    let all = '';
    const socket = connect(Number(port), '127.0.0.1', () => socket.write(request));
    socket.on('data', (chunk) => {
      all += chunk;
    });
    socket.on('close', () => resolve(all));
  });
  expect(answer).toMatch(/^HTTP\/1\.1 400 /);
  expect(answer).toContain('Sec-WebSocket-Version: 13');
});
