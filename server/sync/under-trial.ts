/**
 * What is being tried of a board, from when it is asked for until it comes onto the board. The copy it is tried on has what
 * was tried before it: what came of it holds as long as the board takes them in that order, and nothing of the same
 * clients, and nothing large, goes past them. Knows no document.
 */
import type { Outcome, ToTry } from './judge.ts';
import { partsOf } from './update-parts.ts';

/** Who wrote an update; null where it does not matter. */
export type Writer = string | null;

/**
 * Each part of an update may have to pass each part that came onto the board since its trial began: so many steps more
 * than it was tried with, a third of a second if it comes to the worst. For each person: who types does not wait because
 * others write much.
 */
const MOST_PASSED = 1_500_000;
const MOST_PARTS = 300_000;

interface Past {
  /** Parts that may go past it, of each person. */
  readonly most: number;
  readonly passed: Map<Writer, number>;
}

/** Nothing counts before it was begun. */
const pastNothing = (): Past => ({ most: Number.POSITIVE_INFINITY, passed: new Map() });

export class UnderTrial {
  readonly #all = new Map<ToTry, Past>();
  /** In how many of them a client's writing is. */
  readonly #clients = new Map<number, number>();
  /** Begun since the copy was last found not to be the board. */
  #begun = new Set<ToTry>();
  /** Found good and not on the board yet, in the order in which they were tried. */
  #good: Outcome[] = [];

  add(one: ToTry): void {
    this.#all.set(one, pastNothing());
    for (const client of one.clients) this.#clients.set(client, (this.#clients.get(client) ?? 0) + 1);
  }

  begun(one: ToTry): void {
    this.#begun.add(one);
    this.#all.set(one, { most: MOST_PASSED / Math.max(1, partsOf(one.update, MOST_PARTS)), passed: new Map() });
  }

  ended(outcome: Outcome): void {
    const { of, verdict } = outcome;
    if (verdict !== 'fine' && verdict !== 'unread') this.#remove(of);
    else if (this.#begun.has(of)) this.#good.push(outcome);
    this.#begun.delete(of);
  }

  /** Something of theirs came onto the board untried. */
  passed(update: Uint8Array, writer: Writer): void {
    if (this.#all.size === 0) return;
    const parts = partsOf(update, MOST_PARTS);
    for (const { passed } of this.#all.values()) passed.set(writer, (passed.get(writer) ?? 0) + parts);
  }

  /** Whether this must not go past them: it has something of the same clients, or is more than may of one person. */
  isBefore({ clients, update }: ToTry, writer: Writer): boolean {
    if (this.#all.size === 0) return false;
    for (const client of clients) if (this.#clients.has(client)) return true;
    const parts = partsOf(update, MOST_PARTS);
    for (const { most, passed } of this.#all.values()) if ((passed.get(writer) ?? 0) + parts > most) return true;
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
