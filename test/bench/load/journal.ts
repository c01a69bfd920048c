/** Everything one client received, with the moment, in one growing run of bytes: cheap to write, read when it is over. Knows no message. */

const HEAD = 12;

export class Journal {
  #bytes = Buffer.allocUnsafe(512);
  #used = 0;

  get bytes(): number {
    return this.#used;
  }

  /** Copies `source[start, end)`; `at` in milliseconds. */
  add(at: number, source: Buffer, start: number, end: number): void {
    const length = end - start;
    const next = this.#used + HEAD + length;
    if (next > this.#bytes.length) this.#grow(next);
    this.#bytes.writeDoubleLE(at, this.#used);
    this.#bytes.writeUInt32LE(length, this.#used + 8);
    source.copy(this.#bytes, this.#used + HEAD, start, end);
    this.#used = next;
  }

  /** In order of arrival. */
  read(visit: (at: number, message: Buffer) => void): void {
    let place = 0;
    while (place < this.#used) {
      const at = this.#bytes.readDoubleLE(place);
      const end = place + HEAD + this.#bytes.readUInt32LE(place + 8);
      visit(at, this.#bytes.subarray(place + HEAD, end));
      place = end;
    }
  }

  #grow(least: number): void {
    const larger = Buffer.allocUnsafe(Math.max(least, this.#bytes.length * 2));
    this.#bytes.copy(larger, 0, 0, this.#used);
    this.#bytes = larger;
  }
}
