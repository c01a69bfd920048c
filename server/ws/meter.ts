/** A budget of messages and bytes. Knows neither whose it is nor what happens when it is spent. */
import { refilled, waitMs } from '../sync/budget.ts';
import type { RateLimits } from './limits.ts';

/** Two budgets in one object: every connection has one. */
export class Meter {
  readonly #limits: RateLimits;
  #messages: number;
  #bytes: number;
  #at: number;

  constructor(limits: RateLimits, now: number) {
    this.#limits = limits;
    this.#messages = limits.messageBurst;
    this.#bytes = limits.byteBurst;
    this.#at = now;
  }

  /** Takes one message of so many bytes; returns how many ms its sender shall wait, 0 within the budget. */
  take(bytes: number, now: number): number {
    const { messageBurst, messagesPerSecond, byteBurst, bytesPerSecond } = this.#limits;
    const elapsedMs = now - this.#at;
    this.#at = now;
    this.#messages = refilled(this.#messages, messageBurst, messagesPerSecond, elapsedMs) - 1;
    this.#bytes = refilled(this.#bytes, byteBurst, bytesPerSecond, elapsedMs) - bytes;
    return Math.max(waitMs(this.#messages, messagesPerSecond), waitMs(this.#bytes, bytesPerSecond));
  }
}
