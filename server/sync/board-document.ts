/**
 * A board's document while it is in memory, with the ready-made answers for newcomers. Knows no session, no frame and
 * no storage. After `broken` it must be thrown away: what it holds is not known any more.
 */
import * as Y from 'yjs';
import type { StoredBoard } from './ports.ts';
import { judgeUpdate } from './update-check.ts';

/**
 * What became of an update. `store` is what to save and pass on, null when nothing in it was new; `more` when that holds
 * more than the sender brought.
 */
export type Applied =
  | { readonly kind: 'applied'; readonly store: Uint8Array | null; readonly complete: boolean; readonly more: boolean }
  | { readonly kind: 'refused'; readonly why: string }
  | { readonly kind: 'broken' };

/** A tail longer than this is folded into the ready-made answer at the next question. */
const ANSWER_TAIL_RECORDS = 400;
const ANSWER_TAIL_BYTES = 128 * 1024;
const EMPTY_UPDATE = Y.encodeStateAsUpdate(new Y.Doc());

export class BoardDocument {
  readonly #doc: Y.Doc;
  readonly #roots: ReadonlySet<string> | null;
  /** The whole state as of some moment, and what came after it. */
  #whole: Uint8Array | null = null;
  #tail: Uint8Array[] = [];
  #tailBytes = 0;
  #wholeBytes = 0;
  /** Stored records, some of which build on a lost one; they find their place when a client brings that back. */
  #waiting: readonly Uint8Array[];
  /** Records that had to be left out because Yjs cannot read them. */
  readonly unreadable: number;

  /** `roots`: the root names updates may touch, or null for any. */
  constructor(stored: StoredBoard, roots: ReadonlySet<string> | null) {
    const { doc, unreadable, waiting } = read(stored);
    this.#doc = doc;
    this.#waiting = waiting;
    this.#roots = roots;
    this.unreadable = unreadable;
    this.#tailBytes = stored.updates.reduce((sum, update) => sum + update.length, 0);
    this.#wholeBytes = stored.snapshot?.length ?? 0;
    // Records may hold what later ones took back; only a snapshot alone is free of it.
    if (unreadable === 0 && stored.updates.length === 0) this.#whole = stored.snapshot;
  }

  /** Something stored has no place in the document, so a snapshot would lose it. */
  get isWounded(): boolean {
    return this.#waiting.length > 0;
  }

  /** For reading only; changes go through `apply` and `change`. */
  get doc(): Y.Doc {
    return this.#doc;
  }

  /** About what the board takes when encoded, in bytes; never too low. */
  get bytes(): number {
    return this.#wholeBytes + this.#tailBytes;
  }

