/** A line of the client with a scripted server at its other end, frame by frame. Knows no page and no real network. */
import { vi } from 'vitest';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import type { SyncState } from '../../client/board/session.ts';
import { OpenLine } from '../../client/sync/open-line.ts';
import type { Why } from '../../client/sync/request.ts';
import { addNotes } from '../../shared/board/notes.ts';
import { type BoardId, newBoardId, newNoteId, type PersonId } from '../../shared/ids.ts';
import { readClientMessage, rightFrame, step1Frame, step2Frame } from '../../shared/protocol.ts';

/** The server's end of each connection, newest last. */
export let sockets: ServerEnd[] = [];

/** A WebSocket in the browser's place whose other end is a script. */
export class ServerEnd {
  static readonly OPEN = 1;
  readyState = 0;
  bufferedAmount = 0;
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: ArrayBuffer }) => void) | null = null;
  onclose: ((event: { code: number; reason: string }) => void) | null = null;
  readonly sent: Uint8Array[] = [];
  /** What the server has, and whether it answers questions. */
  readonly doc = new Y.Doc();
  answers = true;

  readonly address: string;
  readonly protocols: string[];

  constructor(address: string, protocols: string[]) {
    this.address = address;
    this.protocols = protocols;
    sockets.push(this);
  }
  send(frame: Uint8Array): void {
    this.sent.push(frame);
    const message = readClientMessage(frame);
    if (message?.kind === 'update' || message?.kind === 'step2') Y.applyUpdate(this.doc, message.update);
    if (message?.kind === 'step1' && this.answers) queueMicrotask(() => this.answer(message.stateVector));
  }
  answer(vector: Uint8Array): void {
    this.say(step2Frame(Y.encodeStateAsUpdate(this.doc, vector)));
  }
  accept(right: 'read' | 'write' = 'write'): void {
    this.readyState = 1;
    this.onopen?.();
    this.say(rightFrame(right));
    if (right === 'write') this.say(step1Frame(Y.encodeStateVector(this.doc)));
  }
  say(frame: Uint8Array): void {
    this.onmessage?.({ data: new Uint8Array(frame).buffer });
  }
  end(code: number, reason = ''): void {
    this.readyState = 3;
    this.onclose?.({ code, reason });
  }
  close(): void {
    this.readyState = 3;
  }
}

export const last = (): ServerEnd => {
  const socket = sockets.at(-1);
  if (!socket) throw new Error('nobody connected');
  return socket;
};
/** Lets so many milliseconds go by. */
export const pass = (ms = 0): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);

export interface OpenedLine {
  readonly line: OpenLine;
  readonly doc: Y.Doc;
  readonly awareness: Awareness;
  write(text: string): void;
  asked: number;
  refusal: Why | null;
}
const open: OpenedLine[] = [];

/** A line that has just asked for its first connection. Its browser has no storage. */
export async function openLine(): Promise<OpenedLine> {
  const doc = new Y.Doc();
  const awareness = new Awareness(doc);
  const opened: OpenedLine = {
    asked: 0,
    refusal: null,
    doc,
    awareness,
    write: (text) => addNotes({ doc, origin: 'hand' }, [{ id: newNoteId(), pos: [0, 0], createdAt: 0, text }]),
    line: new OpenLine({
      board: newBoardId(),
      person: 'ana' as PersonId,
      doc,
      awareness,
      api: {
        connection: async (room: BoardId) => {
          opened.asked += 1;
          if (opened.refusal) return { ok: false, why: opened.refusal };
          const expiresAt = Date.now() + 3_600_000;
          return {
            ok: true,
            value: { url: 'ws://board.test/sync', room, protocols: ['tempano', 't'], right: 'write', expiresAt },
          };
        },
      },
    }),
  };
  open.push(opened);
  await pass(10);
  return opened;
}
export const stateOf = ({ line }: OpenedLine): SyncState => line.sync.get();

/** From now on clocks stand still and every WebSocket is one of ours. */
export function beginLines(): void {
  sockets = [];
  vi.useFakeTimers();
  vi.stubGlobal('WebSocket', ServerEnd);
}

/** Closes every line that was opened. */
export function endLines(): void {
  for (const { line, awareness, doc } of open.splice(0)) {
    line.close();
    awareness.destroy();
    doc.destroy();
  }
  for (const { doc } of sockets) doc.destroy();
  vi.unstubAllGlobals();
  vi.useRealTimers();
}
