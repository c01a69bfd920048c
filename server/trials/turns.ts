/**
 * What waits, by whose it is: the cohort that has taken least is next, in it whoever has taken least, and among those each
 * in turn. Knows not what waits.
 */

/** A person and their cohort. */
export interface Whose {
  readonly cohort: string;
  readonly person: string;
}

interface Theirs<T> {
  readonly whose: Whose;
  readonly waiting: T[];
}

export class Turns<T> {
  /** In the order in which it is their turn; none is empty. */
  readonly #of = new Map<string, Theirs<T>>();
  /** In ms, since something was waiting all the time. */
  readonly #takenByPerson = new Map<string, number>();
  readonly #takenByCohort = new Map<string, number>();

  add(whose: Whose, one: T): void {
    const theirs = this.#of.get(whose.person);
    if (theirs === undefined) this.#of.set(whose.person, { whose, waiting: [one] });
    else theirs.waiting.push(one);
  }

  took({ person, cohort }: Whose, ms: number): void {
    this.#takenByPerson.set(person, (this.#takenByPerson.get(person) ?? 0) + ms);
    this.#takenByCohort.set(cohort, (this.#takenByCohort.get(cohort) ?? 0) + ms);
  }

  /** Undefined when nothing waits. */
  next(): T | undefined {
    let next: Theirs<T> | null = null;
    for (const theirs of this.#of.values())
      if (next === null || this.#isBefore(theirs.whose, next.whose)) next = theirs;
    if (next === null) {
      this.#takenByPerson.clear();
      this.#takenByCohort.clear();
      return undefined;
    }
    const { whose, waiting } = next;
    const [one, ...others] = waiting;
    this.#of.delete(whose.person);
    if (others.length > 0) this.#of.set(whose.person, { whose, waiting: others });
    return one;
  }

  #isBefore(one: Whose, other: Whose): boolean {
    const byCohort = (this.#takenByCohort.get(one.cohort) ?? 0) - (this.#takenByCohort.get(other.cohort) ?? 0);
    if (byCohort !== 0) return byCohort < 0;
    return (this.#takenByPerson.get(one.person) ?? 0) < (this.#takenByPerson.get(other.person) ?? 0);
  }
}
