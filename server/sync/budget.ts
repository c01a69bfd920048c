/** A token bucket: so much at once, so much a second. Knows neither what it counts nor what happens when it is empty. */

/** What is in a bucket after a while. A clock that was set back refills nothing. */
export const refilled = (left: number, burst: number, perSecond: number, elapsedMs: number): number =>
  Math.min(burst, left + (Math.max(0, elapsedMs) * perSecond) / 1000);

/** How many ms it takes until a debt is paid; 0 when there is none. */
export const waitMs = (left: number, perSecond: number): number =>
  left >= 0 ? 0 : Math.ceil((-left * 1000) / perSecond);

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
    this.#left = refilled(this.#left, this.#burst, this.#perSecond, now - this.#at) - amount;
    this.#at = now;
    return waitMs(this.#left, this.#perSecond);
  }

  /** Whether nothing is missing from it any more. */
  isFull(now: number): boolean {
    return refilled(this.#left, this.#burst, this.#perSecond, now - this.#at) >= this.#burst;
  }
}
