/** A budget of messages and bytes. Knows neither whose it is nor what happens when it is spent. */
import { Budget } from '../sync/budget.ts';
import type { RateLimits } from './limits.ts';

export class Meter {
  readonly #messages: Budget;
  readonly #bytes: Budget;

  constructor({ messageBurst, messagesPerSecond, byteBurst, bytesPerSecond }: RateLimits, now: number) {
    this.#messages = new Budget(messageBurst, messagesPerSecond, now);
    this.#bytes = new Budget(byteBurst, bytesPerSecond, now);
  }

  /** Takes one message of so many bytes; returns how many ms its sender shall wait, 0 within the budget. */
  take(bytes: number, now: number): number {
    return Math.max(this.#messages.take(1, now), this.#bytes.take(bytes, now));
  }
}
