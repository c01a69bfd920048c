/**
 * People who write under load and know what was acknowledged: the stock provider, and a bare socket that speaks the
 * protocol by itself and notes whatever throws in its document. Knows the wire, no server and no test.
 */
import * as decoding from 'lib0/decoding';
import { WebSocket as Socket } from 'ws';
import { Awareness, applyAwarenessUpdate } from 'y-protocols/awareness';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { step1Frame, step2Frame, updateFrame } from '../../shared/protocol.ts';
import './many-providers.ts';

/** What `POST /api/boards/:id/connection` hands out. */
export interface Door {
  readonly url: string;
  readonly room: string;
  readonly protocols: readonly string[];
}

export interface Writer {
  readonly doc: Y.Doc;
  /** True once this connection has the board and the server has been given everything written before. */
  ready(): boolean;
  /** Resolves once everything written until now is acknowledged; false when the connection ended first. */
  saved(): Promise<boolean>;
  /** Close codes so far. */
  readonly closed: readonly number[];
  destroy(): void;
}

const isSync = (frame: Uint8Array, step: number): boolean => frame[0] === 0 && frame[1] === step;

/** Counts the questions and answers of one connection: the n-th answer is the answer to the n-th question. */
class Questions {
  /** The client has answered the server's own question: what it wrote offline is under way. */
  introduced = false;
  #asked = 0;
  #answered = 0;
  #over = false;
  #waiting: Array<{ readonly number: number; readonly resolve: (saved: boolean) => void }> = [];

  sent(frame: Uint8Array): void {
    if (isSync(frame, 0)) this.#asked += 1;
    if (isSync(frame, 1)) this.introduced = true;
  }

  received(frame: Uint8Array): void {
    if (!isSync(frame, 1)) return;
    this.#answered += 1;
    this.#waiting = this.#waiting.filter(({ number, resolve }) => {
      if (number > this.#answered) return true;
      resolve(true);
      return false;
    });
  }

  get answeredOnce(): boolean {
    return this.#answered > 0;
  }

  /** Whether the question that was sent last is answered before the end. */
  lastAnswered(): Promise<boolean> {
    if (this.#over) return Promise.resolve(false);
    return new Promise((resolve) => this.#waiting.push({ number: this.#asked, resolve }));
  }

  end(): void {
    this.#over = true;
    for (const { resolve } of this.#waiting) resolve(false);
    this.#waiting = [];
  }
}

export interface StockWriter extends Writer {
  readonly provider: WebsocketProvider;
  /** Connections it has begun so far, the one there is now included. */
  attempts(): number;
}

/** The stock provider, unchanged; only its socket is listened to. */
export function stockWriter({ url, room, protocols }: Door, doc = new Y.Doc()): StockWriter {
  const closed: number[] = [];
  let questions = new Questions();
  let attempts = 0;
  class Listened extends WebSocket {
    constructor(address: string | URL, offered?: string | string[]) {
      super(address, offered);
      attempts += 1;
      const own = new Questions();
      questions = own;
      this.addEventListener('message', ({ data }) => {
        // After the provider's own handler: it is set before any message can arrive.
        if (data instanceof ArrayBuffer) queueMicrotask(() => own.received(new Uint8Array(data)));
      });
      this.addEventListener('close', () => own.end());
    }
    override send(frame: Uint8Array<ArrayBuffer>): void {
      super.send(frame);
      questions.sent(frame);
    }
  }
  const provider = new WebsocketProvider(url, room, doc, {
    protocols: [...protocols],
    disableBc: true,
    maxBackoffTime: 50,
    WebSocketPolyfill: Listened,
  });
  provider.on('connection-close', (event: { code: number } | null) => {
    if (event) closed.push(event.code);
  });
  return {
    doc,
    provider,
    closed,
    attempts: () => attempts,
    ready: () => provider.wsconnected && questions.introduced && questions.answeredOnce,
    async saved() {
      const { ws } = provider;
      if (ws === null || ws.readyState !== ws.OPEN || !questions.introduced) return false;
      const own = questions;
      ws.send(new Uint8Array(step1Frame(Y.encodeStateVector(doc))));
      return own.lastAnswered();
    },
    destroy() {
      provider.destroy();
      provider.awareness.destroy();
      doc.destroy();
    },
  };
}

export interface BareWriter extends Writer {
  readonly socket: Socket;
  readonly awareness: Awareness;
  /** What threw in the document or in the presence, and what was left waiting in the document. */
  readonly faults: readonly string[];
  /** Frames received. */
  received(): number;
}

/** A client that speaks the protocol by itself: connects once, and hides nothing that goes wrong. */
export function bareWriter({ url, room, protocols }: Door, doc = new Y.Doc()): BareWriter {
  const socket = new Socket(`${url}/${room}`, [...protocols]);
  const awareness = new Awareness(doc);
  const questions = new Questions();
  const closed: number[] = [];
  const faults: string[] = [];
  let received = 0;
  const send = (frame: Uint8Array): void => {
    if (socket.readyState !== Socket.OPEN) return;
    socket.send(frame);
    questions.sent(frame);
  };
  const here = {};
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== here && questions.introduced) send(updateFrame(update));
  });
  socket.binaryType = 'nodebuffer';
  socket.on('error', () => undefined);
  socket.on('open', () => send(step1Frame(Y.encodeStateVector(doc))));
  socket.on('message', (message: Buffer) => {
    received += 1;
    try {
      read(message, doc, awareness, here, send);
      if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) faults.push('something is left waiting');
    } catch (error) {
      // Whatever the server relays must never do this to a client: that is what is looked for.
      faults.push(`${error}: ${message.toString('hex').slice(0, 400)}`);
    }
    questions.received(message);
  });
  socket.on('close', (code) => {
    closed.push(code);
    questions.end();
  });
  return {
    doc,
    socket,
    awareness,
    faults,
    closed,
    received: () => received,
    ready: () => questions.introduced && questions.answeredOnce,
    async saved() {
      if (socket.readyState !== Socket.OPEN || !questions.introduced) return false;
      send(step1Frame(Y.encodeStateVector(doc)));
      return questions.lastAnswered();
    },
    destroy() {
      socket.terminate();
      awareness.destroy();
      doc.destroy();
    },
  };
}

function read(
  message: Uint8Array,
  doc: Y.Doc,
  awareness: Awareness,
  origin: unknown,
  send: (frame: Uint8Array) => void,
): void {
  const decoder = decoding.createDecoder(message);
  const type = decoding.readVarUint(decoder);
  if (type === 1) applyAwarenessUpdate(awareness, decoding.readVarUint8Array(decoder), origin);
  if (type !== 0) return;
  const step = decoding.readVarUint(decoder);
  const bytes = decoding.readVarUint8Array(decoder);
  if (step === 0) send(step2Frame(Y.encodeStateAsUpdate(doc, bytes)));
  else Y.applyUpdate(doc, bytes, origin);
}
