import { connect } from 'node:net';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { newBoardId } from '../../../shared/ids.ts';
import { awarenessFrame, CLOSE, step1Frame, updateFrame } from '../../../shared/protocol.ts';
import { removeBoardIn } from '../../kit/make-board.ts';
import { createRelayWorld, ending, opened, type RelayWorld } from '../../kit/relay-world.ts';

let world: RelayWorld;
beforeEach(async () => {
  world = await createRelayWorld();
});
afterEach(() => world.end());

const text = (doc: Y.Doc): string => doc.getText('t').toString();
const synced = (provider: { readonly synced: boolean }) => expect.poll(() => provider.synced).toBe(true);

describe('Stock providers', () => {
  it('converge, document and presence', async () => {
    const [ana, luis] = [world.provider('Ana.write'), world.provider('Luis.write')];
    ana.awareness.setLocalState({ user: { name: 'someone' }, cursor: 1 });
    await Promise.all([synced(ana), synced(luis)]);
    ana.doc.getText('t').insert(0, 'hola');
    luis.doc.getText('t').insert(0, 'adiós');
    await expect.poll(() => text(ana.doc).length).toBe(9);
    await expect.poll(() => text(luis.doc)).toBe(text(ana.doc));
    expect(ana.doc.getMap('meta').get('kind')).toBe('iceberg');
    const anas = ana.doc.clientID;
    await expect.poll(() => luis.awareness.getStates().get(anas)).toEqual({ user: { name: 'Ana' }, cursor: 1 });
    ana.awareness.setLocalStateField('cursor', 2);
    await expect.poll(() => luis.awareness.getStates().get(anas)?.cursor).toBe(2);
    ana.destroy();
    await expect.poll(() => luis.awareness.getStates().has(anas)).toBe(false);
  });

  it('see a person again at once who was cut off and came back', async () => {
    const [ana, luis] = [world.provider('Ana.write'), world.provider('Luis.write')];
    await Promise.all([synced(ana), synced(luis)]);
    ana.awareness.setLocalState({ cursor: 1 });
    const present = (): boolean => luis.awareness.getStates().get(ana.doc.clientID)?.cursor === 1;
    await expect.poll(present).toBe(true);
    const seen: boolean[] = [];
    luis.awareness.on('change', () => seen.push(present()));
    ana.ws?.close();
    // Sooner than the 15 s after which a stock client says it is still there.
    await expect.poll(() => seen, { timeout: 5_000 }).toEqual([false, true]);
  });

  it('find everything again after a restart on the same file, and go on by themselves', async () => {
    const ana = world.provider('Ana.write');
    await synced(ana);
    ana.doc.getText('t').insert(0, 'before');
    await expect.poll(() => world.server.rooms.read(world.board, text)).toBe('before');
    await world.restart();
    const luis = world.provider('Luis.write');
    await synced(luis);
    expect(text(luis.doc)).toBe('before');
    await synced(ana);
    ana.doc.getText('t').insert(0, 'and after ');
    await expect.poll(() => text(luis.doc)).toBe('and after before');
  });

  it('that may only read get everything and change nothing, until the right changes', async () => {
    const [reader, luis] = [world.provider('Eva.read'), world.provider('Luis.write')];
    await Promise.all([synced(reader), synced(luis)]);
    reader.doc.getText('t').insert(0, 'mine');
    luis.doc.getText('u').insert(0, 'theirs');
    await expect.poll(() => reader.doc.getText('u').toString()).toBe('theirs');
    expect(await world.server.rooms.read(world.board, text)).toBe('');
    world.rights.set('Eva', 'write');
    world.server.rooms.reconsider(world.board);
    await expect.poll(() => text(luis.doc)).toBe('mine');
    const closed = new Promise((resolve) => reader.on('closed', ({ code }) => resolve(code)));
    world.rights.set('Eva', 'none');
    world.server.rooms.reconsider(world.board);
    expect(await closed).toBe(CLOSE.forbidden);
    expect(reader.shouldConnect).toBe(false);
  });

  it.each([
    ['expired', 4401],
    ['unknown', 4401],
    ['foreign', 4403],
    ['missing', 4404],
  ])('with a token that is %s stop for good with %i, without a byte of the board', async (token, code) => {
    const provider = world.provider(token);
    const closed = await new Promise<number>((resolve) => provider.on('closed', (close) => resolve(close.code)));
    expect([closed, provider.doc.getMap('meta').size, provider.synced]).toEqual([code, 0, false]);
  });

  it('are told when the server removes the board', async () => {
    const ana = world.provider('Ana.write');
    await synced(ana);
    const closed = new Promise<number>((resolve) => ana.on('closed', (close) => resolve(close.code)));
    await world.server.rooms.remove(() => {
      removeBoardIn(world.folder, world.board);
      return [world.board];
    });
    expect(await closed).toBe(CLOSE.noSuchBoard);
  });
});

