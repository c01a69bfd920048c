/**
 * A board's document for those who need one: the server's own commands, and questions about the depth of a place. Built
 * from the log when it is asked for, kept up while it is used, forgotten when nobody asked for it for a while.
 * Knows no session, no frame and no storage.
 */
import * as Y from 'yjs';
import type { Bears } from './board-log.ts';
import { BoardRest } from './board-rest.ts';
import { documentOf, isReadable } from './document-of.ts';
import { inTime, PATIENCE, wasStalled } from './in-time.ts';
import type { LongWork } from './long-work.ts';
import type { Clock, StoredSnapshot } from './ports.ts';
import { RoomError } from './room-error.ts';
import { SlowWriters } from './slow-writers.ts';
import { MAX_NESTING } from './update-check.ts';
import { partsOf } from './update-parts.ts';

/** A change of the server's own. */
export interface Changed<T> {
  readonly result: T;
  /** What to store and pass on, null when nothing changed. */
  readonly update: Uint8Array | null;
  /** Something was taken away for good. */
  readonly takesBack: boolean;
}

/** What a board needs of the clock. */
export type BoardClock = Pick<Clock, 'now' | 'used' | 'within'>;

interface Updates {
  /** Everything the board holds, in order. */
  updates(): readonly Uint8Array[];
}

/** Who wrote an update; null where it does not matter. */
export type Writer = string | null;

interface Behind {
  readonly update: Uint8Array;
  readonly writer: Writer;
}

/** So many bytes are read in the time of one update that is caught up with, and never fewer updates than this. */
const BYTES_AN_UPDATE = 250;
const FAR_BEHIND = 2_000;
/** What the board holds must be read in so many ms and so many a megabyte: several times what honest boards take. */
const MOST_MS = 1_000;
const MOST_MS_A_MEGABYTE = 300;
/** What is tried, in so many ms and so many for each of its parts. */
const TRIAL_MS = 500;
const TRIAL_MS_A_PART = 0.006;
const MOST_PARTS = 100_000;
/** A change of the server's own. */
const CHANGE_MS = 1_000;

/**
 * `failed`: Yjs threw. `late`: not in the time it may take; `short-of-time`: not in the time there was. Only when it is
 * done, the document is whole.
 */
type Applied = 'done' | 'failed' | 'late' | 'short-of-time' | 'stalled';

export class BoardDocument {
  readonly #board: Updates;
  readonly #clock: BoardClock;
  readonly #long: LongWork;
  readonly #rest: BoardRest;
  readonly #slow = new SlowWriters();
  #doc: Y.Doc | null = null;
  #behind: Behind[] = [];
  #mostBehind = 0;

  constructor(board: Updates, clock: BoardClock, long: LongWork) {
    this.#board = board;
    this.#clock = clock;
    this.#long = long;
    this.#rest = new BoardRest(clock, long);
  }

