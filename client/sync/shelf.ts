/**
 * A board kept on this device: every change is put away at once, with it how much of it the server is known to have,
 * and whether the device really keeps it. Knows no connection and nothing of how a browser stores.
 */
import * as Y from 'yjs';
import { type Store, writable } from '../board/store.ts';
import type { ShelfStore, Writers } from './shelf-store.ts';

export interface Shelf {
  /** The origin of changes that come from this device. */
  readonly origin: unknown;
  /** Resolves when what was kept is in the document, or cannot be had. Never rejects. */
  readonly ready: Promise<{ readonly found: boolean; readonly unsent: boolean }>;
  /** False while something of the document is in this window only. */
  readonly keeps: Store<boolean>;
  /** The server has everything that is in the document now. */
  markSaved(): void;
  /** The page goes: what waits for something that is being put away waits no longer. */
  hurry(): void;
  /** Keeps nothing more of this board. The document in memory stays as it is. */
  close(): void;
}

const PATIENCE_MS = 3000;
const AGAIN_MS = 15_000;
/** Updates that are folded into one. */
const FOLD_AT = 500;
const MISSING = { found: false, unsent: false } as const;

/** `open` is asked once; a device that refuses is a shelf that keeps nothing. */
export function openShelf(doc: Y.Doc, open: () => Promise<ShelfStore>): Shelf {
  return new DocumentShelf(doc, open);
}

interface Waiting {
  readonly update: Uint8Array;
  /** Written in this window, not received. */
  readonly local: boolean;
}

class DocumentShelf implements Shelf {
  readonly ready: Promise<{ readonly found: boolean; readonly unsent: boolean }>;
  readonly #doc: Y.Doc;
  readonly #keeps = writable(true);
  #store: ShelfStore | null = null;
  readonly #window: string;
  /** How often this window has put away what was written in it. */
  #times = 0;
  /** What the other windows had written when this one opened is in its document. */
  #others: Writers = new Map();
  #waiting: Waiting[] = [];
  #busy = false;
  #closed = false;
  #again: ReturnType<typeof setTimeout> | undefined;
  #patience: ReturnType<typeof setTimeout> | undefined;

  constructor(doc: Y.Doc, open: () => Promise<ShelfStore>) {
    this.#doc = doc;
    this.#window = String(doc.clientID);
    doc.on('update', this.#onUpdate);
    const content = this.#open(open).catch(() => this.#refused());
    // Some browsers neither open nor refuse in private windows: both mean going on without.
    const late = new Promise<typeof MISSING>((resolve) => {
      this.#patience = setTimeout(() => resolve(this.#late()), PATIENCE_MS);
    });
    this.ready = Promise.race([content, late]);
  }

  get origin(): unknown {
    return this;
  }
  get keeps(): Store<boolean> {
    return this.#keeps;
  }

  markSaved(): void {
    // Without the mark the server is asked once more next time: nothing is lost.
    const writers = new Map(this.#others).set(this.#window, this.#times);
    void this.#store?.setMark(markOf(this.#doc), writers).catch(() => undefined);
  }

  hurry(): void {
    if (this.#store && this.#waiting.length > 0) this.#put(this.#store);
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#doc.off('update', this.#onUpdate);
    clearTimeout(this.#patience);
    clearTimeout(this.#again);
    if (!this.#busy) this.#putAway();
  }

  async #open(open: () => Promise<ShelfStore>) {
    const store = await open();
    const { updates, mark, writers } = await store.read();
    if (this.#closed) {
      store.close();
      return MISSING;
    }
    this.#doc.transact(() => {
      for (const update of updates) this.#take(update);
    }, this);
    // Whoever only read has nothing to send, however little of it was marked.
    const unsent = writers.size > 0 && !isSame(mark, markOf(this.#doc));
    this.#others = writers;
    clearTimeout(this.#patience);
    this.#store = store;
    this.#keeps.set(true);
    this.#putAway();
    if (updates.length >= FOLD_AT) this.#fold();
    return { found: updates.length > 0, unsent };
  }

  #take(update: Uint8Array): void {
    try {
      Y.applyUpdate(this.#doc, update, this);
    } catch (error) {
      // A record the disk damaged: the others are still good, and the server has what it can.
      console.warn('a record of this device could not be read', error instanceof Error ? error.name : '');
    }
  }

  readonly #onUpdate = (update: Uint8Array, origin: unknown, _: Y.Doc, { local }: Y.Transaction): void => {
    if (origin === this) return;
    this.#waiting.push({ update, local });
    this.#putAway();
  };

  /** One at a time; what comes meanwhile goes together. */
  #putAway(): void {
    const store = this.#store;
    if (!store || this.#busy) return;
    if (this.#waiting.length === 0) {
      if (this.#closed) store.close();
      return;
    }
    this.#put(store);
  }

  #put(store: ShelfStore): void {
    const isLocal = this.#waiting.some(({ local }) => local);
    if (isLocal) this.#times += 1;
    const times = this.#times;
    const update = Y.mergeUpdates(this.#waiting.map((one) => one.update));
    this.#waiting = [];
    this.#busy = true;
    clearTimeout(this.#again);
    // A closed database throws at once instead of rejecting.
    const adding = (async () => store.add(update, isLocal ? [this.#window, times] : null))();
    void adding.then(
      (count) => this.#added(count),
      () => this.#notAdded({ update, local: isLocal }),
    );
  }

  #added(count: number): void {
    this.#busy = false;
    if (this.#waiting.length === 0) this.#keeps.set(true);
    if (count >= FOLD_AT) this.#fold();
    this.#putAway();
  }

  #notAdded(waiting: Waiting): void {
    this.#busy = false;
    this.#waiting.unshift(waiting);
    this.#refused();
    if (this.#closed) this.#store?.close();
    else this.#again = setTimeout(() => this.#putAway(), AGAIN_MS);
  }

  #fold(): void {
    void this.#store?.fold((updates) => Y.mergeUpdates(updates)).catch(() => undefined);
  }

  #late(): typeof MISSING {
    return this.#store || this.#closed ? MISSING : this.#refused();
  }

  #refused(): typeof MISSING {
    this.#keeps.set(false);
    return MISSING;
  }
}

/** All that is in a document, deletions included, in a few bytes for each who wrote. */
const markOf = (doc: Y.Doc): Uint8Array => Y.encodeSnapshot(Y.snapshot(doc));

const isSame = (a: Uint8Array | null, b: Uint8Array): boolean =>
  a !== null && a.length === b.length && a.every((byte, i) => byte === b[i]);
