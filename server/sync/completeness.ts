/**
 * Whether everything an update builds on is there: on the board, or in the update itself before it is needed. Decided by
 * clocks alone, without a document. Yjs would keep what is not complete for ever, so it must not get in.
 */
import * as Y from 'yjs';
import type { DecodedUpdate, Struct } from './decoded-update.ts';

/** `clockOf`: what the board has of a client, as the clock after its last struct. */
export function isComplete({ structs, deletes }: DecodedUpdate, clockOf: (client: number) => number): boolean {
  const clocks = new Clocks(clockOf);
  if (!integrates(structs, clocks)) return false;
  for (const [client, ranges] of deletes) {
    const end = clocks.of(client);
    if (ranges.some(({ clock, len }) => clock + len > end)) return false;
  }
  return true;
}

/** The clocks as they would be after what was integrated so far. */
class Clocks {
  readonly #base: (client: number) => number;
  readonly #moved = new Map<number, number>();

  constructor(base: (client: number) => number) {
    this.#base = base;
  }

  of(client: number): number {
    return this.#moved.get(client) ?? this.#base(client);
  }

  advance(client: number, end: number): void {
    if (end > this.of(client)) this.#moved.set(client, end);
  }
}

/** Goes through the clients in turns; who needs another's struct waits until that one is there. */
function integrates(structs: ReadonlyMap<number, readonly Struct[]>, clocks: Clocks): boolean {
  const places = new Map<number, number>();
  const waiting = new Map<number, number[]>();
  const ready = [...structs.keys()];
  let left = ready.length;
  for (let client = ready.pop(); client !== undefined; client = ready.pop()) {
    const run = structs.get(client) ?? [];
    const stop = advance(run, places.get(client) ?? 0, clocks);
    places.set(client, stop.place);
    if (stop.needs === 'nothing') left -= 1;
    else if (stop.needs === 'gap' || !structs.has(stop.needs)) return false;
    else waiting.set(stop.needs, [...(waiting.get(stop.needs) ?? []), client]);
    if (stop.moved) {
      ready.push(...(waiting.get(client) ?? []));
      waiting.delete(client);
    }
  }
  return left === 0;
}

interface Stop {
  readonly place: number;
  readonly moved: boolean;
  /** The client whose struct is missing. */
  readonly needs: number | 'gap' | 'nothing';
}

function advance(run: readonly Struct[], from: number, clocks: Clocks): Stop {
  for (let place = from; place < run.length; place += 1) {
    const struct = run[place];
    if (struct === undefined) break;
    const { client, clock } = struct.id;
    const moved = place > from;
    const there = clocks.of(client);
    if (clock > there) return { place, moved, needs: 'gap' };
    if (struct instanceof Y.Skip) {
      if (clock + struct.length > there) return { place, moved, needs: 'gap' };
      continue;
    }
    const missing = struct instanceof Y.Item ? missingFor(struct, clocks) : null;
    if (missing !== null) return { place, moved, needs: missing };
    clocks.advance(client, clock + struct.length);
  }
  return { place: run.length, moved: run.length > from, needs: 'nothing' };
}

function missingFor({ id, origin, rightOrigin, parent }: Y.Item, clocks: Clocks): number | null {
  const above: unknown = parent;
  const lacks = (needed: Y.ID | null): needed is Y.ID =>
    needed !== null && needed.client !== id.client && needed.clock >= clocks.of(needed.client);
  if (lacks(origin)) return origin.client;
  if (lacks(rightOrigin)) return rightOrigin.client;
  return above instanceof Y.ID && lacks(above) ? above.client : null;
}
