/**
 * Judges an update before a document sees it: well-formed, of known content, shallow, and whether everything it builds
 * on is there. Reads the document, never changes it; knows no session and no storage.
 *
 * Why: a few kilobytes of nested types overflow the stack inside Yjs and leave a document that is never the same again;
 * what misses its predecessors is kept by Yjs for ever and handed to every newcomer.
 */
import * as Y from 'yjs';

export type Judgement =
  /** `plain`: applying it cannot leave anything pending, and the bytes can be stored and sent as they are. */
  | { readonly ok: true; readonly plain: boolean; readonly complete: boolean }
  | { readonly ok: false; readonly why: string };

/** Types inside types: root › note › text, and two to spare. */
const MAX_NESTING = 4;
/** Depth of a plain JSON value. */
const MAX_VALUE_DEPTH = 12;
const MAX_ROOTS = 64;
const MAX_KEY_LENGTH = 200;
const MAX_CLOCK = 2 ** 40;

type Struct = ReturnType<typeof Y.decodeUpdate>['structs'][number];
type Decoded = ReturnType<typeof Y.decodeUpdate>;

const refuse = (why: string): Judgement => ({ ok: false, why });

/** `roots`: the root names an update may touch, or null for any (at most 64 of them a board). */
export function judgeUpdate(update: Uint8Array, doc: Y.Doc, roots: ReadonlySet<string> | null): Judgement {
  const decoded = decode(update);
  if (decoded === null) return refuse('undecodable');
  const check = new Check(doc, roots, decoded.structs);
  for (const struct of decoded.structs) {
    const why = check.struct(struct);
    if (why !== null) return refuse(why);
  }
  check.deletes(decoded.ds);
  return { ok: true, plain: check.plain && check.complete, complete: check.complete };
}

function decode(update: Uint8Array): Decoded | null {
  try {
    return Y.decodeUpdate(update);
  } catch {
    // Yjs and lib0 throw plain errors, TypeErrors and RangeErrors on broken bytes.
    return null;
  }
}

class Check {
  /** False when more than one client or a gap is in it: then Yjs decides what fits. */
  plain = true;
  complete = true;
  readonly #doc: Y.Doc;
  readonly #roots: ReadonlySet<string> | null;
  readonly #structs: readonly Struct[];
  /** Next clock per client: what the document has, and what this update adds. */
  readonly #next = new Map<number, number>();
  /** Nesting of the items that were looked up, so that long chains are walked once. */
  readonly #levels = new Map<Y.Item, number>();
  #byClient: Map<number, Struct[]> | null = null;
  /** Roots the document does not have yet: each counts once, however many items it gets. */
  readonly #newRoots = new Set<string>();

  constructor(doc: Y.Doc, roots: ReadonlySet<string> | null, structs: readonly Struct[]) {
    this.#doc = doc;
    this.#roots = roots;
    this.#structs = structs;
    const first = structs[0];
    if (first !== undefined) this.plain = structs.every((struct) => struct.id.client === first.id.client);
  }

  /** The reason to refuse, or null. */
  struct(struct: Struct): string | null {
    const { client, clock } = struct.id;
    if (!Number.isSafeInteger(client) || struct.length <= 0 || clock + struct.length > MAX_CLOCK) return 'numbers';
    const next = this.#nextOf(client);
    if (clock > next) this.complete = false;
    this.#next.set(client, Math.max(next, clock + struct.length));
    if (struct instanceof Y.Skip) {
      this.complete = false;
      return null;
    }
    return struct instanceof Y.Item ? this.#item(struct) : null;
  }

  deletes(deleteSet: Decoded['ds']): void {
    for (const [client, ranges] of deleteSet.clients) {
      const next = this.#nextOf(client);
      if (ranges.some((range) => range.clock + range.len > next)) this.complete = false;
    }
  }

