/**
 * What is being tried of a board, from when it is asked for until it comes onto the board. The copy it is tried on has what
 * was tried before it: what came of it holds as long as the board takes them in that order, and nothing of the same
 * clients goes past them. Knows no document.
 */
import type { Outcome, ToTry } from './judge.ts';

export class UnderTrial {
  readonly #all = new Set<ToTry>();
  /** In how many of them a client's writing is. */
  readonly #clients = new Map<number, number>();
  /** Begun since the copy was last found not to be the board. */
  #begun = new Set<ToTry>();
  /** Found good and not on the board yet, in the order in which they were tried. */
  #good: Outcome[] = [];

  add(one: ToTry): void {
    this.#all.add(one);
    for (const client of one.clients) this.#clients.set(client, (this.#clients.get(client) ?? 0) + 1);
  }

  begun(one: ToTry): void {
    this.#begun.add(one);
  }

  ended(outcome: Outcome): void {
    const { of, verdict } = outcome;
    if (verdict !== 'fine' && verdict !== 'unread') this.#remove(of);
    else if (this.#begun.has(of)) this.#good.push(outcome);
    this.#begun.delete(of);
  }

  /** Something of one of its clients is being tried. */
  has({ clients }: Pick<ToTry, 'clients'>): boolean {
    if (this.#clients.size === 0) return false;
    for (const client of clients) if (this.#clients.has(client)) return true;
    return false;
  }

  /** Something that was tried before it is not on the board yet. */
  isEarly(outcome: Outcome): boolean {
    return this.#good.indexOf(outcome) > 0;
  }

  /** It comes onto the board, or not: whether what came of it holds, and the copy has it. */
  take(outcome: Outcome): boolean {
    this.#remove(outcome.of);
    const at = this.#good.indexOf(outcome);
    if (at >= 0) this.#good.splice(at, 1);
    return at >= 0;
  }

  /** The copy is not the board: what was tried on it, or is being tried, says nothing. */
  distrust(): void {
    this.#good = [];
    this.#begun = new Set();
  }

  #remove(one: ToTry): void {
    if (!this.#all.delete(one)) return;
    for (const client of one.clients) {
      const left = (this.#clients.get(client) ?? 0) - 1;
      if (left > 0) this.#clients.set(client, left);
      else this.#clients.delete(client);
    }
  }
}
