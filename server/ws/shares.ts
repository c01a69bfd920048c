/**
 * What several connections may use together, by key: those of one person, one cohort, one address. A share lives as long
 * as one of its connections. Knows no socket, no timer, and not what a key means.
 */
import type { ShareLimits } from './limits.ts';
import { Meter } from './meter.ts';

export class Share {
  connections = 0;
  readonly #key: string;
  readonly #shares: Shares;
  /** From the second connection on: one alone is held by its own budget, which is far smaller. */
  #together: { readonly everybody: Meter; readonly modest: Meter } | null = null;

  constructor(key: string, shares: Shares) {
    this.#key = key;
    this.#shares = shares;
  }

  enter(limits: ShareLimits, now: number): void {
    this.connections += 1;
    if (this.connections > 1) this.#together ??= { everybody: new Meter(limits, now), modest: new Meter(limits, now) };
  }

  /** As `Meter.take`. Modest senders wait only when they alone are too many: a flood of others is not their fault. */
  take(bytes: number, now: number, isModest: boolean): number {
    if (this.#together === null) return 0;
    const wait = this.#together.everybody.take(bytes, now);
    return isModest ? this.#together.modest.take(bytes, now) : wait;
  }

  leave(): void {
    this.connections -= 1;
    if (this.connections === 0) this.#shares.forget(this.#key);
  }
}

export class Shares {
  readonly #limits: ShareLimits;
  readonly #open = new Map<string, Share>();

  constructor(limits: ShareLimits) {
    this.#limits = limits;
  }

  /** How many keys have a connection now. */
  get size(): number {
    return this.#open.size;
  }

  /** One connection more; null when the key has as many as it may. `leave` must follow, unless it was null. */
  enter(key: string, now: number): Share | null {
    const share = this.#open.get(key) ?? new Share(key, this);
    if (share.connections >= this.#limits.connections) return null;
    share.enter(this.#limits, now);
    this.#open.set(key, share);
    return share;
  }

  /** Nobody has this key any more. */
  forget(key: string): void {
    this.#open.delete(key);
  }
}
