/**
 * A WebSocket client for thousands of connections in one process: a TCP socket, an upgrade request, and frames that are
 * looked at where they lie. Knows no message. Trusts the server: it is one we started.
 */
import { connect, type Socket } from 'node:net';
import { clientFrame, frameLength, OPCODE, readFrames } from './client-frames.ts';
import type { Seat } from './seat.ts';

export interface Listener {
  /** One binary message, `bytes[start, end)`, only valid during the call, unless it is the listener's from now on. */
  onMessage(bytes: Buffer, start: number, end: number, at: number, isOwn: boolean): void;
  onClose(code: number): void;
}

/** All sockets are read into the same memory, one after another. */
const READ_BUFFER = Buffer.allocUnsafe(256 * 1024);
const NO_CODE = 1006;

export class ClientSocket {
  readonly opened: Promise<void>;
  readonly #socket: Socket;
  readonly #listener: Listener;
  #upgraded = false;
  #rest: Buffer | null = null;
  /** A long frame of which a part has come, in memory as long as the frame. */
  #long: { readonly frame: Buffer; filled: number } | null = null;
  #closeCode = NO_CODE;
  #open: () => void = () => undefined;
  #fail: (error: Error) => void = () => undefined;

  constructor(seat: Seat, listener: Listener) {
    this.#listener = listener;
    this.opened = new Promise((resolve, reject) => {
      this.#open = resolve;
      this.#fail = reject;
    });
    // Whoever does not wait for it hears of the failure by onClose.
    this.opened.catch(() => undefined);
    const onread = { buffer: READ_BUFFER, callback: (bytes: number) => this.#read(bytes) };
    this.#socket = connect({ port: seat.port, host: '127.0.0.1', noDelay: true, onread });
    this.#socket.on('connect', () => this.#socket.write(upgradeRequest(seat)));
    this.#socket.on('error', (error) => this.#fail(error));
    this.#socket.on('close', () => {
      this.#fail(new Error('the server closed the connection'));
      listener.onClose(this.#closeCode);
    });
  }

  /** Sends a frame made by `clientFrame`. */
  send(frame: Buffer): void {
    this.#socket.write(frame);
  }

  close(): void {
    this.#socket.end(clientFrame(OPCODE.close, Buffer.from([0x03, 0xe8])));
    this.#socket.destroySoon();
  }

  #read(bytes: number): boolean {
    const fresh = this.#fillLong(READ_BUFFER.subarray(0, bytes));
    if (fresh.length === 0) return true;
    let chunk = this.#rest === null ? fresh : Buffer.concat([this.#rest, fresh]);
    this.#rest = null;
    if (!this.#upgraded) {
      const end = chunk.indexOf('\r\n\r\n');
      if (end === -1) {
        this.#rest = Buffer.from(chunk);
        return true;
      }
      const status = chunk.toString('latin1', 9, 12);
      if (status !== '101') {
        this.#fail(new Error(`the upgrade was answered with ${status}`));
        this.#socket.destroy();
        return true;
      }
      this.#upgraded = true;
      this.#open();
      chunk = chunk.subarray(end + 4);
    }
    this.#take(chunk, false);
    return true;
  }

  #take(chunk: Buffer, isOwn: boolean): void {
    const now = performance.now();
    const used = readFrames(chunk, (opcode, start, end) => {
      if (opcode === OPCODE.binary) this.#listener.onMessage(chunk, start, end, now, isOwn);
      else if (opcode === OPCODE.ping) this.send(clientFrame(OPCODE.pong, chunk.subarray(start, end)));
      else if (opcode === OPCODE.close) this.#goodbye(chunk, start, end);
    });
    if (used === chunk.length) return;
    const begun = chunk.subarray(used);
    const length = frameLength(begun);
    if (length === null) {
      this.#rest = Buffer.from(begun);
      return;
    }
    this.#long = { frame: Buffer.allocUnsafe(length), filled: begun.length };
    begun.copy(this.#long.frame);
  }

  /** Gives back what is left behind the end of the long frame. */
  #fillLong(fresh: Buffer): Buffer {
    const long = this.#long;
    if (long === null) return fresh;
    const copied = fresh.copy(long.frame, long.filled);
    long.filled += copied;
    if (long.filled < long.frame.length) return fresh.subarray(copied);
    this.#long = null;
    // The next frame, if it has begun, lies in memory that the next read overwrites: it is looked at in this turn.
    this.#take(long.frame, true);
    return fresh.subarray(copied);
  }

  #goodbye(chunk: Buffer, start: number, end: number): void {
    if (end - start >= 2) this.#closeCode = chunk.readUInt16BE(start);
    this.close();
  }
}

function upgradeRequest({ port, path, protocols, headers }: Seat): string {
  const lines = [
    `GET ${path} HTTP/1.1`,
    `Host: 127.0.0.1:${port}`,
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    ...(protocols.length === 0 ? [] : [`Sec-WebSocket-Protocol: ${protocols.join(', ')}`]),
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
  ];
  return `${lines.join('\r\n')}\r\n\r\n`;
}