  /** Takes an update from outside. `trimmed`: pass on only what is new in it, for answers that repeat much. */
  apply(update: Uint8Array, trimmed: boolean): Applied {
    const judgement = judgeUpdate(update, this.#doc, this.#roots);
    if (!judgement.ok) return { kind: 'refused', why: judgement.why };
    try {
      const change = captureChange(this.#doc, trimmed || !judgement.plain, () => {
        Y.applyUpdate(this.#doc, update);
        if (trimmed) for (const record of this.#waiting) Y.applyUpdate(this.#doc, record);
      });
      const more = trimmed && this.isWounded;
      const pending = dropPending(this.#doc);
      if (trimmed && !pending) this.#waiting = [];
      if (pending && judgement.plain) return { kind: 'broken' };
      if (change.update !== null) this.#remember(change.update);
      else if (change.any) this.#remember(update);
      return {
        kind: 'applied',
        store: change.update ?? (change.any ? update : null),
        complete: judgement.complete && (!pending || this.isWounded),
        more,
      };
    } catch {
      // Yjs threw in the middle of a transaction: the document is half changed.
      return { kind: 'broken' };
    }
  }

  /** Makes a change of the server's own. When `change` throws, so does this, and the document is broken. */
  change<T>(change: (doc: Y.Doc) => T): { readonly result: T; readonly store: Uint8Array | null } {
    const result: T[] = [];
    const { update, deleted } = captureChange(this.#doc, true, () =>
      this.#doc.transact(() => {
        result.push(change(this.#doc));
      }),
    );
    if (update !== null) this.#remember(update);
    if (deleted) this.#forgetAnswer();
    return { result: result.length > 0 ? (result[0] as T) : fail('the change was not run'), store: update };
  }

  /** What somebody with this state vector misses, as one or two updates; the last one completes it. */
  answer(stateVector: Uint8Array): readonly Uint8Array[] {
    if (stateVector.length > 1) return [Y.encodeStateAsUpdate(this.#doc, stateVector)];
    if (this.#whole === null || this.#tail.length > ANSWER_TAIL_RECORDS || this.#tailBytes > ANSWER_TAIL_BYTES) {
      this.#whole = Y.encodeStateAsUpdate(this.#doc);
      this.#wholeBytes = this.#whole.length;
      this.#tail = [];
      this.#tailBytes = 0;
    }
    if (this.#tail.length === 0) return [this.#whole];
    if (this.#tail.length > 1) this.#tail = [Y.mergeUpdates(this.#tail)];
    return [this.#whole, this.#tail[0] ?? EMPTY_UPDATE];
  }

  stateVector(): Uint8Array {
    return Y.encodeStateVector(this.#doc);
  }

  /** The whole state, compact: what a snapshot in storage is made of. */
  snapshot(): Uint8Array {
    this.#whole = Y.encodeStateAsUpdate(this.#doc);
    this.#wholeBytes = this.#whole.length;
    this.#tail = [];
    this.#tailBytes = 0;
    return this.#whole;
  }

  destroy(): void {
    this.#doc.destroy();
  }

  /** What the server took back must not reach newcomers in an older answer. */
  #forgetAnswer(): void {
    this.#whole = null;
    this.#tail = [];
  }

  #remember(update: Uint8Array): void {
    this.#tail.push(update);
    this.#tailBytes += update.length;
  }
}

/** Runs a change; `any` tells whether it changed the document, `deleted` whether something was taken away, `update` is the change itself when wanted. */
function captureChange(
  doc: Y.Doc,
  wanted: boolean,
  run: () => void,
): { readonly any: boolean; readonly deleted: boolean; readonly update: Uint8Array | null } {
  const updates: Uint8Array[] = [];
  let any = false;
  let deleted = false;
  const onUpdate = (update: Uint8Array): void => {
    updates.push(update);
  };
  const onTransaction = (transaction: Y.Transaction): void => {
    deleted ||= transaction.deleteSet.clients.size > 0;
    any ||= deleted;
    for (const [client, clock] of transaction.afterState) any ||= transaction.beforeState.get(client) !== clock;
  };
  doc.on('afterTransaction', onTransaction);
  if (wanted) doc.on('update', onUpdate);
  try {
    run();
  } finally {
    doc.off('afterTransaction', onTransaction);
    if (wanted) doc.off('update', onUpdate);
  }
  const [first] = updates;
  return {
    any,
    deleted,
    update: first === undefined || updates.length === 1 ? (first ?? null) : Y.mergeUpdates(updates),
  };
}

/** Yjs keeps what misses its predecessors; the relay asks for it again instead. True when there was something. */
function dropPending({ store }: Y.Doc): boolean {
  const pending = store.pendingStructs !== null || store.pendingDs !== null;
  store.pendingStructs = null;
  store.pendingDs = null;
  return pending;
}

interface Read {
  readonly doc: Y.Doc;
  readonly unreadable: number;
  readonly waiting: readonly Uint8Array[];
}

function read(stored: StoredBoard): Read {
  const records = stored.snapshot === null ? stored.updates : [stored.snapshot, ...stored.updates];
  const whole = documentOf(records);
  const readable = whole === null ? records.filter(isReadable) : records;
  const doc = whole ?? documentOf(readable) ?? fail('unreadable only together');
  const waiting = dropPending(doc) ? readable : [];
  return { doc, unreadable: records.length - readable.length, waiting };
}

function documentOf(records: readonly Uint8Array[]): Y.Doc | null {
  const doc = new Y.Doc();
  try {
    doc.transact(() => {
      for (const record of records) Y.applyUpdate(doc, record);
    });
  } catch {
    // Yjs cannot read one of the records; the caller finds out which.
    doc.destroy();
    return null;
  }
  return doc;
}

function isReadable(record: Uint8Array): boolean {
  const alone = documentOf([record]);
  alone?.destroy();
  return alone !== null;
}

function fail(why: string): never {
  throw new Error(why);
}
