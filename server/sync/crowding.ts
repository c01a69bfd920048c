/**
 * Counts, roughly and in little memory, how many items claim one and the same place on a board: the same left and right
 * neighbour, or the same key. Honest editors leave a place with its second item; Yjs needs time in the square of their
 * number for such a crowd, in every client. Knows no update.
 */
import type * as Y from 'yjs';

/** Places share counters: this many, so that a busy board stays far below the limit. */
const COUNTERS = 4096;

export class Crowding {
  readonly #most: number;
  #counters: Uint16Array | null = null;

  constructor(most: number) {
    this.#most = most;
  }

  /** Counts one more item at a place; true when there are too many. */
  isFull(place: number): boolean {
    this.#counters ??= new Uint16Array(COUNTERS);
    const at = place % COUNTERS;
    const count = (this.#counters[at] ?? 0) + 1;
    if (count > this.#most) return true;
    this.#counters[at] = count;
    return false;
  }
}

/** A number that is the same for items that claim the same place. */
export function placeOf({ origin, rightOrigin, parent, parentSub }: Y.Item): number {
  let place = 0;
  const above: unknown = parent;
  for (const neighbour of [origin, rightOrigin, above]) {
    if (typeof neighbour === 'string') place = withText(place, neighbour);
    else if (isId(neighbour)) place = mixed(mixed(place, neighbour.client), neighbour.clock);
    place = mixed(place, 1);
  }
  return parentSub === null ? place : withText(place, parentSub);
}

const isId = (value: unknown): value is { readonly client: number; readonly clock: number } =>
  typeof value === 'object' && value !== null && 'client' in value && 'clock' in value;

const mixed = (place: number, value: number): number => {
  const next = Math.imul(place ^ (value >>> 0), 0x85ebca6b);
  return (next ^ (next >>> 13)) >>> 0;
};

function withText(place: number, text: string): number {
  let next = place;
  for (let at = 0; at < text.length; at += 1) next = mixed(next, text.charCodeAt(at));
  return next;
}
