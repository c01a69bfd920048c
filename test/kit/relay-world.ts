/** A relay that really listens, on a free port, with stock providers as its people. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { systemClock } from '../../server/clock.ts';
import { createThreadedStore } from '../../server/storage/threaded-store.ts';
import type { RelayLimits } from '../../server/sync/limits.ts';
import type { Admission, RelayRooms } from '../../server/sync/ports.ts';
import { createRooms } from '../../server/sync/rooms.ts';
import type { WireLimits } from '../../server/ws/limits.ts';
import { attachRelay } from '../../server/ws/relay.ts';
import type { Right } from '../../shared/cohort/roles.ts';
import { type BoardId, type CohortId, newBoardId, type PersonId } from '../../shared/ids.ts';
import { awakeNow, nothingLeftOpen } from './left-open.ts';
import { emptyIceberg, makeBoardIn } from './make-board.ts';
import { trialsHere } from './trials-here.ts';
import './many-providers.ts';

/** Tokens are what the test says: `<name>.<right>`, the name of a refusal, or `unreadable`: the disk does not answer. */
const REFUSALS: Readonly<Record<string, 4401 | 4403 | 4404>> = { expired: 4401, foreign: 4403, missing: 4404 };

export interface Running {
  readonly url: string;
  readonly rooms: RelayRooms;
  readonly httpServer: Server;
  close(): Promise<void>;
}

export interface RelayWorld {
  readonly folder: string;
  readonly board: BoardId;
  /** Name → the right a person has now, in place of the token's. */
  readonly rights: Map<string, Right>;
  readonly events: Array<{ readonly event: string; readonly fields: unknown }>;
  server: Running;
  provider(token: string, doc?: Y.Doc): WebsocketProvider;
  /** A bare socket that sends what it is told; `origin` as a browser would say. */
  socket(token: string, options?: { readonly origin?: string; readonly path?: string }): WebSocket;
  restart(): Promise<void>;
  end(): Promise<void>;
}

export interface WorldOptions {
  readonly limits?: Partial<RelayLimits>;
  readonly wire?: Partial<WireLimits>;
}

export async function createRelayWorld(options: WorldOptions = {}): Promise<RelayWorld> {
  const folder = mkdtempSync(join(tmpdir(), 'tempano-relay-'));
  const board = newBoardId();
  makeBoardIn(folder, board, emptyIceberg());
  const before = awakeNow();
  const rights = new Map<string, Right>();
  const events: RelayWorld['events'][number][] = [];
  const providers: WebsocketProvider[] = [];
  const sockets: WebSocket[] = [];
  const listen = (): Promise<Running> =>
    start(folder, rights, (event, fields) => events.push({ event, fields }), options);
  const world: RelayWorld = {
    folder,
    board,
    rights,
    events,
    server: await listen(),
    provider: (token, doc = new Y.Doc()) => {
      const provider = new WebsocketProvider(`${world.server.url}/sync`, world.board, doc, {
        protocols: ['tempano', token],
        disableBc: true,
        maxBackoffTime: 50,
      });
      providers.push(provider);
      return provider;
    },
    socket: (token, { origin, path = `/sync/${world.board}` } = {}) => {
      const protocols = token === '' ? [] : ['tempano', token];
      const socket = new WebSocket(`${world.server.url}${path}`, protocols, origin === undefined ? {} : { origin });
      socket.on('error', () => undefined);
      sockets.push(socket);
      return socket;
    },
    restart: async () => {
      await world.server.close();
      world.server = await listen();
      for (const provider of providers) provider.serverUrl = `${world.server.url}/sync`;
    },
    end: async () => {
      for (const provider of providers) {
        provider.destroy();
        provider.awareness.destroy();
        provider.doc.destroy();
      }
      for (const socket of sockets) socket.terminate();
      // After the last has left and the grace has passed, no room is kept.
      await expect.poll(() => world.server.rooms.openRooms(), { timeout: 10_000 }).toBe(0);
      await world.server.close();
      rmSync(folder, { recursive: true, force: true });
      await nothingLeftOpen(before);
    },
  };
  return world;
}

async function start(
  folder: string,
  rights: ReadonlyMap<string, Right>,
  log: (event: string, fields: unknown) => void,
  { limits, wire }: WorldOptions,
): Promise<Running> {
  const storage = createThreadedStore(folder, log);
  const rooms = createRooms({
    storage,
    clock: systemClock,
    trials: trialsHere(),
    log,
    limits: { graceMs: 50, ...limits },
  });
  const httpServer = createServer((_request, response) => response.end('page'));
  const admission: Admission = {
    admit: (_board, token) => {
      if (token === 'unreadable') throw new Error('disk I/O error');
      const code = REFUSALS[token];
      if (code !== undefined || !token.includes('.')) return { ok: false, code: code ?? 4401 };
      const [name = '', right] = token.split('.');
      const own: Right = right === 'read' ? 'read' : 'write';
      const cohort = 'cohort' as CohortId;
      return { ok: true, person: `p-${name}` as PersonId, cohort, name, right: () => rights.get(name) ?? own };
    },
  };
  const relay = attachRelay({
    httpServer,
    rooms,
    admission,
    addressOf: ({ headers }) => headers['x-test-address']?.toString() ?? null,
    allowedOrigins: new Set(['https://pizarra.example']),
    log,
    clock: systemClock,
    ...(wire === undefined ? {} : { limits: wire }),
  });
  await new Promise<void>((resolve) => httpServer.listen(0, '127.0.0.1', resolve));
  const { port } = httpServer.address() as AddressInfo;
  return {
    url: `ws://127.0.0.1:${port}`,
    rooms,
    httpServer,
    close: async () => {
      await rooms.close();
      await relay.close();
      await new Promise((resolve) => httpServer.close(resolve));
      await storage.close();
    },
  };
}

/** How a socket ended: its close code, or the HTTP status when it was refused before it was one. */
export const ending = (socket: WebSocket): Promise<number> =>
  new Promise((resolve) => {
    socket.on('unexpected-response', (request, response) => {
      resolve(response.statusCode ?? 0);
      request.destroy();
    });
    socket.on('close', (code) => resolve(code));
  });

export const opened = (socket: WebSocket): Promise<void> =>
  new Promise((resolve) => socket.on('open', () => resolve()));
