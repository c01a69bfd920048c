/**
 * Judges what an update holds before it gets anywhere near a board: known content, shallow, sane numbers. Reads the update
 * alone; asks for the depth of a place on the board only when a type is put into one that is there already. Whether what
 * it builds on is there is another file's question (completeness.ts).
 *
 * Why: a few kilobytes of nested types overflow the stack inside Yjs and leave a document that is never the same again;
 * thousands of items that claim one place make every client work for minutes; one format in a text of 40,000 letters with
 * 400 of them makes every client work for half a second, each time.
 */
import * as Y from 'yjs';
import { Crowding } from './crowding.ts';
import type { DecodedUpdate, Range, Struct } from './decoded-update.ts';

/** Types inside types: root › note › text, and two to spare. */
export const MAX_NESTING = 4;
/** Depth of a plain JSON value. */
const MAX_VALUE_DEPTH = 12;
const MAX_ROOTS = 64;
const MAX_KEY_LENGTH = 200;
const MAX_CLOCK = 2 ** 40;
/** Items of one update in one place. */
const CROWD_OF_AN_UPDATE = 500;

/** What the check has to know of the board. */
export interface KnownBoard {
  /** Root names that were written to as far as anybody remembers; a new one is added once the update is taken. */
  readonly roots: ReadonlySet<string>;
  /** Root names that may be written to, or null for any (at most 64). */
  readonly allowedRoots: ReadonlySet<string> | null;
  /** Null where items were counted before. */
  readonly crowding: Crowding | null;
  /** What the board has of a client, as the clock after its last struct. */
  clockOf(client: number): number;
  /** How many types an item of the board sits in, itself included. */
  levelOf(id: Y.ID): number;
}

export type Judgement =
  /** `entries`: keys of root maps it may add. */
  | { readonly ok: true; readonly entries: number; readonly roots: ReadonlySet<string> }
  | { readonly ok: false; readonly why: string };

/** Judges what is new in it; what the board has already must not be taken from it again. */
export function judgeUpdate({ structs, deletes }: DecodedUpdate, board: KnownBoard): Judgement {
  const check = new Check(board, structs);
  for (const [client, run] of structs) {
    const known = board.clockOf(client);
    for (const struct of run) {
      const why = struct.id.clock + struct.length > known || struct.length <= 0 ? check.struct(struct) : null;
      if (why !== null) return { ok: false, why };
    }
  }
  for (const [client, ranges] of deletes) {
    if (!isClient(client) || ranges.some(isNoRange)) return { ok: false, why: 'numbers' };
  }
  return { ok: true, entries: check.entries, roots: check.newRoots };
}

const isClient = (client: number): boolean => Number.isSafeInteger(client);
const isNoRange = ({ clock, len }: Range): boolean => len <= 0 || clock + len > MAX_CLOCK;

class Check {
  entries = 0;
  readonly newRoots = new Set<string>();
  readonly #board: KnownBoard;
  readonly #structs: DecodedUpdate['structs'];
  /** Crowds in this update alone; small ones need no look. */
  readonly #here: Crowding | null;
  /** Nesting of the items that were looked up, so that long chains are walked once. */
  readonly #levels = new Map<Y.Item, number>();

  constructor(board: KnownBoard, structs: DecodedUpdate['structs']) {
    this.#board = board;
    this.#structs = structs;
    const most = [...structs.values()].reduce((sum, run) => sum + run.length, 0);
    this.#here = most > CROWD_OF_AN_UPDATE ? new Crowding(CROWD_OF_AN_UPDATE) : null;
  }

  /** The reason to refuse, or null. */
  struct(struct: Struct): string | null {
    const { client, clock } = struct.id;
    if (!isClient(client) || struct.length <= 0 || clock + struct.length > MAX_CLOCK) return 'numbers';
    return struct instanceof Y.Item ? this.#item(struct) : null;
  }