describe('The door', () => {
  it.each([
    'https://evil.example',
    'null',
    'https://pizarra.example@evil.example',
    'https://pizarra.example.evil.example',
  ])('is shut for pages of %s: HTTP 403', async (origin) => {
    expect(await ending(world.socket('Ana.write', { origin }))).toBe(403);
  });

  it('is open for our own pages and for the listed ones', async () => {
    const own = world.server.url.replace('ws://', 'http://');
    await Promise.all([own, 'https://pizarra.example'].map((origin) => opened(world.socket('Ana.write', { origin }))));
  });

  it.each([
    '/sync/../../etc/passwd',
    '/sync/%00',
    '/sync/constructor',
    `/sync/${'x'.repeat(4_000)}`,
    '/sync/%E0%A4%A',
    '/other',
  ])('does not know %s: HTTP 404', async (path) => {
    expect(await ending(world.socket('Ana.write', { path }))).toBe(404);
  });

  it('makes no board out of a name: 4404', async () => {
    expect(await ending(world.socket('Ana.write', { path: `/sync/${newBoardId()}` }))).toBe(CLOSE.noSuchBoard);
  });

  it('wants a token: 4401', async () => {
    expect(await ending(world.socket(''))).toBe(CLOSE.tokenRefused);
  });

  it('writes no token and no name into the log', async () => {
    const tokens = ['Secreta.write', 'expired'];
    await Promise.all(tokens.map((token) => opened(world.socket(token, { origin: 'https://pizarra.example' }))));
    await ending(world.socket('Secreta.write', { origin: 'https://evil.example' }));
    expect(JSON.stringify(world.events)).not.toMatch(/Secreta|expired/);
    expect(world.events.map(({ event }) => event)).toContain('foreign-origin');
  });

  it('closes what is open with 1001 when the server stops', async () => {
    const socket = world.socket('Ana.write');
    await opened(socket);
    const code = ending(socket);
    await world.restart();
    expect(await code).toBe(CLOSE.goingAway);
  });
});

