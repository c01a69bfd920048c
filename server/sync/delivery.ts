/**
 * A window on its way to everybody in a room: in one go, or where it is large to some connections at a time, so that other
 * boards are served in between. Knows neither what it holds nor when it goes on.
 */
import { type Outgoing, sendWindow } from './broadcast.ts';

/** How many connections get these frames in one go: at least one. */
export function connectionsAtOnce(frames: readonly Uint8Array[], mostBytes: number): number {
  let bytes = 0;
  for (const { length } of frames) bytes += length;
  return Math.max(1, Math.floor(mostBytes / bytes));
}

export class Delivery {
  readonly #outgoing: Outgoing;
  readonly #atOnce: number;
  #served = 0;

  constructor(outgoing: Outgoing, atOnce: number) {
    this.#outgoing = outgoing;
    this.#atOnce = atOnce;
  }

  /** Sends it to the next connections; true once everybody was served. Whoever left meanwhile is passed over. */
  goOn(): boolean {
    const { sessions } = this.#outgoing;
    const from = this.#served;
    this.#served += this.#atOnce;
    sendWindow(this.#outgoing, this.#atOnce < sessions.length ? sessions.slice(from, this.#served) : sessions);
    return this.#served >= sessions.length;
  }
}
