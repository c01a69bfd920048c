/**
 * A connection that keeps no rule: it writes whatever its right, goes on after it was closed, and remembers which marked
 * words it was sent. Knows no socket and no right: the test does.
 */
import * as Y from 'yjs';
import type { Admitted, Connection, Joined, RelayRooms } from '../../server/sync/ports.ts';
import type { BoardId } from '../../shared/ids.ts';
import { awarenessFrame, step1Frame, step2Frame, updateFrame } from '../../shared/protocol.ts';

const MARK = /~(\d+)~([A-Za-z0-9_-]{21})~/g;

/** A word found nowhere else; it says for which board it was written. */
export const markFor = (n: number, board: BoardId): string => `~${n}~${board}~`;
/** The marks in some bytes, with the board each was written for. */
export const marksIn = (bytes: Uint8Array): { mark: string; board: string }[] =>
  [...Buffer.from(bytes).toString('latin1').matchAll(MARK)].map(([mark, , board = '']) => ({ mark, board }));

/** An update that builds on nothing, so that only the right to write can keep it out. */
function forged(root: string, mark: string): Uint8Array {
  const doc = new Y.Doc();
  doc.getMap(root).set(mark, mark);
  const update = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return update;
}

export class RawClient implements Connection {
  readonly board: BoardId;
  /** What the server last announced. */
  right: string | null = null;
  closed: number | null = null;
  readonly heard = new Set<string>();
  /** Marks of other boards. */
  readonly strange: string[] = [];
  /** How often it was told that something was not taken. */
  denied = 0;
  /** Frames sent after it was closed. */
  late = 0;
  /** Called in the very moment the server says something of the right, also that there is none any more. */
  onTold: (right: string) => void = () => undefined;
  #joined: Joined | null = null;
  #clock = 0;

  constructor(board: BoardId) {
    this.board = board;
  }

  get isOpen(): boolean {
    return this.#joined !== null && this.closed === null;
  }

  /** Enters with what admission gave, and asks for everything. */
  enter(rooms: RelayRooms, admitted: Admitted): this {
    this.#joined = rooms.join(this.board, admitted, this);
    this.say(step1Frame(new Uint8Array([0])));
    return this;
  }

  pause(): void {}
  goOn(): void {}

  /** Also when it is closed: a raw client does not care. */
  say(frame: Uint8Array): void {
    this.#joined?.receive(frame);
  }
  write(root: string, mark: string, as: 'update' | 'step2'): void {
    this.say((as === 'update' ? updateFrame : step2Frame)(forged(root, mark)));
  }
  /** Presence under an id of its own. */
  present(client: number, mark: string): void {
    this.#clock += 1;
    const state = new TextEncoder().encode(JSON.stringify({ cursor: mark }));
    this.say(awarenessFrame([{ client, clock: this.#clock, state }]));
  }
  leave(): void {
    this.#joined?.leave();
  }

  send(...frames: readonly Uint8Array[]): void {
    for (const frame of frames) this.#take(frame);
  }
  sendAll(frames: readonly Uint8Array[]): void {
    this.send(...frames);
  }
  sendParts(messages: ReadonlyArray<readonly Uint8Array[]>): void {
    this.send(...messages.map((parts) => Buffer.concat(parts)));
  }
  #take(frame: Uint8Array): void {
    if (this.closed !== null) this.late += 1;
    for (const { mark, board } of marksIn(frame)) {
      this.heard.add(mark);
      if (board !== this.board) this.strange.push(mark);
    }
    if (frame[0] === 2 && frame[1] === 0) this.denied += 1;
    if (frame[0] === 2 && frame[1] === 1) {
      this.right = Buffer.from(frame.slice(3)).toString();
      this.onTold(this.right);
    }
  }
  close(code: number): void {
    this.closed ??= code;
    this.onTold('none');
  }
  confirm(): void {}
  bufferedBytes(): number {
    return 0;
  }
}
