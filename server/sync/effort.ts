/**
 * How many steps Yjs may need to apply an update, at most: in the server when somebody asks for the board's document, and
 * in every browser that follows. Reckoned from the update, what it is put beside, and the size of the board; builds nothing.
 *
 * Why: Yjs finds the place of an item by walking from its left neighbour over all that was put behind that one. Whoever
 * writes where nothing was put yet makes it walk nowhere; 12,000 items that are each put far from what stood there
 * make it walk for half a minute. Deleted text and large updates have squares of their own.
 */
import * as Y from 'yjs';
import type { DecodedUpdate } from './decoded-update.ts';
import type { Shape } from './ports.ts';

/** An item takes so many bytes at least, so a board cannot have more than this of them. */
const BYTES_OF_AN_ITEM = 4;
/** Of those that go with the type they are in: each may move the others. */
const BYTES_OF_A_CHILD = 16;
/** Letters of a formatted text that go: Yjs walks the gap they leave for each, in steps this much lighter. */
const LETTERS_A_STEP = 16;
/** Items of one client lie in an array: cutting one in two moves those after it, this many in the time of a step. */
const MOVED_A_STEP = 500;
/** Ends that are remembered of a board. */
const MOST_ENDS = 4_096;

const ANY_SHAPE: Shape = { longest: Number.POSITIVE_INFINITY, heaviest: Number.POSITIVE_INFINITY };

/** The part of an update that is new on the board. */
export interface News extends DecodedUpdate {
  /** What the board has of a client, as the clock after its last struct. */
  clockOf(client: number): number;
}

export class Effort {
  readonly #ends = new Ends();

  /** Steps at most, and notes where the update ends. `boardBytes`: the board before it; its shape where that is known. */
  of({ structs, deletes, clockOf }: News, boardBytes: number, shape: Shape = ANY_SHAPE): number {
    const items = boardBytes / BYTES_OF_AN_ITEM;
    const onBoard = Math.min(items, shape.longest);
    const parts = partsIn(structs) + partsIn(deletes);
    // What goes may be a type with everything on the board in it.
    const goes = Math.min(boardBytes / BYTES_OF_A_CHILD, shape.heaviest) ** 2 / MOVED_A_STEP;
    let steps = (parts * (parts + items)) / MOVED_A_STEP;
    const passed: Y.ID[] = [];
    for (const [client, run] of structs) {
      const known = clockOf(client);
      for (const struct of run) {
        if (!(struct instanceof Y.Item) || struct.id.clock + struct.length <= known) continue;
        const beside = this.#leaps(struct, known, passed);
        if (beside === null) continue;
        if (beside !== 'list' && beside.clock >= clockOf(beside.client)) steps += parts;
        else steps += parts + onBoard + (isAtNoKey(struct) ? 0 : goes);
      }
    }
    const letters = replaces(deletes, passed) ? 0 : lettersIn(deletes);
    const gap = Math.min(boardBytes, shape.longest);
    return letters === 0 ? steps : steps + goes + (letters * (letters + gap)) / LETTERS_A_STEP;
  }

  /** Behind what, when something may have been put there already; null when nothing was. `passed` gets the ends it was put behind. */
  #leaps(item: Y.Item, known: number, passed: Y.ID[]): Y.ID | 'list' | null {
    const { id, content } = item;
    // Of an item whose beginning is there, Yjs puts the rest behind that, whatever it says of its neighbour.
    const origin = id.clock < known ? new Y.ID(id.client, known - 1) : item.origin;
    const wasEnd = origin !== null && this.#ends.take(origin);
    // Types are no ends: what is put at the key of one takes all away that is in it.
    if (!(content instanceof Y.ContentType)) this.#ends.add(id.client, id.clock + item.length - 1);
    if (origin === null) return listOf(item);
    if (wasEnd) passed.push(origin);
    return wasEnd ? null : origin;
  }
}

/** Whether all that goes are plain values in whose place others were put. */
function replaces(deletes: DecodedUpdate['deletes'], passed: readonly Y.ID[]): boolean {
  if (deletes.size === 0) return true;
  const replaced = new Set(passed.map(({ client, clock }) => `${client}/${clock}`));
  for (const [client, ranges] of deletes)
    if (ranges.some(({ clock, len }) => len > 1 || !replaced.has(`${client}/${clock}`))) return false;
  return true;
}

function partsIn(runs: ReadonlyMap<number, readonly unknown[]>): number {
  let parts = 0;
  for (const run of runs.values()) parts += run.length;
  return parts;
}

function lettersIn(deletes: DecodedUpdate['deletes']): number {
  let letters = 0;
  for (const ranges of deletes.values()) for (const { len } of ranges) letters += len;
  return letters;
}

/** The first in a list, or at a key: whatever is in there may be passed. */
function listOf({ parent }: Y.Item): Y.ID | 'list' {
  const above: unknown = parent;
  return above instanceof Y.ID ? above : 'list';
}

/** At a key, what stood there goes; where an item says only what it is beside, it may be at one. */
const isAtNoKey = ({ parent, parentSub }: Y.Item): boolean => parent !== null && parentSub === null;

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
