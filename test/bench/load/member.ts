/**
 * Somebody on a board: connects, asks for the board, plays a script, writes down what comes. Holds no document; what was
 * received is put together when the run is over. Knows no server by name and measures nothing itself.
 */
import { clientFrame, OPCODE } from './client-frames.ts';
import { ClientSocket } from './client-socket.ts';
import { Journal } from './journal.ts';
import { EMPTY_ANSWER, presenceMessage, QUESTION, STEP, TYPE, updateMessage } from './messages.ts';
import { presenceOf, type Script } from './script.ts';
import type { Seat } from './seat.ts';

interface Arrived {
  readonly start: number;
  readonly end: number;
  readonly at: number;
  readonly isOwn: boolean;
}

export class Member {
  readonly journal = new Journal();
  readonly script: Script | null;
  /** When edit number k (clock k) and pointer move number k (clock k + 1) went out, in milliseconds. */
  readonly editedAt: number[] = [];
  readonly pointedAt: number[] = [];
  /** Updates received, not counting answers. */
  updates = 0;
  closeCode: number | null = null;
  /** Updates sent beside the script. */
  readonly offered: Uint8Array[] = [];
  readonly seat: Seat;
  readonly #number: number;
  readonly #frames: readonly Buffer[];
  #socket: ClientSocket | null = null;
  #wanted: { readonly bytes: number; readonly reached: (at: number) => void } | null = null;
  #synced: (at: number) => void = () => undefined;
  #failed: (error: Error) => void = () => undefined;

  constructor(seat: Seat, number: number, script: Script | null) {
    this.seat = seat;
    this.#number = number;
    this.script = script;
    this.#frames = (script?.updates ?? []).map((update) => this.#frame(updateMessage(update)));
  }

  /** Connects and asks. Resolves with the moment when the board was there; where nobody answers, when connected. */
  async join(): Promise<number> {
    const synced = new Promise<number>((resolve, reject) => {
      this.#synced = resolve;
      this.#failed = reject;
    });
    synced.catch(() => undefined);
    const socket = new ClientSocket(this.seat, {
      onMessage: (bytes, start, end, at, isOwn) => this.#take(bytes, { start, end, at, isOwn }),
      onClose: (code) => {
        this.closeCode = code;
        this.#failed(new Error(`closed with ${code} before the board was there`));
      },
    });
    this.#socket = socket;
    await socket.opened;
    if (this.seat.hello !== null) socket.send(clientFrame(OPCODE.binary, this.seat.hello));
    socket.send(this.#frame(QUESTION));
    return this.seat.answers ? synced : performance.now();
  }

  /** Asks once more: an answer comes after everything that was sent before. */
  async ask(): Promise<void> {
    const answered = new Promise<number>((resolve, reject) => {
      this.#synced = resolve;
      this.#failed = reject;
    });
    this.#socket?.send(this.#frame(QUESTION));
    await answered;
  }

  /** Resolves with the moment when so many bytes of the board have come. */
  reached(bytes: number): Promise<number> {
    return new Promise((resolve) => {
      this.#wanted = { bytes, reached: resolve };
      this.#look(performance.now());
    });
  }

  /** Sends any update; for seeds, which are not measured. */
  offer(update: Uint8Array): void {
    this.offered.push(update);
    this.#socket?.send(this.#frame(updateMessage(update)));
  }

  /** The next edit of the script; false when there is none left. */
  edit(): boolean {
    const frame = this.#frames[this.editedAt.length];
    if (frame === undefined) return false;
    this.editedAt.push(performance.now());
    this.#socket?.send(frame);
    return true;
  }

  /** Moves the pointer. */
  point(): void {
    if (this.script === null) return;
    const k = this.pointedAt.length;
    const frame = this.#frame(
      presenceMessage(
        this.script.client,
        k + 1,
        presenceOf(this.seat.user ?? { id: `p${this.#number}`, name: `Persona ${this.#number}` }, k),
      ),
    );
    this.pointedAt.push(performance.now());
    this.#socket?.send(frame);
  }

  leave(): void {
    this.#socket?.close();
  }

  #frame(message: Uint8Array): Buffer {
    return clientFrame(OPCODE.binary, this.seat.prefix, message);
  }

  #take(bytes: Buffer, { start: from, end, at, isOwn }: Arrived): void {
    const start = from + this.seat.prefix.length;
    const type = bytes[start];
    if (type === TYPE.presence) {
      this.journal.add(at, bytes, start, end);
      return;
    }
    if (type !== TYPE.sync) return;
    const step = bytes[start + 1];
    if (step === STEP.question) {
      this.#socket?.send(this.#frame(EMPTY_ANSWER));
      return;
    }
    if (isOwn) this.journal.adopt(at, bytes.subarray(start, end));
    else this.journal.add(at, bytes, start, end);
    if (step === STEP.update) this.updates += 1;
    else this.#synced(at);
    this.#look(at);
  }

  #look(at: number): void {
    if (this.#wanted === null || this.journal.bytes < this.#wanted.bytes) return;
    this.#wanted.reached(at);
    this.#wanted = null;
  }
}
