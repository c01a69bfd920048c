/**
 * The time as the server has it: how far this device's clock is from it, measured with a few short questions. Refined when
 * the window comes back, the network comes back, or this device's clock was moved. Knows no phase.
 */
import { type Store, writable } from '../board/store.ts';
import { askTime } from './api.ts';

/** One question: when it was asked and answered by this device's clock, and the server's time in the answer. */
export interface Sample {
  readonly askedAt: number;
  readonly answeredAt: number;
  readonly server: number;
}
/** What to add to this device's clock, and at most how wrong that is, both in milliseconds. */
export interface Offset {
  readonly ms: number;
  readonly within: number;
}

/** The sample that took least is the surest: the server read its clock somewhere within it, most likely in the middle. */
export function offsetOf(samples: readonly Sample[]): Offset | null {
  const [best] = [...samples].sort((a, b) => tripOf(a) - tripOf(b));
  if (!best) return null;
  return { ms: Math.round(best.server - (best.askedAt + best.answeredAt) / 2), within: Math.ceil(tripOf(best) / 2) };
}
const tripOf = ({ askedAt, answeredAt }: Sample): number => answeredAt - askedAt;

/** The first question opens the connection and says little. */
const QUESTIONS = 5;
/** A clock this sure needs no more questions. */
const SURE_MS = 20;
/** More than this between two clocks of one device means that one of them was moved. */
const MOVED_MS = 150;

export interface ServerClockParts {
  /** The server's time; null when nobody answered. */
  readonly ask: () => Promise<number | null>;
  /** This device's clock, which people and the network move. */
  readonly wall: () => number;
  /** Milliseconds that nobody moves. They may stand still while the device sleeps. */
  readonly steady: () => number;
}

export class ServerClock {
  readonly #parts: ServerClockParts;
  readonly #offset = writable<Offset | null>(null);
  #gap: number;
  #asking: Promise<void> | null = null;

  constructor(parts: ServerClockParts) {
    this.#parts = parts;
    this.#gap = parts.wall() - parts.steady();
  }

  /** Null until the server was heard; then this device's own clock is taken for right. */
  get offset(): Store<Offset | null> {
    return this.#offset;
  }

  /** Milliseconds since 1970. */
  readonly now = (): number => this.#parts.wall() + (this.#offset.get()?.ms ?? 0);

  /** Whether this device's clock jumped since it was last measured. */
  get wasMoved(): boolean {
    return Math.abs(this.#parts.wall() - this.#parts.steady() - this.#gap) > MOVED_MS;
  }

  /** Measures again. Without an answer what was known stays. Never rejects. */
  refine(): Promise<void> {
    this.#asking ??= this.#measure().finally(() => {
      this.#asking = null;
    });
    return this.#asking;
  }

  async #measure(): Promise<void> {
    const { ask, wall, steady } = this.#parts;
    const gap = wall() - steady();
    const samples: Sample[] = [];
    for (let i = 0; i < QUESTIONS; i += 1) {
      const askedAt = wall();
      const server = await ask();
      if (server === null) break;
      samples.push({ askedAt, answeredAt: wall(), server });
      if (i > 0 && (offsetOf(samples)?.within ?? SURE_MS) < SURE_MS) break;
    }
    const found = offsetOf(samples);
    if (!found) return;
    this.#gap = gap;
    this.#offset.set(found);
  }
}

/** The clock of this window. */
export const serverClock = new ServerClock({
  ask: async () => {
    const answer = await askTime();
    return answer.ok ? answer.value.now : null;
  },
  wall: Date.now,
  steady: () => performance.now(),
});
