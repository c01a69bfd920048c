/**
 * Rows that are asked for again and again, kept as they were read. Whoever changes one says so; after a transaction that
 * did not happen, all are forgotten. Knows no table.
 */

/** Rows of so many keys: then all are forgotten and read afresh. */
const MOST = 2_000;

export class Kept<Key, Value> {
  readonly #rows = new Map<Key, Value | null>();

  /** The row, or null where there is none; `read` is called when it is not known. */
  get(key: Key, read: () => Value | null): Value | null {
    const known = this.#rows.get(key);
    if (known !== undefined) return known;
    const row = read();
    if (this.#rows.size >= MOST) this.#rows.clear();
    this.#rows.set(key, row);
    return row;
  }

  forget(key: Key): void {
    this.#rows.delete(key);
  }

  clear(): void {
    this.#rows.clear();
  }
}
