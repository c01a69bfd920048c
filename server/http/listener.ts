/** The HTTP server around the web application: how long, how much and how often a socket may. Knows no path. */
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { getRequestListener } from '@hono/node-server';
import type { EdgeApp } from './edge.ts';
import { socketsWithin } from './open-files.ts';

export interface HttpLimits {
  /** All headers of a request in bytes; above it 431. */
  readonly headerBytes: number;
  /** So long the headers may take, from the first byte or the connection on; then 408. */
  readonly headersMs: number;
  /** So long a whole request may take; then 408. */
  readonly requestMs: number;
  /** A socket between two requests is kept so long. */
  readonly idleMs: number;
  /** Requests over one socket, however fast they are sent; it is closed then. */
  readonly requestsPerSocket: number;
  /** Sockets of the whole server, WebSockets among them, where the system allows as many; the next one is closed at once. */
  readonly sockets: number;
  /** Sockets that wait to be taken, where the system allows as many; who finds no place knocks again a second later. */
  readonly queue: number;
  /** How often sockets are looked at that took too long. */
  readonly checkMs: number;
}

/** As documented in docs/protocol.md. */
export const HTTP_LIMITS: HttpLimits = {
  headerBytes: 16 * 1024,
  headersMs: 10_000,
  requestMs: 60_000,
  idleMs: 5_000,
  requestsPerSocket: 1_000,
  sockets: 12_000,
  queue: 4_096,
  checkMs: 2_000,
};

/** Opens no port. Upgrades to WebSockets are left to whoever listens for `upgrade`; any other upgrade is ignored. */
export function createListener(web: EdgeApp, limits: HttpLimits = HTTP_LIMITS): Server {
  const options = {
    maxHeaderSize: limits.headerBytes,
    headersTimeout: limits.headersMs,
    requestTimeout: limits.requestMs,
    keepAliveTimeout: limits.idleMs,
    connectionsCheckingInterval: limits.checkMs,
    shouldUpgradeCallback: ({ headers }: IncomingMessage) => headers.upgrade?.toLowerCase() === 'websocket',
  };
  // A request of HTTP/1.0 may come without a host.
  const answer = getRequestListener(web.fetch, { hostname: 'localhost' });
  const server = createServer(options, (request, response) => void answer(request, response));
  // Their bytes are limited. By number, Node would leave out the last ones in silence: those a proxy adds.
  server.maxHeadersCount = 0;
  server.maxRequestsPerSocket = limits.requestsPerSocket;
  server.maxConnections = socketsWithin(limits.sockets);
  server.on('clientError', refuseBroken);
  return server;
}

/** Not HTTP, headers too large or too slow: a short answer where one can still be sent. */
function refuseBroken({ code = '' }: NodeJS.ErrnoException, socket: Duplex): void {
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  const status = STATUS_OF.get(code) ?? '400 Bad Request';
  // Whoever does not close the own end keeps no socket of ours.
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`, () => socket.destroy());
}

const STATUS_OF: ReadonlyMap<string, string> = new Map([
  ['HPE_HEADER_OVERFLOW', '431 Request Header Fields Too Large'],
  ['ERR_HTTP_REQUEST_TIMEOUT', '408 Request Timeout'],
]);
