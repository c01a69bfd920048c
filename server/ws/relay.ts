/** Puts the rooms on the network: takes upgrades of an HTTP server, admits, and connects. Knows no document. */
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { BoardId } from '../../shared/ids.ts';
import { CLOSE } from '../../shared/protocol.ts';
import type { Admission, Clock, Log, RelayRooms } from '../sync/ports.ts';
import { boardOf, chooseProtocol, originAllowed, tokenOf } from './admission.ts';
import { Allowances } from './allowance.ts';
import { WireConnection } from './connection.ts';
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

/** Somebody at the door. */
interface Knock {
  readonly board: BoardId;
  readonly token: string;
  readonly address: string | null;
}

class Relay {
  readonly #options: RelayOptions;
  readonly #limits: WireLimits;
  readonly #webSockets: WebSocketServer;
  readonly #allowances: Allowances;
  readonly #connections = new Map<WebSocket, WireConnection>();
  readonly #onGone = (webSocket: WebSocket): void => this.#gone(webSocket);
  #cancelBeat: (() => void) | null = null;
  #whenEmpty: (() => void) | null = null;

  constructor(options: RelayOptions) {
    this.#options = options;
    this.#limits = { ...WIRE_LIMITS, ...options.limits };
    this.#allowances = new Allowances(this.#limits);
    this.#webSockets = new WebSocketServer({
      noServer: true,
      clientTracking: false,
      perMessageDeflate: false,
      maxPayload: this.#limits.maxMessageBytes,
      maxFragments: this.#limits.maxFragments,
      maxBufferedChunks: 4096,
      handleProtocols: chooseProtocol,
    });
  }

  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    // First of all: a socket that breaks before it is a WebSocket must not take the server with it.
    socket.on('error', breakOff);
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
    const knock = { board, token: tokenOf(request), address: this.#options.addressOf(request) };
    // The answer to the upgrade and the greeting of an open board leave in one write.
    socket.cork();
    this.#webSockets.handleUpgrade(request, socket, head, (webSocket) => this.#connect(webSocket, socket, knock));
    socket.uncork();
  }

  /** Ends what is still open; resolves when every socket is gone. */
  close(): Promise<void> {
    for (const connection of this.#connections.values()) connection.close(CLOSE.goingAway, 'server-stops');
    if (this.#connections.size === 0) return Promise.resolve();
    return new Promise((resolve) => {
      this.#whenEmpty = resolve;
    });
  }

  #connect(webSocket: WebSocket, socket: Duplex, { board, token, address }: Knock): void {
    const { rooms, clock } = this.#options;
    // Broken frames end the connection by themselves (1002, 1007, 1009); without a listener they would end the server.
    webSocket.on('error', ignore);
    const now = clock.now();
    const allowance = this.#allowances.open(address, now);
    const connection = new WireConnection(webSocket, socket, {
      clock,
      limits: this.#limits,
      allowance,
      onGone: this.#onGone,
    });
    this.#connections.set(webSocket, connection);
    this.#cancelBeat ??= clock.after(this.#limits.beatMs, () => this.#beat());
    const admitted = this.#admitted(board, token);
    if (admitted === null) {
      connection.close(CLOSE.tryLater, 'cannot-load');
      return;
    }
    if (admitted.ok) this.#allowances.admit(allowance, admitted, now);
    if (!admitted.ok) connection.close(admitted.code, 'not-admitted');
    else if (allowance.oneTooMany) connection.close(CLOSE.tryLater, 'too-many-connections');
    else connection.serve(rooms.join(board, admitted, connection));
  }

  /** Null where nobody can tell: the disk cannot be read. */
  #admitted(board: BoardId, token: string): ReturnType<Admission['admit']> | null {
    const { admission, log } = this.#options;
    try {
      return admission.admit(board, token);
    } catch (error) {
      log('not-admitted', { board, why: error instanceof Error ? error.message : 'unknown' });
      return null;
    }
  }

  #gone(webSocket: WebSocket): void {
    this.#connections.delete(webSocket);
    if (this.#connections.size > 0) return;
    this.#cancelBeat?.();
    this.#cancelBeat = null;
    this.#whenEmpty?.();
  }

  #beat(): void {
    this.#cancelBeat = this.#options.clock.after(this.#limits.beatMs, () => this.#beat());
    for (const connection of [...this.#connections.values()]) connection.beat();
  }
}

// Listeners of every connection: what is made for each of them stays as long as it does.
function breakOff(this: Duplex): void {
  this.destroy();
}
const ignore = (): void => undefined;

function refuse(socket: Duplex, status: string): void {
  // Whoever does not close the own end keeps no socket of ours.
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`, () => socket.destroy());
}
