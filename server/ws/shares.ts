/**
 * What several connections may use together, by key: those of one person, one cohort, one address. A share lives as long
 * as one of its connections. Knows no socket, no timer, and not what a key means.
 */
import type { ShareLimits } from './limits.ts';
import { Meter } from './meter.ts';

export class Share {
  connections = 0;
  readonly #everybody: Meter;
  readonly #modest: Meter;

  constructor(limits: ShareLimits, now: number) {
    this.#everybody = new Meter(limits, now);
    this.#modest = new Meter(limits, now);
  }

  /** As `Meter.take`. Modest senders wait only when they alone are too many: a flood of others is not their fault. */
  take(bytes: number, now: number, isModest: boolean): number {
    const wait = this.#everybody.take(bytes, now);
    return isModest ? this.#modest.take(bytes, now) : wait;
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
    const share = this.#open.get(key) ?? new Share(this.#limits, now);
    if (share.connections >= this.#limits.connections) return null;
    share.connections += 1;
    this.#open.set(key, share);
    return share;
  }

  leave(key: string): void {
    const share = this.#open.get(key);
    if (share === undefined) return;
    share.connections -= 1;
    if (share.connections === 0) this.#open.delete(key);
  }
}
