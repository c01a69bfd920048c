/**
 * How many steps Yjs may need to apply an update, at most: in the server when somebody asks for the board's document, and
 * in every browser that follows. Reckoned from the update, what it is put beside, and the size of the board; builds nothing.
 *
 * Why: Yjs finds the place of an item by walking from its left neighbour over all that was put behind that one. Whoever
 * writes where nothing was put yet makes it walk nowhere; 12,000 items that are each put far from what stood there
 * make it walk for half a minute. Deleted text and large updates have squares of their own.
 */
import * as Y from 'yjs';
import type { DecodedUpdate, Range, Struct } from './decoded-update.ts';

/** An item takes so many bytes at least, so a board cannot have more than this of them. */
const BYTES_OF_AN_ITEM = 4;
/** Letters of a formatted text that go at once: Yjs walks the gap for each, in steps this much lighter. */
const LETTERS_A_STEP = 16;
/** Items of one client lie in an array: cutting one in two moves those after it, this many in the time of a step. */
const MOVED_A_STEP = 500;
/** Ends that are remembered of a board. */
const MOST_ENDS = 4_096;

/** The part of an update that is new on the board. */
export interface News extends DecodedUpdate {
  /** What the board has of a client, as the clock after its last struct. */
  clockOf(client: number): number;
}

export class Effort {
  readonly #ends = new Ends();

  /** Steps at most, and notes where the update ends. `boardBytes`: the board before it. */
  of({ structs, deletes, clockOf }: News, boardBytes: number): number {
    const onBoard = boardBytes / BYTES_OF_AN_ITEM;
    let parts = 0;
    for (const run of structs.values()) parts += run.length;
    let letters = 0;
    for (const ranges of deletes.values()) {
      parts += ranges.length;
      letters += ranges.reduce((sum, { len }: Range) => sum + len, 0);
    }
    let steps = (parts * (parts + onBoard)) / MOVED_A_STEP + (letters * letters) / LETTERS_A_STEP;
    const isNew = ({ client, clock }: Y.ID): boolean => clock >= clockOf(client);
    for (const run of structs.values()) {
      for (const struct of run) {
        if (!isNew({ client: struct.id.client, clock: struct.id.clock + struct.length - 1 })) continue;
        const beside = this.#leaps(struct);
        if (beside !== null) steps += parts + (beside === 'list' || !isNew(beside) ? onBoard : 0);
      }
    }
    return steps;
  }

  /** Behind what, when something may have been put there already; null when nothing was. */
  #leaps(struct: Struct): Y.ID | 'list' | null {
    if (!(struct instanceof Y.Item)) return null;
    const { id, origin } = struct;
    const wasEnd = origin !== null && this.#ends.take(origin);
    this.#ends.add(id.client, id.clock + struct.length - 1);
    if (origin === null) return listOf(struct);
    const continues = origin.client === id.client && origin.clock === id.clock - 1;
    return wasEnd || continues ? null : origin;
  }
}

/** The first in a list, or at a key: whatever is in there may be passed. */
function listOf({ parent }: Y.Item): Y.ID | 'list' {
  const above: unknown = parent;
  return above instanceof Y.ID ? above : 'list';
}

/** Items behind which nothing was put yet, of those that came lately. */
class Ends {
  readonly #clocks = new Map<number, Set<number>>();
  #size = 0;

  /** True when it was one; it is none any more. */
  take({ client, clock }: Y.ID): boolean {
    const was = this.#clocks.get(client)?.delete(clock) ?? false;
    if (was) this.#size -= 1;
    return was;
  }

  add(client: number, clock: number): void {
    if (this.#size >= MOST_ENDS) this.#forget();
    const clocks = this.#clocks.get(client);
    if (clocks === undefined) this.#clocks.set(client, new Set([clock]));
    else clocks.add(clock);
    this.#size += 1;
  }

  #forget(): void {
    this.#clocks.clear();
    this.#size = 0;
  }
}