  #item(item: Y.Item): string | null {
    const parent: unknown = item.parent;
    if (typeof parent === 'string' && !this.#rootAllowed(parent, item.parentSub)) return 'unknown-root';
    if (item.parentSub !== null && item.parentSub.length > MAX_KEY_LENGTH) return 'long-key';
    const above = parent instanceof Y.ID ? parent : null;
    if (isOwnFuture(item.origin, item) || isOwnFuture(item.rightOrigin, item) || isOwnFuture(above, item))
      return 'builds-on-itself';
    const why = contentFault(item.content);
    if (why !== null) return why;
    if (this.#board.crowding?.isFull(item) || this.#here?.isFull(item)) return 'crowded';
    return item.content instanceof Y.ContentType && this.#nestingOf(item) > MAX_NESTING ? 'nesting' : null;
  }

  #rootAllowed(name: string, key: string | null): boolean {
    if (key !== null) this.entries += 1;
    const { roots, allowedRoots } = this.#board;
    if (allowedRoots !== null) return allowedRoots.has(name);
    if (roots.has(name)) return true;
    this.newRoots.add(name);
    return name.length <= MAX_KEY_LENGTH && roots.size + this.newRoots.size <= MAX_ROOTS;
  }

  /** How many types an item sits in, itself included; Infinity for a chain that never ends. */
  #nestingOf(item: Y.Item): number {
    const path: Array<{ readonly step: Y.Item; readonly below: number }> = [];
    const seen = new Set<Y.Item>();
    let current: Struct | undefined = item;
    let below = 0;
    let top = 1;
    while (current instanceof Y.Item) {
      const known = this.#levels.get(current);
      if (known !== undefined || seen.has(current)) {
        top = known ?? Number.POSITIVE_INFINITY;
        break;
      }
      seen.add(current);
      path.push({ step: current, below });
      const up = above(current);
      if (up === null) break;
      if (up.deeper) below += 1;
      if (below >= MAX_NESTING) break;
      if (up.id.clock < this.#board.clockOf(up.id.client)) {
        top = this.#board.levelOf(up.id);
        break;
      }
      current = this.#inUpdate(up.id);
    }
    for (const { step, below: steps } of path) this.#levels.set(step, top + below - steps);
    return top + below;
  }

  #inUpdate(id: Y.ID): Struct | undefined {
    const structs = this.#structs.get(id.client) ?? [];
    let low = 0;
    let high = structs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const struct = structs[middle];
      if (struct === undefined) return undefined;
      if (covers(struct, id.clock)) return struct;
      if (struct.id.clock > id.clock) high = middle;
      else low = middle + 1;
    }
    return undefined;
  }
}

/** Yjs looks for it among what the same client wrote before, and throws. */
const isOwnFuture = (needed: Y.ID | null, { id }: Y.Item): boolean =>
  needed !== null && needed.client === id.client && needed.clock >= id.clock;

const covers = (struct: Struct, clock: number): boolean =>
  struct.id.clock <= clock && clock < struct.id.clock + struct.length;

/** Where the place of an undecided item is decided: in its parent (one deeper), or beside its neighbour. */
function above(item: Y.Item): { readonly id: Y.ID; readonly deeper: boolean } | null {
  const parent: unknown = item.parent;
  if (parent instanceof Y.ID) return { id: parent, deeper: true };
  const beside = item.origin ?? item.rightOrigin;
  return beside === null ? null : { id: beside, deeper: false };
}

/** Not their subclasses: XML types are for other documents. */
const PLAIN_TYPES: ReadonlySet<unknown> = new Set([Y.Map, Y.Array, Y.Text]);

function contentFault(content: Y.Item['content']): string | null {
  if (content instanceof Y.ContentString || content instanceof Y.ContentDeleted) return null;
  if (content instanceof Y.ContentType) {
    const { type } = content;
    return PLAIN_TYPES.has(type.constructor) ? null : 'content-type';
  }
  if (content instanceof Y.ContentAny) return content.arr.every((value) => isPlain(value, 0)) ? null : 'value';
  return 'content';
}

function isPlain(value: unknown, depth: number): boolean {
  if (typeof value === 'bigint') return false;
  if (typeof value !== 'object' || value === null) return true;
  if (depth >= MAX_VALUE_DEPTH) return false;
  if (!Array.isArray(value) && Object.getPrototypeOf(value) !== Object.prototype) return false;
  return Object.values(value).every((inner) => isPlain(inner, depth + 1));
}
