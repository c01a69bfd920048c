/**
 * Everything one client received, with the moment: short messages in one growing run of bytes, long ones as they came.
 * Cheap to write, read when it is over. Knows no message.
 */

const HEAD = 12;

interface Kept {
  /** Null for a run of short messages, each behind its head. */
  readonly at: number | null;
  readonly bytes: Buffer;
}

export class Journal {
  readonly #before: Kept[] = [];
  #run = Buffer.allocUnsafe(512);
  #used = 0;
  #total = 0;

  /** Of the messages. */
  get bytes(): number {
    return this.#total;
  }

  /** Copies `source[start, end)`; `at` in milliseconds. */
  add(at: number, source: Buffer, start: number, end: number): void {
    const length = end - start;
    const next = this.#used + HEAD + length;
    if (next > this.#run.length) this.#grow(next);
    this.#run.writeDoubleLE(at, this.#used);
    this.#run.writeUInt32LE(length, this.#used + 8);
    source.copy(this.#run, this.#used + HEAD, start, end);
    this.#used = next;
    this.#total += length;
  }

  /** Keeps the bytes themselves: nobody else may write there. */
  adopt(at: number, bytes: Buffer): void {
    this.#before.push({ at: null, bytes: this.#run.subarray(0, this.#used) }, { at, bytes });
    this.#run = Buffer.allocUnsafe(512);
    this.#used = 0;
    this.#total += bytes.length;
  }

  /** In order of arrival. */
  read(visit: (at: number, message: Buffer) => void): void {
    for (const { at, bytes } of [...this.#before, { at: null, bytes: this.#run.subarray(0, this.#used) }]) {
      if (at === null) readRun(bytes, visit);
      else visit(at, bytes);
    }
  }

  #grow(least: number): void {
    const larger = Buffer.allocUnsafe(Math.max(least, this.#run.length * 2));
    this.#run.copy(larger, 0, 0, this.#used);
    this.#run = larger;
  }
}

function readRun(run: Buffer, visit: (at: number, message: Buffer) => void): void {
  let place = 0;
  while (place < run.length) {
    const end = place + HEAD + run.readUInt32LE(place + 8);
    visit(run.readDoubleLE(place), run.subarray(place + HEAD, end));
    place = end;
  }
}
