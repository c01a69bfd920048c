/**
 * Goes through an update (Yjs, v1) without making any of it: numbers, and structs one after the other with what they would
 * become in memory. Throws a RangeError where the bytes end too early, are no update, or hold too many parts. Knows no
 * board.
 */
import * as decoding from 'lib0/decoding';

/** Values inside values, above which counting gives up: far more than the check allows (update-check.ts). */
const DEEPEST = 64;
/** Text that is JSON holds a member every so many bytes at most. */
const BYTES_OF_A_MEMBER = 3;

/** A stretch that is left out. */
const SKIP = 10;

export class StructReader {
  /** Structs and members of plain values so far, and what the caller counts with them. */
  parts = 0;
  readonly #bytes: decoding.Decoder;
  readonly #most: number;
  /** Of the last struct: how long it is, unless it is text, which is from here to there. */
  #length = 1;
  #textFrom = 0;
  #textTo = 0;

  constructor(update: Uint8Array, most: number) {
    this.#bytes = decoding.createDecoder(update);
    this.#most = most;
  }

  get at(): number {
    return this.#bytes.pos;
  }

  /** How many clocks the last struct takes. */
  get clocks(): number {
    return this.#textTo === 0 ? this.#length : textLength(this.#bytes.arr, this.#textFrom, this.#textTo);
  }

  number(): number {
    return decoding.readVarUint(this.#bytes);
  }

  add(parts: number): void {
    this.parts += parts;
    if (this.parts > this.#most) throw new RangeError('too many parts');
  }

  /** Passes over a struct; false for a stretch that is left out. */
  struct(): boolean {
    this.add(1);
    this.#length = 1;
    this.#textTo = 0;
    const info = this.#byte();
    const ref = info & 0b11111;
    if (ref === 0 || ref === SKIP) {
      this.#length = this.number();
      return ref === 0;
    }
    const hasLeft = (info & 0b10000000) !== 0;
    const hasRight = (info & 0b01000000) !== 0;
    if (hasLeft) this.#id();
    if (hasRight) this.#id();
    if (!hasLeft && !hasRight) {
      if (this.number() === 1) this.#text();
      else this.#id();
      if ((info & 0b00100000) !== 0) this.#text();
    }
    this.#content(ref);
    return true;
  }

  #content(ref: number): void {
    switch (ref) {
      case 1:
        this.#length = this.number();
        return;
      case 2:
        this.#length = this.number();
        for (let texts = this.#length; texts > 0; texts -= 1) this.#json();
        return;
      case 3:
        this.#text();
        return;
      case 4: {
        const length = this.number();
        this.#textFrom = this.#bytes.pos;
        this.#skip(length);
        this.#textTo = this.#bytes.pos;
        return;
      }
      case 5:
        this.#json();
        return;
      case 6:
        this.#text();
        this.#json();
        return;
      case 7:
        // Elements and hooks of XML have a name.
        if ([3, 5].includes(this.number())) this.#text();
        return;
      case 8:
        this.#length = this.number();
        for (let values = this.#length; values > 0; values -= 1) this.#value(0);
        return;
      case 9:
        this.#text();
        this.#value(0);
        return;
      default:
        throw new RangeError('no such content');
    }
  }

  /** A plain value, by the first byte of it (lib0, `readAny`). */
  #value(depth: number): void {
    this.add(1);
    if (depth > DEEPEST) this.add(this.#most);
    switch (this.#byte()) {
      case 125:
        decoding.readVarInt(this.#bytes);
        return;
      case 124:
        this.#skip(4);
        return;
      case 123:
      case 122:
        this.#skip(8);
        return;
      case 119:
      case 116:
        this.#text();
        return;
      case 118:
        for (let members = this.number(); members > 0; members -= 1) {
          this.#text();
          this.#value(depth + 1);
        }
        return;
      case 117:
        for (let members = this.number(); members > 0; members -= 1) this.#value(depth + 1);
        return;
      default:
        // Undefined, null, false and true are their first byte alone.
        return;
    }
  }

  #json(): void {
    const length = this.number();
    this.add(1 + Math.floor(length / BYTES_OF_A_MEMBER));
    this.#skip(length);
  }

  #id(): void {
    this.number();
    this.number();
  }

  /** Also bytes: both are a length and so many bytes. */
  #text(): void {
    this.#skip(this.number());
  }

  #byte(): number {
    this.#skip(1);
    return this.#bytes.arr[this.#bytes.pos - 1] ?? 0;
  }

  #skip(length: number): void {
    this.#bytes.pos += length;
    if (this.#bytes.pos > this.#bytes.arr.length) throw new RangeError('the update ends too early');
  }
}

/** Of UTF-8, as strings count: each character once, those of four bytes twice. */
function textLength(bytes: Uint8Array, from: number, to: number): number {
  let length = 0;
  for (let at = from; at < to; at += 1) {
    const byte = bytes[at] ?? 0;
    if ((byte & 0b11000000) !== 0b10000000) length += byte >= 0b11110000 ? 2 : 1;
  }
  return length;
}
