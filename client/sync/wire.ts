/**
 * One document's end of the relay's protocol (docs/protocol.md) over one WebSocket at a time: asks, answers in parts small
 * enough to pass, passes changes on, tells how the connection ended. Never comes back by itself: who opens it decides.
 */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import {
  type Awareness,
  applyAwarenessUpdate,
  encodeAwarenessUpdate,
  removeAwarenessStates,
} from 'y-protocols/awareness';
import * as Y from 'yjs';
import { BYTES } from '../../shared/limits.ts';
import { type AnnouncedRight, readAuthBody, step1Frame, step2Frame, updateFrame } from '../../shared/protocol.ts';
import { partsOf } from './parts.ts';

const SYNC = 0;
const AWARENESS = 1;
const AUTH = 2;
const STEP_1 = 0;
const STEP_2 = 1;

/** A socket that does not open in this time is given up. */
const OPENING_MS = 15_000;
/** The server says something every 15 s. Twice as long after each time that it did not: a big board may be on its way. */
const SILENCE_MS = 40_000;
const LONGEST_SILENCE_MS = 320_000;
const LOOK_MS = 5000;

export interface Heard {
  opened(): void;
  /** The server asked what we have, and all of it was handed to the socket. */
  handedOver(): void;
  /** A question of ours was answered. */
  answered(): void;
  right(right: AnnouncedRight): void;
  /** Something said to this person alone; the JSON of a word, unchecked. */
  word(json: string): void;
  /** Something we wrote was not taken. */
  denied(): void;
  /** `code` is null when nobody answered, or no longer. */
  ended(code: number | null, reason: string): void;
}

export interface WireParts {
  readonly doc: Y.Doc;
  readonly awareness: Awareness;
  readonly heard: Heard;
}

/** The wire itself is the origin of what it applies to the document and to the presence. */
export class Wire {
  readonly #parts: WireParts;
  #socket: WebSocket | null = null;
  /** Only after the server asked are changes sent: its answer holds whatever came before them. */
  #passesOn = false;
  #heardAt = 0;
  #silences = 0;
  #watch: ReturnType<typeof setInterval> | undefined;

  constructor(parts: WireParts) {
    this.#parts = parts;
    parts.doc.on('update', this.#onUpdate);
    parts.awareness.on('update', this.#onAwareness);
  }

  get isOpen(): boolean {
    return this.#socket?.readyState === WebSocket.OPEN;
  }
  /** A connection is there or on its way. */
  get isBusy(): boolean {
    return this.#socket !== null;
  }
  /** Bytes that have not left this device. */
  get leaving(): number {
    return this.#socket?.bufferedAmount ?? 0;
  }
  /** When the server was last heard, as `performance.now()`. */
  get heardAt(): number {
    return this.#heardAt;
  }

  /** Does nothing while there is a connection. */
  connect(address: string, protocols: readonly string[]): void {
    if (this.#socket) return;
    const socket = new WebSocket(address, [...protocols]);
    socket.binaryType = 'arraybuffer';
    this.#socket = socket;
    this.#heardAt = performance.now();
    socket.onopen = () => this.#onOpen(socket);
    socket.onmessage = ({ data }) => {
      if (data instanceof ArrayBuffer) this.#onFrame(new Uint8Array(data));
    };
    socket.onclose = ({ code, reason }) => this.#end(code, reason);
    this.#watch = setInterval(this.#lookForLife, LOOK_MS);
  }

  /** Ends the connection there is; whoever listens is told as if nobody answered. */
  cut(): void {
    if (this.#socket) this.#end(null, '');
  }

  /** Asks the server what it has beyond ours. Its answer comes after everything sent before was handled. */
  ask(): void {
    this.#send(step1Frame(Y.encodeStateVector(this.#parts.doc)));
  }

  /** Ends everything and tells nobody. */
  destroy(): void {
    this.#parts.doc.off('update', this.#onUpdate);
    this.#parts.awareness.off('update', this.#onAwareness);
    this.#drop();
  }

  #onOpen(socket: WebSocket): void {
    if (socket !== this.#socket) return;
    this.#heardAt = performance.now();
    this.#parts.heard.opened();
    this.ask();
    this.#sayHello();
  }

  /** With a new clock: who saw me before the connection went has the old one, and would take the same again for nothing. */
  #sayHello(): void {
    const { awareness } = this.#parts;
    const state = awareness.getLocalState();
    if (state === null) this.#sendPresence();
    else awareness.setLocalState(state);
  }

  #onFrame(frame: Uint8Array): void {
    this.#heardAt = performance.now();
    try {
      this.#read(decoding.createDecoder(frame));
    } catch (error) {
      // Bytes that lib0 or Yjs cannot read: the connection is not to be trusted any more, the document is.
      console.warn('a message of the server could not be read', error instanceof Error ? error.name : '');
      this.cut();
    }
  }

  #read(decoder: decoding.Decoder): void {
    const { awareness, heard } = this.#parts;
    const type = decoding.readVarUint(decoder);
    if (type === SYNC) this.#readSync(decoder);
    else if (type === AWARENESS) applyAwarenessUpdate(awareness, decoding.readVarUint8Array(decoder), this);
    else if (type === AUTH) {
      const said = readAuthBody(decoder);
      if (said?.kind === 'denied') heard.denied();
      if (said?.kind === 'word') heard.word(said.json);
      if (said?.kind !== 'right') return;
      if (said.right === 'read') this.#passesOn = false;
      heard.right(said.right);
    }
  }

  #readSync(decoder: decoding.Decoder): void {
    const { doc, heard } = this.#parts;
    const step = decoding.readVarUint(decoder);
    const bytes = decoding.readVarUint8Array(decoder);
    if (step === STEP_1) {
      const parts = partsOf(Y.encodeStateAsUpdate(doc, bytes), BYTES.transaction);
      for (const [i, part] of parts.entries()) this.#send((i < parts.length - 1 ? updateFrame : step2Frame)(part));
      this.#passesOn = true;
      heard.handedOver();
      return;
    }
    Y.applyUpdate(doc, bytes, this);
    if (step !== STEP_2) return;
    this.#silences = 0;
    heard.answered();
  }

