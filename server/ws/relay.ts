/** Puts the rooms on the network: takes upgrades of an HTTP server, admits, and connects. Knows no document. */
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { BoardId } from '../../shared/ids.ts';
import { CLOSE } from '../../shared/protocol.ts';
import type { Admission, Clock, Log, RelayRooms } from '../sync/ports.ts';
import { boardOf, originAllowed, tokenOf } from './admission.ts';
import { Allowances } from './allowance.ts';
import { type Means, WireConnection } from './connection.ts';
import { handshakeAnswer, isHandshake } from './handshake.ts';
import { WIRE_LIMITS, type WireLimits } from './limits.ts';

export interface RelayOptions {
  readonly httpServer: Pick<Server, 'on' | 'off'>;
  readonly rooms: RelayRooms;
  readonly admission: Admission;
  /** The key under which connections of one address are counted; null for those that are not (address.ts of HTTP). */
  readonly addressOf: (request: IncomingMessage) => string | null;
  /** Origins beside the server's own, whole (`https://pizarra.example`). */
  readonly allowedOrigins: ReadonlySet<string>;
  readonly log: Log;
  readonly clock: Clock;
  readonly limits?: Partial<WireLimits>;
}

/** Takes every upgrade of the server from now on. `close` stops that; close the rooms first, then this. */
export function attachRelay(options: RelayOptions): { close(): Promise<void> } {
  const relay = new Relay(options);
  const onUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void =>
    relay.upgrade(request, socket, head);
  options.httpServer.on('upgrade', onUpgrade);
  return {
    close: async () => {
      options.httpServer.off('upgrade', onUpgrade);
      await relay.close();
    },
  };
}

class Relay {
  readonly #options: RelayOptions;
  readonly #limits: WireLimits;
  readonly #allowances: Allowances;
  readonly #means: Means;
  readonly #connections = new Set<WireConnection>();
  #cancelBeat: (() => void) | null = null;
  #whenEmpty: (() => void) | null = null;

  constructor(options: RelayOptions) {
    this.#options = options;
    this.#limits = { ...WIRE_LIMITS, ...options.limits };
    this.#allowances = new Allowances(this.#limits);
    this.#means = { clock: options.clock, limits: this.#limits, onGone: (connection) => this.#gone(connection) };
  }

  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    // First of all: a socket that breaks before it is a WebSocket must not take the server with it.
    socket.on('error', () => socket.destroy());
    if (socket.destroyed) return;
    const board = boardOf(request.url);
    if (board === null) {
      refuse(socket, '404 Not Found');
      return;
    }
    if (!originAllowed(request, this.#options.allowedOrigins)) {
      this.#options.log('foreign-origin', { board });
      refuse(socket, '403 Forbidden');
      return;
    }
    if (this.#connections.size >= this.#limits.connections) {
      this.#options.log('too-many-connections');
      refuse(socket, '503 Service Unavailable');
      return;
    }
    if (!isHandshake(request)) {
      refuse(socket, '400 Bad Request', 'Sec-WebSocket-Version: 13\r\n');
      return;
    }
    // The answer and the greeting of the room leave together.
    socket.cork();
    socket.write(handshakeAnswer(request), 'latin1');
    const connection = this.#connect(request, socket, board);
    socket.uncork();
    if (head.length > 0) connection.read(head);
  }

  /** Ends what is still open; resolves when every socket is gone. */
  close(): Promise<void> {
    for (const connection of this.#connections) connection.close(CLOSE.goingAway, 'server-stops');
    if (this.#connections.size === 0) return Promise.resolve();
    return new Promise((resolve) => {
      this.#whenEmpty = resolve;
    });
  }

  #connect(request: IncomingMessage, socket: Duplex, board: BoardId): WireConnection {
    const { admission, rooms, clock, addressOf } = this.#options;
    const now = clock.now();
    const allowance = this.#allowances.open(addressOf(request), now);
    const connection = new WireConnection(socket, this.#means, allowance);
    this.#connections.add(connection);
    this.#cancelBeat ??= clock.after(this.#limits.beatMs, () => this.#beat());
    const admitted = admission.admit(board, tokenOf(request));
    if (admitted.ok) this.#allowances.admit(allowance, admitted, now);
    if (!admitted.ok) connection.close(admitted.code, 'not-admitted');
    else if (allowance.oneTooMany) connection.close(CLOSE.tryLater, 'too-many-connections');
    else connection.serve(rooms.join(board, admitted, connection));
    return connection;
  }

  #gone(connection: WireConnection): void {
    this.#connections.delete(connection);
    if (this.#connections.size > 0) return;
    this.#cancelBeat?.();
    this.#cancelBeat = null;
    this.#whenEmpty?.();
  }

  #beat(): void {
    this.#cancelBeat = this.#options.clock.after(this.#limits.beatMs, () => this.#beat());
    for (const connection of [...this.#connections]) connection.beat();
  }
}

function refuse(socket: Duplex, status: string, header = ''): void {
  // Whoever does not close the own end keeps no socket of ours.
  socket.end(`HTTP/1.1 ${status}\r\n${header}Connection: close\r\nContent-Length: 0\r\n\r\n`, () => socket.destroy());
}
