/**
 * What reached whom, and when: read from the journals when a run is over. A delivery is one edit or one pointer move that
 * came to somebody else for the first time, however a server packed it; echoes and repetitions do not count.
 */
import type { Member } from './member.ts';
import { type Content, contentOf } from './messages.ts';

export interface Stretch {
  readonly from: number;
  readonly to: number;
}

export interface Reckoning {
  /** Arrived within the stretch of time. */
  readonly edits: number;
  readonly moves: number;
  /** Milliseconds from sending to arrival of those, sorted. */
  readonly latencies: Float64Array;
}

/** Counts in each of `stretches` (moments in milliseconds) on one board or several. */
export function reckon(boards: ReadonlyArray<readonly Member[]>, stretches: readonly Stretch[]): Reckoning[] {
  const tallies = stretches.map(() => ({ edits: 0, moves: 0, latencies: new Samples() }));
  const known = new Map<string, Content>();
  const inWhich = (at: number): number => stretches.findIndex(({ from, to }) => at >= from && at < to);
  for (const members of boards) {
    const authors = new Map(members.flatMap((member) => (member.script ? [[member.script.client, member]] : [])));
    for (const receiver of members) {
      const seen = new Seen();
      receiver.journal.read((at, message) => {
        const tally = tallies[inWhich(at)];
        const { kind, stretches: brought } = content(known, message);
        for (const { client, clock, length } of brought) {
          const author = authors.get(client);
          if (author === undefined || author === receiver) continue;
          for (let tick = clock; tick < clock + length; tick += 1) {
            const sentAt = kind === 'document' ? author.editedAt[tick] : author.pointedAt[tick - 1];
            if (sentAt === undefined || !seen.first(kind, client, tick) || tally === undefined) continue;
            tally[kind === 'document' ? 'edits' : 'moves'] += 1;
            tally.latencies.add(at - sentAt);
          }
        }
      });
    }
  }
  return tallies.map(({ edits, moves, latencies }) => ({ edits, moves, latencies: latencies.sorted() }));
}

/** The value below which `share` of the sorted samples lie; NaN without samples. */
export const quantile = (sorted: Float64Array, share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;

/** The same message comes to many: it is read once. */
function content(known: Map<string, Content>, message: Buffer): Content {
  const key = message.length > 512 ? null : message.toString('latin1');
  const before = key === null ? undefined : known.get(key);
  if (before !== undefined) return before;
  const read = contentOf(message);
  if (key !== null) known.set(key, read);
  return read;
}

/** Which ticks of whose clock one receiver has had. */
class Seen {
  readonly #ticks = { document: new Map<number, Uint8Array>(), presence: new Map<number, Uint8Array>() };

  first(kind: Content['kind'], client: number, tick: number): boolean {
    const ticks = this.#ticks[kind];
    let had = ticks.get(client) ?? new Uint8Array(64);
    if (tick >= had.length) {
      const longer = new Uint8Array(Math.max(tick + 1, had.length * 2));
      longer.set(had);
      had = longer;
    }
    ticks.set(client, had);
    if (had[tick] === 1) return false;
    had[tick] = 1;
    return true;
  }
}

class Samples {
  #values = new Float64Array(1024);
  #count = 0;

  add(value: number): void {
    if (this.#count === this.#values.length) {
      const longer = new Float64Array(this.#count * 2);
      longer.set(this.#values);
      this.#values = longer;
    }
    this.#values[this.#count] = value;
    this.#count += 1;
  }

  sorted(): Float64Array {
    return this.#values.subarray(0, this.#count).sort();
  }
}
