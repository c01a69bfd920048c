/** A person's end of a board without a network: a document, two queues the test empties, and what the server said. */
import * as decoding from 'lib0/decoding';
import * as Y from 'yjs';
import type { Admitted, Connection, Joined, RelayRooms } from '../../server/sync/ports.ts';
import type { Right } from '../../shared/cohort/roles.ts';
import type { BoardId, CohortId, PersonId } from '../../shared/ids.ts';
import { awarenessFrame, readAuthBody, step1Frame, step2Frame, updateFrame } from '../../shared/protocol.ts';

export class Peer implements Connection {
  readonly doc = new Y.Doc();
  readonly admitted: Admitted & { current: Right };
  /** Client id → presence, as text of the last entry heard. */
  readonly presence = new Map<number, string>();
  readonly denied: string[] = [];
  readonly rights: string[] = [];
  /** Every frame received, in order. */
  readonly frames: Uint8Array[] = [];
  /** Those that came in parts, as they came. */
  readonly parts: Array<ReadonlyArray<Uint8Array>> = [];
  closed: { readonly code: number; readonly why: string } | null = null;
  synced = false;
  backlog = 0;
  /** Nothing more is read from it. */
  isPaused = false;
  /** How often it was asked for a sign of life. */
  doubted = 0;
  #joined: Joined | null = null;
  #up: Uint8Array[] = [];
  #down: Uint8Array[] = [];
  #clock = 0;

  constructor(name: string, right: Right = 'write') {
    const person = `p-${name}` as PersonId;
    const admitted = { person, cohort: 'cohort' as CohortId, name, current: right, right: () => admitted.current };
    this.admitted = admitted;
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this && this.connected) this.#up.push(updateFrame(update));
    });
  }

  get connected(): boolean {
    return this.#joined !== null && this.closed === null;
  }

  /** Enters as the stock provider does: asks for the board first. */
  join(rooms: RelayRooms, board: BoardId): this {
    this.closed = null;
    this.synced = false;
    this.#up = [step1Frame(Y.encodeStateVector(this.doc))];
    this.#down = [];
    this.#joined = rooms.join(board, this.admitted, this);
    return this;
  }

  /** The network is gone: nothing in the queues arrives. */
  cut(): void {
    const joined = this.#joined;
    this.#joined = null;
    this.synced = false;
    this.#up = [];
    this.#down = [];
    joined?.leave();
  }

  say(frame: Uint8Array): void {
    this.#up.push(frame);
  }

  ask(): void {
    this.synced = false;
    this.say(step1Frame(Y.encodeStateVector(this.doc)));
  }

  present(state: unknown, client = this.doc.clientID, clock?: number): void {
    this.#clock = clock ?? this.#clock + 1;
    const bytes = new TextEncoder().encode(JSON.stringify(state));
    this.say(awarenessFrame([{ client, clock: this.#clock, state: bytes }]));
  }

  /** Moves up to `most` messages each way; true when there was one. */
  deliver(most = Number.POSITIVE_INFINITY): boolean {
    const up = this.#up.splice(0, most);
    const down = this.#down.splice(0, most);
    for (const frame of up) this.#joined?.receive(frame);
    for (const frame of down) this.#read(frame);
    return up.length + down.length > 0;
  }

  send(...frames: readonly Uint8Array[]): void {
    this.frames.push(...frames);
    this.#down.push(...frames);
  }

  sendAll(frames: ReadonlyArray<Uint8Array>): void {
    this.send(...frames);
  }

  sendParts(messages: ReadonlyArray<ReadonlyArray<Uint8Array>>): void {
    this.parts.push(...messages);
    this.send(...messages.map((parts) => Buffer.concat(parts)));
  }

  close(code: number, why: string): void {
    this.closed ??= { code, why };
    this.#joined = null;
    this.synced = false;
  }

  pause(): void {
    this.isPaused = true;
  }

  goOn(): void {
    this.isPaused = false;
  }

  confirm(): void {
    this.doubted += 1;
  }

  bufferedBytes(): number {
    return this.backlog;
  }

  destroy(): void {
    this.cut();
    this.doc.destroy();
  }

  #read(frame: Uint8Array): void {
    const decoder = decoding.createDecoder(frame);
    const type = decoding.readVarUint(decoder);
    if (type === 0) this.#readSync(decoder);
    else if (type === 1) this.#readPresence(decoding.createDecoder(decoding.readVarUint8Array(decoder)));
    else {
      const auth = readAuthBody(decoder);
      if (auth?.kind === 'denied') this.denied.push(auth.reason);
      if (auth?.kind === 'right') this.rights.push(auth.right);
    }
  }

  #readSync(decoder: decoding.Decoder): void {
    const step = decoding.readVarUint(decoder);
    const bytes = decoding.readVarUint8Array(decoder);
    if (step === 0) this.say(step2Frame(Y.encodeStateAsUpdate(this.doc, bytes)));
    else Y.applyUpdate(this.doc, bytes, this);
    if (step === 1) this.synced = true;
  }

  #readPresence(decoder: decoding.Decoder): void {
    for (let left = decoding.readVarUint(decoder); left > 0; left -= 1) {
      const client = decoding.readVarUint(decoder);
      decoding.readVarUint(decoder);
      this.presence.set(client, decoding.readVarString(decoder));
    }
  }
}