  #nextOf(client: number): number {
    return this.#next.get(client) ?? Y.getState(this.#doc.store, client);
  }

  #item(item: Y.Item): string | null {
    const parent: unknown = item.parent;
    if (typeof parent === 'string' && !this.#rootAllowed(parent)) return 'unknown-root';
    if (item.parentSub !== null && item.parentSub.length > MAX_KEY_LENGTH) return 'long-key';
    for (const needed of [item.origin, item.rightOrigin, parent instanceof Y.ID ? parent : null]) {
      if (needed === null) continue;
      if (needed.client === item.id.client && needed.clock >= item.id.clock) return 'builds-on-itself';
      this.#needs(needed, item.id.client);
    }
    const why = contentFault(item.content);
    if (why !== null) return why;
    return item.content instanceof Y.ContentType && this.#nestingOf(item) > MAX_NESTING ? 'nesting' : null;
  }

  #needs(needed: Y.ID, own: number): void {
    if (needed.clock < Y.getState(this.#doc.store, needed.client)) return;
    if (needed.client !== own && needed.clock >= this.#endOf(needed.client)) this.complete = false;
  }

  /** First clock after what this update brings of a client. */
  #endOf(client: number): number {
    const last = this.#ownStructs(client).at(-1);
    return last === undefined ? 0 : last.id.clock + last.length;
  }

  #rootAllowed(name: string): boolean {
    if (this.#roots !== null) return this.#roots.has(name);
    if (this.#doc.share.has(name)) return true;
    this.#newRoots.add(name);
    return name.length <= MAX_KEY_LENGTH && this.#doc.share.size + this.#newRoots.size <= MAX_ROOTS;
  }

  /** How many types an item sits in, itself included; Infinity for a chain that never ends. */
  #nestingOf(item: Y.Item): number {
    const path: Array<{ readonly step: Y.Item; readonly below: number }> = [];
    let current: Struct | undefined = item;
    let below = 0;
    let top = 1;
    while (current instanceof Y.Item) {
      const known = this.#levels.get(current);
      if (known !== undefined || path.length > this.#structs.length) {
        top = known ?? Number.POSITIVE_INFINITY;
        break;
      }
      path.push({ step: current, below });
      const up = above(current);
      if (up === null) break;
      if (up.deeper) below += 1;
      if (below >= MAX_NESTING) break;
      const inDocument = this.#inDocument(up.id);
      if (inDocument !== null) {
        top = nestingInDocument(inDocument);
        break;
      }
      current = this.#inUpdate(up.id);
    }
    for (const { step, below: steps } of path) this.#levels.set(step, top + below - steps);
    return top + below;
  }

  #inDocument(id: Y.ID): Y.Item | Y.GC | null {
    return id.clock < Y.getState(this.#doc.store, id.client) ? Y.getItem(this.#doc.store, id) : null;
  }

  #inUpdate(id: Y.ID): Struct | undefined {
    const structs = this.#ownStructs(id.client);
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

  /** This update's structs of a client, by clock. */
  #ownStructs(client: number): readonly Struct[] {
    if (this.#byClient === null) {
      this.#byClient = Map.groupBy(this.#structs, (struct) => struct.id.client);
      for (const structs of this.#byClient.values()) structs.sort((a, b) => a.id.clock - b.id.clock);
    }
    return this.#byClient.get(client) ?? [];
  }
}

const covers = (struct: Struct, clock: number): boolean =>
  struct.id.clock <= clock && clock < struct.id.clock + struct.length;

/** Where the place of an undecided item is decided: in its parent (one deeper), or beside its neighbour. */
function above(item: Y.Item): { readonly id: Y.ID; readonly deeper: boolean } | null {
  const parent: unknown = item.parent;
  if (parent instanceof Y.ID) return { id: parent, deeper: true };
  const beside = item.origin ?? item.rightOrigin;
  return beside === null ? null : { id: beside, deeper: false };
}

/** Depth of an item of the document; the document itself is never deeper than allowed. */
function nestingInDocument(item: Y.Item | Y.GC): number {
  let levels = 1;
  let parent: unknown = item instanceof Y.Item ? item.parent : null;
  while (parent instanceof Y.AbstractType && parent._item !== null && levels <= MAX_NESTING) {
    levels += 1;
    parent = parent._item.parent;
  }
  return levels;
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
  if (content instanceof Y.ContentFormat) return isPlain(content.value, 0) ? null : 'value';
  return 'content';
}

function isPlain(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return true;
  if (depth >= MAX_VALUE_DEPTH) return false;
  if (!Array.isArray(value) && Object.getPrototypeOf(value) !== Object.prototype) return false;
  return Object.values(value).every((inner) => isPlain(inner, depth + 1));
}