describe('Hostile frames', () => {
  const deep = (): Uint8Array => {
    const doc = new Y.Doc();
    let at: Y.Map<unknown> = doc.getMap('notes');
    doc.transact(() => {
      for (let level = 0; level < 3_000; level += 1) {
        const inner = new Y.Map<unknown>();
        at.set('x', inner);
        at = inner;
      }
    });
    return Y.encodeStateAsUpdate(doc);
  };
  const attack = async (frame: Uint8Array | string): Promise<number> => {
    const socket = world.socket('Eve.write');
    await opened(socket);
    const code = ending(socket);
    socket.send(frame);
    return code;
  };
  const stillWell = async (): Promise<void> => {
    const ana = world.provider('Ana.write');
    await synced(ana);
    ana.doc.getText('t').insert(0, '!');
    await expect.poll(() => world.server.rooms.read(world.board, text)).toContain('!');
  };

  it('end their sender alone', async () => {
    expect(await attack('text')).toBe(CLOSE.textFrame);
    expect(await attack(new Uint8Array())).toBe(CLOSE.garbage);
    expect(await attack(Uint8Array.of(9, 9, 9))).toBe(CLOSE.garbage);
    expect(await attack(updateFrame(deep()))).toBe(CLOSE.garbage);
    expect(await attack(step1Frame(Uint8Array.of(255, 255, 255, 255, 15)))).toBe(CLOSE.garbage);
    await stillWell();
    await world.restart();
    await stillWell();
  });

  it('that are too big are refused with 1009', async () => {
    await world.end();
    world = await createRelayWorld({ wire: { maxMessageBytes: 1_000 } });
    expect(await attack(new Uint8Array(2_000))).toBe(CLOSE.tooBig);
    await stillWell();
  });

  it('that are no WebSocket frames at all end only their socket', async () => {
    const { port } = new URL(world.server.url);
    const key = 'dGhlIHNhbXBsZSBub25jZQ==';
    const hello = `GET /sync/${world.board} HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${key}\r\nSec-WebSocket-Protocol: tempano, Eve.write\r\n\r\n`;
    const broken = [
      [0xff, 0xff],
      [0x83, 0x80],
      [0x82, 0x05, 1, 2, 3, 4, 5],
      [0x89, 0xfe, 0xff, 0xff],
    ];
    const ends = broken.map(
      (bytes) =>
        new Promise<void>((resolve) => {
          const socket = connect(Number(port), '127.0.0.1', () => socket.write(hello));
          socket.once('data', () => socket.write(Buffer.from(bytes)));
          socket.on('error', () => undefined);
          socket.on('close', () => resolve());
        }),
    );
    await Promise.all(ends);
    await stillWell();
  });

  it('in any number and shape stop nobody else', async () => {
    const frames = fc.sample(
      fc.oneof(
        fc.uint8Array({ maxLength: 60 }),
        fc.tuple(fc.constantFrom(0, 1, 2, 3), fc.uint8Array({ maxLength: 40 })).map(([t, b]) => Uint8Array.of(t, ...b)),
        fc.uint8Array({ maxLength: 60 }).map(updateFrame),
        fc.uint8Array({ maxLength: 30 }).map(step1Frame),
      ),
      { numRuns: 300, seed: 20_261_122 },
    );
    const bystander = world.provider('Ana.write');
    await synced(bystander);
    for (const frame of frames) {
      const socket = world.socket('Eve.write');
      await opened(socket);
      socket.send(frame);
      socket.send(awarenessFrame([]));
      socket.close();
    }
    await stillWell();
    await expect.poll(() => text(bystander.doc)).toContain('!');
    expect(bystander.wsconnected).toBe(true);
  });
});

describe('A flood', () => {
  it('is slowed down, not cut off, and loses nothing', async () => {
    await world.end();
    world = await createRelayWorld({ wire: { messageBurst: 20, messagesPerSecond: 2_000 } });
    const [eve, ana] = [world.provider('Eve.write'), world.provider('Ana.write')];
    await Promise.all([synced(eve), synced(ana)]);
    for (let n = 0; n < 300; n += 1) eve.doc.getText('t').insert(0, 'x');
    await expect.poll(() => text(ana.doc).length, { timeout: 5_000 }).toBe(300);
    expect(eve.wsUnsuccessfulReconnects).toBe(0);
  });
});

describe('Silence', () => {
  it('of an old socket hands its presence over to the new one of the same person; a living one keeps it', async () => {
    await world.end();
    world = await createRelayWorld({ wire: { confirmMs: 100 } });
    const state = (x: string) => new TextEncoder().encode(JSON.stringify({ x }));
    const say = (x: string, clock: number) => awarenessFrame([{ client: 7, clock, state: state(x) }]);
    const [old, fresh] = [world.socket('Ana.write'), world.socket('Ana.write')];
    const luis = world.provider('Luis.write');
    await Promise.all([opened(old), opened(fresh), synced(luis)]);
    const seen = () => luis.awareness.getStates().get(7)?.x;
    old.send(say('old', 1));
    await expect.poll(seen).toBe('old');
    fresh.send(say('fresh', 9));
    old.send(say('living', 2));
    await expect.poll(seen).toBe('living');
    old.pause();
    let clock = 10;
    const again = () => {
      fresh.send(say('fresh', clock++));
      return seen();
    };
    await expect.poll(again).toBe('fresh');
    expect([fresh.readyState, world.server.rooms.sessions(world.board).length]).toEqual([fresh.OPEN, 2]);
  });

  it('is broken by the server before a stock provider gives up, and ends who does not answer', async () => {
    await world.end();
    world = await createRelayWorld({ wire: { beatMs: 5, pingMs: 10, signOfLifeMs: 10, silentMs: 150 } });
    const socket = world.socket('Ana.read');
    let messages = 0;
    socket.on('message', () => {
      messages += 1;
    });
    await opened(socket);
    await expect.poll(() => messages).toBeGreaterThan(8);
    expect(socket.readyState).toBe(socket.OPEN);
    socket.pause();
    await expect.poll(() => world.server.rooms.sessions(world.board)).toEqual([]);
  });
});