  /** The board took these updates. */
  follow(updates: readonly Uint8Array[], writer: Writer): void {
    if (this.#doc === null) return;
    for (const update of updates) this.#behind.push({ update, writer });
    if (this.#behind.length > this.#mostBehind) this.forget();
  }

  /**
   * For reading only, and not to be kept. Throws when Yjs cannot read what the board holds, and a RoomError when it cannot
   * in good time; what cannot wait is given all its time whatever other boards have taken.
   */
  read(waits = true): Y.Doc {
    const doc = this.#doc;
    if (doc === null) return this.#build(waits);
    if (this.#behind.length === 0) return doc;
    const behind = this.#behind;
    this.#behind = [];
    if (this.#catchUp(doc, behind)) return doc;
    this.forget();
    return this.#build(waits);
  }

  /** Whether an update that was judged good is applied in good time, here and wherever the board is followed. */
  bears(update: Uint8Array, writer: Writer): Bears {
    if (writer !== null && this.#long.isPutOff(writer)) return 'later';
    for (const patience of PATIENCE) {
      const applied = this.#try({ update, writer }, patience);
      // What Yjs cannot read is for others to judge, and no update makes a board that cannot be read better or worse.
      if (applied === 'done' || applied === 'failed') return 'yes';
      if (applied === 'stalled') continue;
      if (applied === 'late') {
        if (writer !== null) this.#slow.ended(writer);
        return 'no';
      }
      if (writer !== null) this.#long.putOff(writer);
      break;
    }
    return 'later';
  }

  /** Somebody whose updates made this board slow. */
  isSlowedBy(writer: Writer): boolean {
    return writer !== null && this.#slow.isOne(writer);
  }

  /** When `change` throws, so does this, and nothing of it is kept. */
  change<T>(change: (doc: Y.Doc) => T): Changed<T> {
    const doc = this.read();
    const updates: Uint8Array[] = [];
    let takesBack = false;
    const onUpdate = (update: Uint8Array): void => {
      updates.push(update);
    };
    const onTransaction = (transaction: Y.Transaction): void => {
      Y.iterateDeletedStructs(transaction, transaction.deleteSet, (struct) => {
        takesBack ||= struct instanceof Y.Item && isTakenBack(struct);
      });
    };
    doc.on('update', onUpdate);
    doc.on('afterTransaction', onTransaction);
    try {
      const most = this.#long.most(CHANGE_MS);
      const done = this.#rest.after(() => this.#clock.within(most, () => doc.transact(() => change(doc))));
      const [first] = updates;
      const update = updates.length > 1 ? Y.mergeUpdates(updates) : (first ?? null);
      return { result: done.value, update, takesBack };
    } catch (error) {
      // A bug in a command: half of its change may be in.
      this.forget();
      throw error;
    } finally {
      doc.off('update', onUpdate);
      doc.off('afterTransaction', onTransaction);
    }
  }

  /** The whole state, free of everything that was deleted. */
  snapshot(): StoredSnapshot {
    const doc = this.read(false);
    const stateVector = Y.encodeStateVector(doc);
    let entries = 0;
    for (const root of doc.share.values()) entries += root._map.size;
    return {
      bytes: Y.encodeStateAsUpdate(doc),
      stateVector,
      deletes: Y.encodeStateAsUpdate(doc, stateVector),
      entries,
    };
  }

  /** How many types an item sits in, itself included. */
  levelOf(id: Y.ID): number {
    const item = Y.getItem(this.read().store, id);
    let levels = 1;
    let parent: unknown = item instanceof Y.Item ? item.parent : null;
    while (parent instanceof Y.AbstractType && parent._item !== null && levels <= MAX_NESTING) {
      levels += 1;
      parent = parent._item.parent;
    }
    return levels;
  }

  forget(): void {
    this.#doc?.destroy();
    this.#doc = null;
    this.#behind = [];
  }

  #try(one: Behind, patience: number): Applied {
    let doc: Y.Doc;
    try {
      doc = this.read();
    } catch (error) {
      return error instanceof RoomError ? 'stalled' : 'failed';
    }
    const applied = this.#apply(doc, [one], trialMs(one.update), patience);
    if (applied !== 'done') this.forget();
    return applied;
  }

  #catchUp(doc: Y.Doc, behind: readonly Behind[]): boolean {
    return this.#apply(doc, behind, mostMs(lengthOf(behind.map(({ update }) => update)))) === 'done';
  }

  #build(waits: boolean): Y.Doc {
    if (this.#rest.isResting) throw new RoomError('busy');
    const updates = this.#board.updates();
    const bytes = lengthOf(updates);
    const most = waits ? this.#long.most(mostMs(bytes)) : mostMs(bytes);
    const readAll = (): Y.Doc | null => documentOf(updates) ?? documentOf(updates.filter(isReadable));
    const built = this.#rest.after(() => inTime(this.#clock, most, readAll));
    if (built.value === null) throw new Error('the records of this board cannot be read together');
    this.#doc = built.value;
    this.#mostBehind = Math.max(FAR_BEHIND, bytes / BYTES_AN_UPDATE);
    return built.value;
  }

  #apply(doc: Y.Doc, updates: readonly Behind[], wanted: number, patience = 1): Applied {
    const most = this.#long.most(wanted);
    const started = this.#clock.used();
    let before = started;
    const applyAll = (): void => {
      for (const { update, writer } of updates) {
        Y.applyUpdate(doc, update);
        const now = this.#clock.used();
        if (writer !== null) this.#slow.took(writer, now - before, update.length);
        before = now;
      }
    };
    let applied: Applied = 'failed';
    try {
      applied = this.#clock.within(patience * most, applyAll) === null ? 'late' : 'done';
    } catch {
      // Yjs threw.
    }
    const took = this.#clock.used() - started;
    this.#long.took(took, applied === 'late');
    if (applied !== 'late') return applied;
    if (wasStalled(took, most)) return 'stalled';
    return most < wanted ? 'short-of-time' : 'late';
  }
}

const MEGABYTE = 1024 * 1024;
const mostMs = (bytes: number): number => MOST_MS + bytes * (MOST_MS_A_MEGABYTE / MEGABYTE);
const trialMs = (update: Uint8Array): number => TRIAL_MS + partsOf(update, MOST_PARTS) * TRIAL_MS_A_PART;
const lengthOf = (updates: readonly Uint8Array[]): number => updates.reduce((sum, { length }) => sum + length, 0);

/** A plain value that another one replaced is not; text, a type, or an entry without a successor is. */
const isTakenBack = ({ content, parentSub, right }: Y.Item): boolean =>
  !(content instanceof Y.ContentAny && parentSub !== null && right !== null);
