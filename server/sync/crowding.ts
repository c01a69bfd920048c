/**
 * Notices, roughly and in little memory, when items crowd into one place of a board: many with the same left neighbour
 * (or the same key) that were not put beside one of the last items there. Honest editors put theirs beside what they see;
 * Yjs needs time in the square of the number of the others, in every client. Knows no update.
 */
import * as Y from 'yjs';

/** Places share counters: this many, so that a busy board stays far below the limit. */
const COUNTERS = 4096;
/** A place with fewer items than this is not watched closely. */
const A_FEW = 100;
/** So many of the last items of a watched place are remembered: what people see may be a moment old. */
const REMEMBERED = 64;

export class Crowding {
  readonly #most: number;
  #counters: Uint16Array | null = null;
  readonly #last = new Map<number, Recent>();

  /** `most`: items in one place, at most 65,535. */
  constructor(most: number) {
    this.#most = most;
  }

  /** Counts one more item; true when there are too many in its place. */
  isFull(item: Y.Item): boolean {
    this.#counters ??= new Uint16Array(COUNTERS);
    const at = placeOf(item) % COUNTERS;
    const recent = this.#last.get(at);
    const isBesideRecent = recent !== undefined && item.rightOrigin !== null && recent.has(hashOf(item.rightOrigin));
    recent?.add(hashOf(item.id));
    if (isBesideRecent) return false;
    const count = (this.#counters[at] ?? 0) + 1;
    if (count > this.#most) return true;
    this.#counters[at] = count;
    if (count === A_FEW) this.#last.set(at, new Recent());
    return false;
  }
}

/** The last few of many numbers. */
class Recent {
  readonly #ring = new Uint32Array(REMEMBERED);
  #next = 0;

  has(value: number): boolean {
    return this.#ring.includes(value);
  }

  add(value: number): void {
    this.#ring[this.#next] = value;
    this.#next = (this.#next + 1) % REMEMBERED;
  }
}

/**
 * A number that is the same for items with the same left neighbour, or without one the same right neighbour, or the same
 * parent and key.
 */
function placeOf({ origin, rightOrigin, parent, parentSub }: Y.Item): number {
  if (origin !== null) return hashOf(origin);
  if (rightOrigin !== null) return mixed(hashOf(rightOrigin), 3);
  const above: unknown = parent;
  const place = typeof above === 'string' ? withText(1, above) : above instanceof Y.ID ? mixed(hashOf(above), 1) : 2;
  return parentSub === null ? place : withText(place, parentSub);
}

const hashOf = ({ client, clock }: Y.ID): number => mixed(mixed(0, client), clock);

const mixed = (seed: number, value: number): number => {
  const next = Math.imul((seed + 0x9e3779b9) ^ (value >>> 0), 0x85ebca6b);
  return (next ^ (next >>> 13)) >>> 0;
};

function withText(seed: number, text: string): number {
  let next = seed;
  for (let at = 0; at < text.length; at += 1) next = mixed(next, text.charCodeAt(at));
  return next;
}
