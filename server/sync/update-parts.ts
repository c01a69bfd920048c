/**
 * Counts what an update (Yjs, v1) would become in memory, without making any of it: structs, deleted stretches and the
 * members of plain values. Sixteen megabytes can hold eight million of them, which take seconds and half a gigabyte to
 * build. Broken bytes are no matter here: whoever builds the parts finds the same fault at the same place.
 */
import * as decoding from 'lib0/decoding';

/** Values inside values, above which counting gives up: far more than the check allows (update-check.ts). */
const DEEPEST = 64;
/** Text that is JSON holds a member every so many bytes at most. */
const BYTES_OF_A_MEMBER = 3;

/** How many parts; one more than `most` once there are more. */
export function partsOf(update: Uint8Array, most: number): number {
  const count = new Count(update, most);
  try {
    count.update();
  } catch {
    // The bytes end too early or are no update, or there are too many parts: what was counted until then is there.
  }
  return Math.min(count.parts, most + 1);
}

class Count {
  parts = 0;
  readonly #bytes: decoding.Decoder;
  readonly #most: number;

  constructor(update: Uint8Array, most: number) {
    this.#bytes = decoding.createDecoder(update);
    this.#most = most;
  }

  update(): void {
    for (let clients = this.#number(); clients > 0; clients -= 1) {
      let structs = this.#number();
      this.#number();
      this.#number();
      for (; structs > 0; structs -= 1) this.#struct();
    }
    for (let clients = this.#number(); clients > 0; clients -= 1) {
      this.#number();
      for (let ranges = this.#number(); ranges > 0; ranges -= 1) {
        this.#add(1);
        this.#number();
        this.#number();
      }
    }
  }

  #struct(): void {
    this.#add(1);
    const info = this.#byte();
    const ref = info & 0b11111;
    if (ref === 0 || ref === 10) {
      this.#number();
      return;
    }
    const hasLeft = (info & 0b10000000) !== 0;
    const hasRight = (info & 0b01000000) !== 0;
    if (hasLeft) this.#id();
    if (hasRight) this.#id();
    if (!hasLeft && !hasRight) {
      if (this.#number() === 1) this.#text();
      else this.#id();
      if ((info & 0b00100000) !== 0) this.#text();
    }
    this.#content(ref);
  }

  #content(ref: number): void {
    switch (ref) {
      case 1:
        this.#number();
        return;
      case 2:
        for (let texts = this.#number(); texts > 0; texts -= 1) this.#json();
        return;
      case 3:
      case 4:
        this.#text();
        return;
      case 5:
        this.#json();
        return;
      case 6:
        this.#text();
        this.#json();
        return;
      case 7:
        // Elements and hooks of XML have a name.
        if ([3, 5].includes(this.#number())) this.#text();
        return;
      case 8:
        for (let values = this.#number(); values > 0; values -= 1) this.#value(0);
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
    this.#add(1);
    if (depth > DEEPEST) this.#add(this.#most);
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
        for (let members = this.#number(); members > 0; members -= 1) {
          this.#text();
          this.#value(depth + 1);
        }
        return;
      case 117:
        for (let members = this.#number(); members > 0; members -= 1) this.#value(depth + 1);
        return;
      default:
        // Undefined, null, false and true are their first byte alone.
        return;
    }
  }

  #json(): void {
    const length = this.#number();
    this.#add(1 + Math.floor(length / BYTES_OF_A_MEMBER));
    this.#skip(length);
  }

  #id(): void {
    this.#number();
    this.#number();
  }

  /** Also bytes: both are a length and so many bytes. */
  #text(): void {
    this.#skip(this.#number());
  }

  #number(): number {
    return decoding.readVarUint(this.#bytes);
  }

  #byte(): number {
    this.#skip(1);
    return this.#bytes.arr[this.#bytes.pos - 1] ?? 0;
  }

  #skip(length: number): void {
    this.#bytes.pos += length;
    if (this.#bytes.pos > this.#bytes.arr.length) throw new RangeError('the update ends too early');
  }

  #add(parts: number): void {
    this.parts += parts;
    if (this.parts > this.#most) throw new RangeError('too many parts');
  }
}
