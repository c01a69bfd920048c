/** Puts many short byte strings into few buffers. Knows nothing of what they are. */

const FIRST_BYTES = 1024;
const BIGGEST_BYTES = 256 * 1024;

/** Hundreds of thousands of updates take little more than their bytes, and so do two or three. */
export class Slab {
  #bytes = new Uint8Array();
  #used = 0;
  #nextBytes = FIRST_BYTES;

  keep(bytes: Uint8Array): Uint8Array {
    if (bytes.length > this.#nextBytes / 8) return bytes;
    if (this.#used + bytes.length > this.#bytes.length) {
      this.#bytes = new Uint8Array(this.#nextBytes);
      this.#used = 0;
      this.#nextBytes = Math.min(2 * this.#nextBytes, BIGGEST_BYTES);
    }
    const kept = this.#bytes.subarray(this.#used, this.#used + bytes.length);
    kept.set(bytes);
    this.#used += bytes.length;
    return kept;
  }
}
