/** What waits, by whose it is: one of each before the second of any. Knows not what waits. */
export class Turns<T> {
  /** In the order in which it is their turn; none is empty. */
  readonly #of = new Map<string, T[]>();

  add(whose: string, one: T): void {
    const theirs = this.#of.get(whose);
    if (theirs === undefined) this.#of.set(whose, [one]);
    else theirs.push(one);
  }

  /** Undefined when nothing waits. */
  next(): T | undefined {
    for (const [whose, theirs] of this.#of) {
      const [one, ...others] = theirs;
      this.#of.delete(whose);
      if (others.length > 0) this.#of.set(whose, others);
      return one;
    }
    return undefined;
  }
}
