/**
 * What somebody misses of a board, worked out from its base and the updates after it; what many ask for is worked out
 * once. Builds no document and judges nothing.
 */
import * as Y from 'yjs';
import { extractOf } from './extracts.ts';
import { type Merged, mergeUpdates } from './merged-updates.ts';
import { LARGE_BYTES, type Passage } from './passage.ts';
import type { StoredSnapshot } from './ports.ts';

/** The board in the eyes of an answer. */
export interface AnswerSource {
  readonly base: StoredSnapshot | null;
  /** Updates after the base; only ever added to, until `forget` is called. */
  readonly tail: readonly Uint8Array[];
  readonly clocks: () => ReadonlyMap<number, number>;
}

type Updates = readonly Uint8Array[];
type Passages = readonly Passage[];
type Clocks = ReadonlyMap<number, number>;

interface Answer {
  /** What was asked, and what of that says something about this board. */
  readonly to: Uint8Array;
  readonly known: Clocks;
  readonly passages: Passages;
}

export class Answers {
  /** The tail in few updates, as far as it is merged. */
  #pieces: readonly Merged[] = [];
  #upTo = 0;
  /** The last of them, which are small, and what they were made from. */
  #small = 0;
  #smallFrom = 0;
  /** What people wrote since the tail was merged, in bytes. */
  #unmerged = 0;
  /** The last answer, as long as memory allows: after a restart many ask the same. */
  #last: WeakRef<Answer> | null = null;

  /** At least one update, to be applied in this order. May hold more than is missing. */
  to(stateVector: Uint8Array, source: AnswerSource): Passages {
    const last = this.#last?.deref();
    if (last !== undefined && isSame(last.to, stateVector)) return last.passages;
    const known = stateVector.length <= 1 ? NOTHING_KNOWN : this.#known(stateVector, source);
    const passages =
      last !== undefined && isSameKnown(last.known, known)
        ? last.passages
        : atLeastOne(known.size === 0 ? this.#whole(source) : this.#missing(known, source));
    this.#last = new WeakRef({ to: stateVector, known, passages });
    return passages;
  }

  /**
   * For whoever was answered before on the same connection and has been sent everything since: when the state vector
   * shows that it has it, there is nothing more to say.
   */
  toListener(stateVector: Uint8Array, source: AnswerSource): Passages {
    return covers(Y.decodeStateVector(stateVector), source.clocks()) ? NOTHING_NEW : this.to(stateVector, source);
  }

  /** The tail has grown. */
  changed(): void {
    this.#last = null;
  }

  /** By what people write: nobody who asks for it waits until many megabytes are merged. */
  wasWritten({ length }: Uint8Array, tail: Updates): void {
    this.#unmerged += length;
    if (this.#unmerged >= MERGED_BYTES) this.#merge(tail);
  }

  /** Base and tail are others now. */
  forget(): void {
    this.#pieces = [];
    this.#upTo = 0;
    this.#small = 0;
    this.#smallFrom = 0;
    this.#unmerged = 0;
    this.#last = null;
  }

  /** What a state vector says of this board: of clients that wrote on it, up to where they did. */
  #known(stateVector: Uint8Array, { base, tail }: AnswerSource): Clocks {
    this.#merge(tail);
    const ends = base === null ? new Map<number, number>() : Y.decodeStateVector(base.stateVector);
    for (const piece of this.#pieces) {
      for (const [client, end] of piece.ends) ends.set(client, Math.max(end, ends.get(client) ?? 0));
    }
    const known = new Map<number, number>();
    for (const [client, clock] of Y.decodeStateVector(stateVector)) {
      const end = Math.min(clock, ends.get(client) ?? 0);
      if (end > 0) known.set(client, end);
    }
    return known;
  }

  /** A few updates go as they are: merging them costs more than it saves, and the merged ones would stay in memory. */
  #whole({ base, tail }: AnswerSource): Passages {
    if (tail.length > FEW_UPDATES) this.#merge(tail);
    const after = tail.length > FEW_UPDATES ? this.#pieces.map(({ update }) => update) : tail;
    return (base === null ? after : [base.bytes, ...after]).map((update) => [update]);
  }

  #missing(known: Clocks, { base }: AnswerSource): Passages {
    const stateVector = Y.encodeStateVector(new Map(known));
    const missingOf = (update: Uint8Array): Passage =>
      update.length < LARGE_BYTES ? [Y.diffUpdate(update, stateVector)] : extractOf(update, known);
    const missing: Passage[] = [];
    if (base !== null) {
      const coversBase = covers(known, Y.decodeStateVector(base.stateVector));
      missing.push(coversBase ? [base.deletes] : missingOf(base.bytes));
    }
    for (const { update, ends, deletes } of this.#pieces) {
      if (!covers(known, ends)) missing.push(missingOf(update));
      else if (deletes !== null) missing.push([deletes]);
    }
    return missing;
  }

  /**
   * Only what came since the last time is worked on, until there are many small pieces. Large ones stay as they are: merged
   * again they would be in memory twice, and once more for everybody who has not read the last ones yet.
   */
  #merge(tail: Updates): void {
    this.#unmerged = 0;
    let small: Uint8Array[] = [];
    const close = (): void => {
      if (small.length > 0) this.#add(mergeUpdates(small), tail);
      small = [];
    };
    for (const update of tail.slice(this.#upTo)) {
      if (update.length >= LARGE_BYTES) close();
      small.push(update);
      this.#upTo += 1;
      if (update.length >= LARGE_BYTES) close();
    }
    close();
  }

  /** What was merged up to here; with eight small pieces before it, together with them. */
  #add(piece: Merged, tail: Updates): void {
    const isMany = piece.update.length < LARGE_BYTES && this.#small >= MOST_SMALL_PIECES;
    const added = isMany ? mergeUpdates(tail.slice(this.#smallFrom, this.#upTo)) : piece;
    this.#pieces = [...(isMany ? this.#pieces.slice(0, -this.#small) : this.#pieces), added];
    const isLarge = added.update.length >= LARGE_BYTES;
    if (isLarge) this.#smallFrom = this.#upTo;
    this.#small = isLarge ? 0 : isMany ? 1 : this.#small + 1;
  }
}

const MOST_SMALL_PIECES = 8;
const FEW_UPDATES = 8;
/** Merging as much takes some hundredths of a second. People do not write that much before a board is folded. */
const MERGED_BYTES = 1024 * 1024;
const NOTHING_NEW: Passages = [[new Uint8Array([0, 0])]];
const NOTHING_KNOWN: Clocks = new Map();

const atLeastOne = (passages: Passages): Passages => (passages.length > 0 ? passages : NOTHING_NEW);

const isSame = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && a.every((byte, i) => byte === b[i]);

const isSameKnown = (a: Clocks, b: Clocks): boolean => a.size === b.size && covers(a, b) && covers(b, a);

function covers(known: Clocks, ends: Clocks): boolean {
  for (const [client, end] of ends) if ((known.get(client) ?? 0) < end) return false;
  return true;
}
