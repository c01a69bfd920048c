/** Time that passes when the test says so. */
import type { Clock } from '../../server/sync/ports.ts';

export class FakeClock implements Clock {
  #now = 1_000_000;
  #timers: Array<{ readonly at: number; readonly call: () => void }> = [];
  #soon: Array<() => void> = [];

  now(): number {
    return this.#now;
  }

  after(ms: number, call: () => void): () => void {
    const timer = { at: this.#now + ms, call };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer);
    };
  }

  soon(call: () => void): void {
    this.#soon.push(call);
  }

  /** Work that takes its time: nothing else runs meanwhile. */
  work(ms: number): void {
    this.#now += ms;
  }

  /** Tests end what they began. */
  within<T>(_ms: number, work: () => T): { readonly value: T } | null {
    return { value: work() };
  }

  used(): number {
    return this.#now;
  }

  get pendingTimers(): number {
    return this.#timers.length;
  }

  /** Runs what is due now and lets every promise that can settle do so. */
  async turn(): Promise<void> {
    const due = this.#soon;
    this.#soon = [];
    for (const call of due) call();
    await new Promise((resolve) => setImmediate(resolve));
  }

  /** Lets time pass, timer by timer. */
  async advance(ms: number): Promise<void> {
    const end = this.#now + ms;
    await this.turn();
    for (;;) {
      const next = this.#timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
      if (next === undefined) break;
      this.#now = Math.max(this.#now, next.at);
      this.#timers = this.#timers.filter((other) => other !== next);
      next.call();
      await this.turn();
    }
    this.#now = end;
    await this.turn();
  }
}
