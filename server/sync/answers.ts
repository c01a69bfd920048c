/**
 * What somebody misses of a board, worked out from its base and the updates after it; what many ask for is worked out
 * once. Builds no document and judges nothing.
 */
import * as Y from 'yjs';
import { type Merged, mergeUpdates } from './merged-updates.ts';
import type { StoredSnapshot } from './ports.ts';

/** The board in the eyes of an answer. */
export interface AnswerSource {
  readonly base: StoredSnapshot | null;
  /** Updates after the base; only ever added to, until `forget` is called. */
  readonly tail: readonly Uint8Array[];
  readonly clocks: () => ReadonlyMap<number, number>;
}

type Updates = readonly Uint8Array[];

interface Answer {
  readonly to: Uint8Array;
  readonly updates: Updates;
}

export class Answers {
  /** The tail in few updates, as far as it is merged. */
  #pieces: readonly Merged[] = [];
  #upTo = 0;
  /** The last answer, as long as memory allows: after a restart many ask the same. */
  #last: WeakRef<Answer> | null = null;

  /** At least one update, to be applied in this order. */
  to(stateVector: Uint8Array, source: AnswerSource): Updates {
    const last = this.#last?.deref();
    if (last !== undefined && isSame(last.to, stateVector)) return last.updates;
    const updates = atLeastOne(stateVector.length <= 1 ? this.#whole(source) : this.#missing(stateVector, source));
    this.#last = new WeakRef({ to: stateVector, updates });
    return updates;
  }

  /**
   * For whoever was answered before on the same connection and has been sent everything since: when the state vector
   * shows that it has it, there is nothing more to say.
   */
  toListener(stateVector: Uint8Array, source: AnswerSource): Updates {
    return covers(Y.decodeStateVector(stateVector), source.clocks()) ? NOTHING_NEW : this.to(stateVector, source);
  }

  /** The tail has grown. */
  changed(): void {
    this.#last = null;
  }

  /** Base and tail are others now. */
  forget(): void {
    this.#pieces = [];
    this.#upTo = 0;
    this.#last = null;
  }

  /** A few updates go as they are: merging them costs more than it saves, and the merged ones would stay in memory. */
  #whole({ base, tail }: AnswerSource): Updates {
    if (tail.length > FEW_UPDATES) this.#merge(tail);
    const after = tail.length > FEW_UPDATES ? this.#pieces.map(({ update }) => update) : tail;
    return base === null ? [...after] : [base.bytes, ...after];
  }

  #missing(stateVector: Uint8Array, { base, tail }: AnswerSource): Updates {
    this.#merge(tail);
    const known = Y.decodeStateVector(stateVector);
    const missing: Uint8Array[] = [];
    if (base !== null) {
      const coversBase = covers(known, Y.decodeStateVector(base.stateVector));
      missing.push(coversBase ? base.deletes : Y.diffUpdate(base.bytes, stateVector));
    }
    for (const { update, ends, deletes } of this.#pieces) {
      if (!covers(known, ends)) missing.push(Y.diffUpdate(update, stateVector));
      else if (deletes !== null) missing.push(deletes);
    }
    return missing;
  }

  /** Only what came since the last time is worked on, until there are many pieces. */
  #merge(tail: Updates): void {
    if (this.#upTo === tail.length) return;
    const many = this.#pieces.length >= MOST_PIECES;
    this.#pieces = many ? [mergeUpdates(tail)] : [...this.#pieces, mergeUpdates(tail.slice(this.#upTo))];
    this.#upTo = tail.length;
  }
}

const MOST_PIECES = 8;
const FEW_UPDATES = 8;
const NOTHING_NEW: Updates = [new Uint8Array([0, 0])];

const atLeastOne = (updates: Updates): Updates => (updates.length > 0 ? updates : NOTHING_NEW);

const isSame = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && a.every((byte, i) => byte === b[i]);

function covers(known: ReadonlyMap<number, number>, ends: ReadonlyMap<number, number>): boolean {
  for (const [client, end] of ends) if ((known.get(client) ?? 0) < end) return false;
  return true;
}
