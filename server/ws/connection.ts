/**
 * One WebSocket as a Connection of the relay: writes prepared bytes, slows down who sends too much, notices who is gone.
 * Knows no message, no board and no right.
 */
import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import { awarenessFrame, CLOSE } from '../../shared/protocol.ts';
import type { Clock, Connection, Joined } from '../sync/ports.ts';
import type { Allowance } from './allowance.ts';
import { toWire, toWireInParts } from './frames.ts';
import type { WireLimits } from './limits.ts';

/** The same array goes to every connection of a room: its bytes are built once. */
const prepared = new WeakMap<ReadonlyArray<Uint8Array>, Buffer>();
/** For what is large only what comes before it is built; its own bytes are kept by reference until they have left. */
const preparedParts = new WeakMap<ReadonlyArray<ReadonlyArray<Uint8Array>>, ReadonlyArray<Uint8Array>>();
const SIGN_OF_LIFE = [awarenessFrame([])];

/** What a connection is given. */
export interface Means {
  readonly clock: Clock;
  readonly limits: WireLimits;
  readonly allowance: Allowance;
  /** It is gone; the same function for all of them. */
  readonly onGone: (webSocket: WebSocket) => void;
}

export class WireConnection implements Connection {
  readonly #webSocket: WebSocket;
  readonly #socket: Duplex;
  readonly #clock: Clock;
  readonly #limits: WireLimits;
  readonly #allowance: Allowance;
  readonly #onGone: Means['onGone'];
  #joined: Joined | null = null;
  #lastSentAt: number;
  #lastHeardAt: number;
  #lastPingAt: number;
  #heardSinceAsked = false;
  /** The room reads nothing from it for now. */
  #isHeld = false;
  #cancelTerminate: (() => void) | null = null;
  #cancelResume: (() => void) | null = null;
  #cancelConfirm: (() => void) | null = null;

  constructor(webSocket: WebSocket, socket: Duplex, { clock, limits, allowance, onGone }: Means) {
    this.#webSocket = webSocket;
    this.#socket = socket;
    this.#clock = clock;
    this.#limits = limits;
    this.#allowance = allowance;
    this.#onGone = onGone;
    const now = clock.now();
    this.#lastSentAt = now;
    this.#lastHeardAt = now;
    this.#lastPingAt = now;
    webSocket.on('pong', () => this.#heard());
    webSocket.on('close', () => this.#gone());
  }

  /** Passes messages on until the connection is gone, then leaves. */
  serve(joined: Joined): void {
    this.#joined = joined;
    this.#webSocket.on('message', (message: Buffer, isBinary: boolean) => {
      this.#heard();
      if (!isBinary) return this.close(CLOSE.textFrame, 'text-frame');
      joined.receive(message);
      this.#slowDown(message.length);
    });
  }

  send(...frames: readonly Uint8Array[]): void {
    this.#write(toWire(frames));
  }

  sendAll(frames: ReadonlyArray<Uint8Array>): void {
    let wire = prepared.get(frames);
    if (wire === undefined) {
      wire = toWire(frames);
      prepared.set(frames, wire);
    }
    this.#write(wire);
  }

  sendParts(messages: ReadonlyArray<ReadonlyArray<Uint8Array>>): void {
    let wire = preparedParts.get(messages);
    if (wire === undefined) {
      wire = toWireInParts(messages);
      preparedParts.set(messages, wire);
    }
    this.#socket.cork();
    for (const part of wire) this.#write(part);
    this.#socket.uncork();
  }

  close(code: number, why: string): void {
    const { readyState, OPEN } = this.#webSocket;
    if (readyState !== OPEN) return;
    // Behind a long backlog the goodbye would never arrive, and the backlog stays in memory.
    if (this.bufferedBytes() > this.#limits.backlogAtCloseBytes) {
      this.#webSocket.terminate();
      return;
    }
    this.#cancelResume?.();
    this.#webSocket.resume();
    this.#webSocket.close(code, why);
    this.#cancelTerminate = this.#clock.after(this.#limits.closeMs, () => this.#webSocket.terminate());
  }

  confirm(): void {
    const { readyState, OPEN } = this.#webSocket;
    if (this.#cancelConfirm !== null || readyState !== OPEN) return;
    this.#heardSinceAsked = false;
    this.#webSocket.ping();
    this.#cancelConfirm = this.#clock.after(this.#limits.confirmMs, () => {
      this.#cancelConfirm = null;
      // Not being read, it cannot be heard.
      if (!this.#heardSinceAsked && !this.#webSocket.isPaused) this.#webSocket.terminate();
    });
  }

  pause(): void {
    this.#isHeld = true;
    if (this.#webSocket.readyState === this.#webSocket.OPEN) this.#webSocket.pause();
  }

  goOn(): void {
    this.#isHeld = false;
    if (this.#webSocket.readyState === this.#webSocket.OPEN) this.#readOn();
  }

  bufferedBytes(): number {
    return this.#socket.writableLength;
  }

  /** Called every few seconds: pings, keeps stock providers content, drops who is silent. */
  beat(): void {
    const now = this.#clock.now();
    const { silentMs, pingMs, signOfLifeMs } = this.#limits;
    if (now - this.#lastHeardAt > silentMs && !this.#isHeld) {
      this.#webSocket.terminate();
      return;
    }
    if (this.#webSocket.readyState !== this.#webSocket.OPEN) return;
    if (now - this.#lastPingAt >= pingMs) {
      this.#lastPingAt = now;
      this.#webSocket.ping();
    }
    if (now - this.#lastSentAt >= signOfLifeMs) this.sendAll(SIGN_OF_LIFE);
  }

  #gone(): void {
    this.#cancelTerminate?.();
    this.#cancelResume?.();
    this.#cancelConfirm?.();
    this.#joined?.leave();
    this.#allowance.close();
    this.#onGone(this.#webSocket);
  }

  #heard(): void {
    this.#lastHeardAt = this.#clock.now();
    this.#heardSinceAsked = true;
  }

  #write(wire: Uint8Array): void {
    if (this.#webSocket.readyState !== this.#webSocket.OPEN || !this.#socket.writable) return;
    this.#lastSentAt = this.#clock.now();
    this.#socket.write(wire);
  }

  /** Over a budget a connection is not read for a while: the sender's own socket fills up, nothing is lost. */
  #slowDown(bytes: number): void {
    const waitMs = this.#allowance.take(bytes, this.#lastHeardAt);
    if (waitMs === 0 || this.#webSocket.isPaused || this.#webSocket.readyState !== this.#webSocket.OPEN) return;
    this.#webSocket.pause();
    this.#cancelResume = this.#clock.after(Math.min(waitMs, this.#limits.longestPauseMs), () => {
      if (!this.#isHeld) this.#readOn();
    });
  }

  #readOn(): void {
    // Not being read, it could not be heard.
    this.#heard();
    this.#webSocket.resume();
  }
}
