/**
 * One WebSocket as a Connection of the relay: writes prepared bytes, says goodbye, slows down who sends too much, notices
 * who is gone. Knows no message, no board and no right.
 */
import type { Duplex } from 'node:stream';
import { awarenessFrame } from '../../shared/protocol.ts';
import type { Clock, Connection, Joined } from '../sync/ports.ts';
import type { Allowance } from './allowance.ts';
import { type Fault, type FrameListener, FrameReader } from './frame-reader.ts';
import { closeFrame, closePayload, PING, pongFrame, toWire } from './frames.ts';
import type { WireLimits } from './limits.ts';

/** The same array goes to every connection of a room: its bytes are built once. */
const prepared = new WeakMap<ReadonlyArray<Uint8Array>, Buffer>();
const SIGN_OF_LIFE = [awarenessFrame([])];

/** What all connections are given. */
export interface Means {
  readonly clock: Clock;
  readonly limits: WireLimits;
  readonly onGone: (connection: WireConnection) => void;
}

export class WireConnection implements Connection, FrameListener {
  readonly #socket: Duplex;
  readonly #means: Means;
  readonly #allowance: Allowance;
  readonly #reader: FrameReader;
  #joined: Joined | null = null;
  /** Neither side has said goodbye. */
  #isOpen = true;
  #lastSentAt: number;
  #lastHeardAt: number;
  #lastPingAt: number;
  #heardSinceAsked = false;
  #cancelTerminate: (() => void) | null = null;
  #cancelResume: (() => void) | null = null;
  #cancelConfirm: (() => void) | null = null;

  /** The socket is the connection's from now on; errors of it are the caller's. */
  constructor(socket: Duplex, means: Means, allowance: Allowance) {
    this.#socket = socket;
    this.#means = means;
    this.#allowance = allowance;
    this.#reader = new FrameReader(means.limits, this);
    const now = means.clock.now();
    this.#lastSentAt = now;
    this.#lastHeardAt = now;
    this.#lastPingAt = now;
    socket.on('data', (chunk: Buffer) => this.read(chunk));
    socket.on('end', () => this.#hangUp());
    socket.on('close', () => this.#gone());
  }

  /** Passes messages on until the connection is gone, then leaves. */
  serve(joined: Joined): void {
    this.#joined = joined;
  }

  read(chunk: Buffer): void {
    this.#reader.read(chunk);
  }

  send(frame: Uint8Array): void {
    this.#write(toWire([frame]));
  }

  sendAll(frames: ReadonlyArray<Uint8Array>): void {
    let wire = prepared.get(frames);
    if (wire === undefined) {
      wire = toWire(frames);
      prepared.set(frames, wire);
    }
    this.#write(wire);
  }

  close(code: number, why: string): void {
    if (!this.#isOpen) return;
    // Behind a long backlog the goodbye would never arrive, and the backlog stays in memory.
    if (this.bufferedBytes() > this.#means.limits.backlogAtCloseBytes) {
      this.#socket.destroy();
      return;
    }
    this.#cancelResume?.();
    this.#socket.resume();
    this.#goodbye(closePayload(code, why));
  }

  confirm(): void {
    if (this.#cancelConfirm !== null || !this.#isOpen) return;
    this.#heardSinceAsked = false;
    this.#control(PING);
    this.#cancelConfirm = this.#means.clock.after(this.#means.limits.confirmMs, () => {
      this.#cancelConfirm = null;
      // Not being read, it cannot be heard.
      if (!this.#heardSinceAsked && !this.#socket.isPaused()) this.#socket.destroy();
    });
  }

  bufferedBytes(): number {
    return this.#socket.writableLength;
  }

  /** Called every few seconds: pings, keeps stock providers content, drops who is silent. */
  beat(): void {
    const now = this.#means.clock.now();
    const { silentMs, pingMs, signOfLifeMs } = this.#means.limits;
    if (now - this.#lastHeardAt > silentMs) {
      this.#socket.destroy();
      return;
    }
    if (now - this.#lastPingAt >= pingMs) {
      this.#lastPingAt = now;
      this.#control(PING);
    }
    if (now - this.#lastSentAt >= signOfLifeMs) this.sendAll(SIGN_OF_LIFE);
  }

  onMessage(message: Buffer): void {
    this.#heard();
    if (!this.#isOpen) return;
    this.#joined?.receive(message);
    this.#slowDown(message.length);
  }

  onPing(payload: Buffer): void {
    this.#heard();
    this.#control(pongFrame(payload));
    this.#slowDown(payload.length);
  }

  onPong(): void {
    this.#heard();
  }

  onClose(payload: Buffer): void {
    if (this.#isOpen) this.#goodbye(payload);
    this.#hangUp();
  }

  onFault({ code, why }: Fault): void {
    if (this.#isOpen) this.close(code, why);
    else this.#socket.destroy();
  }

  #heard(): void {
    this.#lastHeardAt = this.#means.clock.now();
    this.#heardSinceAsked = true;
  }

  #write(wire: Buffer): void {
    this.#control(wire);
    this.#lastSentAt = this.#means.clock.now();
  }

  /** For a stock provider this is no sign of life. */
  #control(wire: Buffer): void {
    if (this.#isOpen && this.#socket.writable) this.#socket.write(wire);
  }

  /** The last frame; the other side has a moment to answer with its own. */
  #goodbye(payload: Buffer): void {
    this.#control(closeFrame(payload));
    this.#isOpen = false;
    this.#cancelTerminate ??= this.#means.clock.after(this.#means.limits.closeMs, () => this.#socket.destroy());
  }

  /** Nothing more comes from the other side. */
  #hangUp(): void {
    this.#isOpen = false;
    this.#cancelTerminate ??= this.#means.clock.after(this.#means.limits.closeMs, () => this.#socket.destroy());
    this.#socket.end();
  }

  #gone(): void {
    this.#isOpen = false;
    this.#reader.end();
    this.#cancelTerminate?.();
    this.#cancelResume?.();
    this.#cancelConfirm?.();
    this.#joined?.leave();
    this.#allowance.close();
    this.#means.onGone(this);
  }

  /** Over a budget a connection is not read for a while: the sender's own socket fills up, nothing is lost. */
  #slowDown(bytes: number): void {
    const waitMs = this.#allowance.take(bytes, this.#lastHeardAt);
    if (waitMs === 0 || this.#socket.isPaused() || !this.#isOpen) return;
    this.#socket.pause();
    this.#cancelResume = this.#means.clock.after(Math.min(waitMs, this.#means.limits.longestPauseMs), () => {
      // Not being read, it could not be heard.
      this.#heard();
      this.#socket.resume();
    });
  }
}
