/**
 * Reads a client's WebSocket frames (RFC 6455 §5) out of what a socket gives, piece by piece: whole and fragmented binary
 * messages; everything else a client must not send ends the reading. Knows no socket and answers nothing.
 */
import { CLOSE } from '../../shared/protocol.ts';
import type { WireLimits } from './limits.ts';

/** Who hears what was read. The bytes are theirs: nobody writes to them again. */
export interface FrameListener {
  onMessage(message: Buffer): void;
  onPing(payload: Buffer): void;
  onPong(): void;
  /** The client says goodbye; the payload is its code and reason. */
  onClose(payload: Buffer): void;
  /** Nothing is read any more. */
  onFault(fault: Fault): void;
}

export interface Fault {
  readonly code: number;
  readonly why: string;
}

type ReaderLimits = Pick<WireLimits, 'maxMessageBytes' | 'maxFragments'>;

const OPCODE = { continuation: 0, text: 1, binary: 2, close: 8, ping: 9, pong: 10 } as const;
const FIN = 0x80;
const RESERVED = 0x70;
const MASKED = 0x80;
const MASK_BYTES = 4;
const MOST_CONTROL_BYTES = 125;
const NOTHING = Buffer.alloc(0);
/** A frame of which a part has come gets so many times the memory of that part. */
const GROWTH = 4;

const BROKEN: Fault = { code: 1002, why: 'broken-frames' };
const TEXT: Fault = { code: CLOSE.textFrame, why: 'text-frame' };
const TOO_BIG: Fault = { code: CLOSE.tooBig, why: 'message-too-big' };
const TOO_MANY_PIECES: Fault = { code: CLOSE.garbage, why: 'too-many-pieces' };

export class FrameReader {
  readonly #limits: ReaderLimits;
  readonly #listener: FrameListener;
  /** A frame of which a part has come: so many bytes of this. */
  #begun: Buffer = NOTHING;
  #filled = 0;
  /** How long that frame will be, once its header is there. */
  #needed = 0;
  /** The pieces of a message that is not whole yet. */
  #pieces: Buffer[] | null = null;
  #piecesBytes = 0;
  #over = false;

  constructor(limits: ReaderLimits, listener: FrameListener) {
    this.#limits = limits;
    this.#listener = listener;
  }

  /** Reads what came; these bytes are the reader's from now on. */
  read(chunk: Buffer): void {
    const bytes = this.#filled === 0 ? chunk : this.#joined(chunk);
    let at = 0;
    for (let before = -1; before !== at && !this.#over; ) {
      before = at;
      at = this.#frame(bytes, at);
    }
    if (this.#over || at === bytes.length) this.#keep(NOTHING);
    else if (at > 0 || this.#filled === 0) this.#keep(bytes.subarray(at));
  }

  /** Reads nothing any more. */
  end(): void {
    this.#over = true;
    this.#pieces = null;
  }

  #keep(begun: Buffer): void {
    this.#begun = begun;
    this.#filled = begun.length;
  }

  /**
   * What was there and what came now. Its memory grows in big steps up to what the frame needs: a message in small parts
   * is not copied again and again, and one that is only announced takes no memory.
   */
  #joined(chunk: Buffer): Buffer {
    const length = this.#filled + chunk.length;
    if (length > this.#begun.length) {
      const bigger = Buffer.allocUnsafeSlow(Math.max(length, Math.min(GROWTH * this.#filled, this.#needed)));
      this.#begun.copy(bigger, 0, 0, this.#filled);
      this.#begun = bigger;
    }
    chunk.copy(this.#begun, this.#filled);
    this.#filled = length;
    return this.#begun.subarray(0, length);
  }

  /** The frame that begins here; returns where it ends, or the same place when it is not all there. */
  #frame(bytes: Buffer, at: number): number {
    const first = bytes[at];
    const second = bytes[at + 1];
    if (first === undefined || second === undefined) return at;
    const short = second & 0x7f;
    const begin = at + headerBytes(short);
    // As soon as two bytes are there it may be wrong; how long it is can still be missing.
    const length = begin > bytes.length ? short : lengthOf(bytes, at, short);
    const fault = this.#faultOf(first, second, length);
    if (fault !== null) {
      this.end();
      this.#listener.onFault(fault);
      return at;
    }
    const start = begin + MASK_BYTES;
    const end = start + length;
    if (end > bytes.length) {
      this.#needed = end - at;
      return at;
    }
    unmask(bytes, start, end);
    this.#take(first, bytes.subarray(start, end));
    return end;
  }

  #faultOf(first: number, second: number, length: number): Fault | null {
    if ((first & RESERVED) !== 0 || (second & MASKED) === 0) return BROKEN;
    const pieces = this.#pieces;
    switch (first & 0x0f) {
      case OPCODE.close:
      case OPCODE.ping:
      case OPCODE.pong:
        return (first & FIN) === 0 || length > MOST_CONTROL_BYTES ? BROKEN : null;
      case OPCODE.text:
        return TEXT;
      case OPCODE.binary:
        if (pieces !== null) return BROKEN;
        return length > this.#limits.maxMessageBytes ? TOO_BIG : null;
      case OPCODE.continuation:
        if (pieces === null) return BROKEN;
        if (pieces.length >= this.#limits.maxFragments) return TOO_MANY_PIECES;
        return this.#piecesBytes + length > this.#limits.maxMessageBytes ? TOO_BIG : null;
      default:
        return BROKEN;
    }
  }

  #take(first: number, payload: Buffer): void {
    switch (first & 0x0f) {
      case OPCODE.ping:
        this.#listener.onPing(payload);
        return;
      case OPCODE.pong:
        this.#listener.onPong();
        return;
      case OPCODE.close:
        this.end();
        this.#listener.onClose(payload);
        return;
      default:
        this.#piece(payload, (first & FIN) !== 0);
    }
  }

  #piece(payload: Buffer, isLast: boolean): void {
    const before = this.#pieces;
    if (!isLast) {
      this.#pieces = before === null ? [payload] : [...before, payload];
      this.#piecesBytes += payload.length;
      return;
    }
    this.#pieces = null;
    this.#piecesBytes = 0;
    this.#listener.onMessage(before === null ? payload : Buffer.concat([...before, payload]));
  }
}

/** How long the header is, without the mask. `short` is the length, or says how the length is written. */
function headerBytes(short: number): number {
  if (short < 126) return 2;
  return short === 126 ? 4 : 10;
}

function lengthOf(bytes: Buffer, at: number, short: number): number {
  if (short < 126) return short;
  return short === 126 ? bytes.readUInt16BE(at + 2) : bytes.readUInt32BE(at + 2) * 2 ** 32 + bytes.readUInt32BE(at + 6);
}

/** The four bytes before it are the mask. */
function unmask(bytes: Buffer, start: number, end: number): void {
  const mask = start - MASK_BYTES;
  for (let at = start; at < end; at += 1) bytes[at] = (bytes[at] ?? 0) ^ (bytes[mask + ((at - start) & 3)] ?? 0);
}
