/** What waits, by whose it is: whoever has taken least is next, and among those each in turn. Knows not what waits. */
export class Turns<T> {
  /** In the order in which it is their turn; none is empty. */
  readonly #of = new Map<string, T[]>();
  /** In ms, since something was waiting all the time. */
  readonly #taken = new Map<string, number>();

  add(whose: string, one: T): void {
    const theirs = this.#of.get(whose);
    if (theirs === undefined) this.#of.set(whose, [one]);
    else theirs.push(one);
  }

  took(whose: string, ms: number): void {
    this.#taken.set(whose, this.#takenBy(whose) + ms);
  }

  /** Undefined when nothing waits. */
  next(): T | undefined {
    let next: string | null = null;
    for (const whose of this.#of.keys()) if (next === null || this.#takenBy(whose) < this.#takenBy(next)) next = whose;
    if (next === null) {
      this.#taken.clear();
      return undefined;
    }
    const [one, ...others] = this.#of.get(next) ?? [];
    this.#of.delete(next);
    if (others.length > 0) this.#of.set(next, others);
    return one;
  }

  #takenBy(whose: string): number {
    return this.#taken.get(whose) ?? 0;
  }
}
