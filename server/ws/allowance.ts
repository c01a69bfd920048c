/**
 * What a connection may send: its own budget, and those it shares with the other connections of its person, its cohort
 * and its address. Knows no socket and no message.
 */
import { Budget } from '../sync/budget.ts';
import type { WireLimits } from './limits.ts';
import { Meter } from './meter.ts';
import { type Share, Shares } from './shares.ts';

/** What a message costs beside its size, when modesty is judged. */
const BYTES_AS_ONE_MESSAGE = 1024;

/** The budgets of all connections of a server. */
export class Allowances {
  readonly #limits: WireLimits;
  readonly #people: Shares;
  readonly #cohorts: Shares;
  readonly #addresses: Shares;

  constructor(limits: WireLimits) {
    this.#limits = limits;
    this.#people = new Shares(limits.person);
    this.#cohorts = new Shares(limits.cohort);
    this.#addresses = new Shares(limits.address);
  }

  /** Keys with an open connection: none once everybody is gone. */
  get size(): number {
    return this.#people.size + this.#cohorts.size + this.#addresses.size;
  }

  /** For a connection from an address, null when it is not counted by address. `close` must follow. */
  open(address: string | null, now: number): Allowance {
    const allowance = new Allowance(this.#limits, now);
    if (address !== null) allowance.share(this.#addresses, address, now);
    return allowance;
  }

  /** It is this person's, of this cohort. */
  admit(allowance: Allowance, { person, cohort }: { readonly person: string; readonly cohort: string }, now: number) {
    allowance.share(this.#cohorts, cohort, now);
    allowance.share(this.#people, person, now);
  }
}

export class Allowance {
  readonly #own: Meter;
  readonly #modesty: Budget;
  readonly #shares: Share[] = [];
  #oneTooMany = false;

  constructor(limits: WireLimits, now: number) {
    this.#own = new Meter(limits, now);
    this.#modesty = new Budget(limits.modestBurst, limits.modestPerSecond, now);
  }

  /** Somebody it shares with has as many connections as allowed. */
  get oneTooMany(): boolean {
    return this.#oneTooMany;
  }

  share(shares: Shares, key: string, now: number): void {
    const share = shares.enter(key, now);
    if (share === null) {
      this.#oneTooMany = true;
      return;
    }
    this.#shares.push(share);
  }

  /** Takes one message of so many bytes; returns how many ms its sender shall wait, 0 within all budgets. */
  take(bytes: number, now: number): number {
    const isModest = this.#modesty.take(0, now) === 0;
    if (isModest) this.#modesty.take(1 + bytes / BYTES_AS_ONE_MESSAGE, now);
    let wait = this.#own.take(bytes, now);
    for (const share of this.#shares) wait = Math.max(wait, share.take(bytes, now, isModest));
    return wait;
  }

  /** The connection is gone. May be called twice. */
  close(): void {
    for (const share of this.#shares.splice(0)) share.leave();
  }
}