  readonly #onUpdate = (update: Uint8Array, origin: unknown): void => {
    if (origin === this || !this.#passesOn) return;
    for (const part of partsOf(update, BYTES.transaction)) this.#send(updateFrame(part));
  };

  /** Others' presence is theirs to tell; only our own goes out. */
  readonly #onAwareness = ({ added, updated, removed }: Changed): void => {
    const own = this.#parts.awareness.clientID;
    if ([added, updated, removed].some((clients) => clients.includes(own))) this.#sendPresence();
  };

  #sendPresence(): void {
    const { awareness } = this.#parts;
    if (!this.isOpen || !awareness.meta.has(awareness.clientID)) return;
    const entries = encodeAwarenessUpdate(awareness, [awareness.clientID]);
    this.#send(
      encoding.encode((encoder) => {
        encoding.writeVarUint(encoder, AWARENESS);
        encoding.writeVarUint8Array(encoder, entries);
      }),
    );
  }

  #send(frame: Uint8Array): void {
    // lib0 hands out plain array buffers; the type says it may be a shared one.
    if (this.isOpen) this.#socket?.send(frame.slice());
  }

  readonly #lookForLife = (): void => {
    const silence = performance.now() - this.#heardAt;
    const patience = this.isOpen ? Math.min(LONGEST_SILENCE_MS, SILENCE_MS * 2 ** this.#silences) : OPENING_MS;
    if (silence < patience) return;
    if (this.isOpen) this.#silences += 1;
    this.cut();
  };

  #end(code: number | null, reason: string): void {
    this.#drop();
    this.#parts.heard.ended(code, reason);
  }

  #drop(): void {
    const socket = this.#socket;
    if (!socket) return;
    this.#socket = null;
    this.#passesOn = false;
    clearInterval(this.#watch);
    // What a socket still has to say after we left it is not heard.
    socket.onopen = null;
    socket.onmessage = null;
    socket.onclose = null;
    socket.close();
    const { awareness } = this.#parts;
    const others = [...awareness.getStates().keys()].filter((client) => client !== awareness.clientID);
    removeAwarenessStates(awareness, others, this);
  }
}

interface Changed {
  readonly added: readonly number[];
  readonly updated: readonly number[];
  readonly removed: readonly number[];
}
