/** A token bucket: so much at once, so much a second. Knows neither what it counts nor what happens when it is empty. */

export class Budget {
  readonly #burst: number;
  readonly #perSecond: number;
  #left: number;
  #at: number;

  constructor(burst: number, perSecond: number, now: number) {
    this.#burst = burst;
    this.#perSecond = perSecond;
    this.#left = burst;
    this.#at = now;
  }

  /** Takes an amount, into debt if need be; returns how many ms it takes until the debt is paid, 0 when there is none. */
  take(amount: number, now: number): number {
    const elapsedMs = Math.max(0, now - this.#at);
    this.#at = now;
    this.#left = Math.min(this.#burst, this.#left + (elapsedMs * this.#perSecond) / 1000) - amount;
    return this.#left >= 0 ? 0 : Math.ceil((-this.#left * 1000) / this.#perSecond);
  }

  /** Whether nothing is missing from it any more. */
  isFull(now: number): boolean {
    return this.#left + (Math.max(0, now - this.#at) * this.#perSecond) / 1000 >= this.#burst;
  }
}
