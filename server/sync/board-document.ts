/**
 * A board's document for those who need one: the server's own commands, and questions about the depth of a place. Built
 * from the log when it is asked for, kept up while it is used, forgotten when nobody asked for it for a while.
 * Knows no session, no frame and no storage.
 */
import * as Y from 'yjs';
import { BoardRest } from './board-rest.ts';
import { readableOf } from './document-of.ts';
import { inTime } from './in-time.ts';
import { levelOf } from './level-of.ts';
import { type LongWork, SHORT_MS } from './long-work.ts';
import type { Clock, Haste, StoredSnapshot } from './ports.ts';
import { RoomError } from './room-error.ts';

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

/** So many bytes are read in the time of one update that is caught up with, and never fewer updates than this. */
const BYTES_AN_UPDATE = 250;
const FAR_BEHIND = 2_000;
/** What the board holds must be read in so many ms and so many a megabyte: several times what honest boards take. */
const MOST_MS = 1_000;
const MOST_MS_A_MEGABYTE = 300;
/** What is tried on a document that is at hand: others wait no longer than this. */
const AT_HAND_MS = 20;
const AT_HAND_BEHIND = 200;
/** A change of the server's own. */
const CHANGE_MS = 1_000;

export class BoardDocument {
  readonly #board: Updates;
  readonly #clock: BoardClock;
  readonly #long: LongWork;
  readonly #rest: BoardRest;
  #doc: Y.Doc | null = null;
  #behind: Uint8Array[] = [];
  #mostBehind = 0;
  /** It takes longer to read than others should wait. */
  #isLong = false;

  constructor(board: Updates, clock: BoardClock, long: LongWork) {
    this.#board = board;
    this.#clock = clock;
    this.#long = long;
    this.#rest = new BoardRest(clock, long);
  }

  /** The board took these updates. */
  follow(updates: readonly Uint8Array[]): void {
    if (this.#doc === null) return;
    this.#behind.push(...updates);
    if (this.#behind.length > this.#mostBehind) this.forget();
  }

  /**
   * For reading only, and not to be kept. Throws when Yjs cannot read what the board holds, and a RoomError when it cannot
   * in good time; what must be done is given all its time whatever other boards have taken.
   */
  read(haste: Haste | 'must' = 'usual'): Y.Doc {
    const doc = this.#doc;
    if (doc === null) return this.#build(haste);
    if (this.#behind.length === 0) return doc;
    const behind = this.#behind;
    this.#behind = [];
    if (this.#apply(doc, behind, this.#most(mostMs(lengthOf(behind)), haste))) return doc;
    this.forget();
    return this.#build(haste);
  }

  /**
   * Applies an update to a document that is at hand, where that takes next to no time: how many ms. Null where it is not
   * known what it would take.
   */
  applyAtHand(update: Uint8Array): number | null {
    const doc = this.#doc;
    if (doc === null || this.#long.waitMs > 0 || this.#behind.length > AT_HAND_BEHIND) return null;
    const updates = [...this.#behind, update];
    this.#behind = [];
    const before = this.#clock.used();
    if (this.#apply(doc, updates, AT_HAND_MS)) return this.#clock.used() - before;
    this.forget();
    return null;
  }

  /** When `change` throws, so does this, and nothing of it is kept. */
  change<T>(change: (doc: Y.Doc) => T, haste: Haste): Changed<T> {
    const doc = this.read(haste);
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
      const most = this.#most(CHANGE_MS, haste);
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
    const doc = this.read('must');
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

  /** How many types an item sits in, itself included. Anybody may ask at any time, so it is brief: else it is tried. */
  levelOf(id: Y.ID): number {
    return levelOf(this.read('brief'), id);
  }

  forget(): void {
    this.#doc?.destroy();
    this.#doc = null;
    this.#behind = [];
  }

  /** Only when it returns true the document is whole. */
  #apply(doc: Y.Doc, updates: readonly Uint8Array[], most: number): boolean {
    const before = this.#clock.used();
    let wasEnded = false;
    const applyAll = (): void => {
      for (const update of updates) Y.applyUpdate(doc, update);
    };
    try {
      wasEnded = this.#clock.within(most, applyAll) === null;
      return !wasEnded;
    } catch {
      // Yjs threw.
      return false;
    } finally {
      this.#long.took(this.#clock.used() - before, wasEnded);
    }
  }

  #most(ms: number, haste: Haste | 'must'): number {
    if (haste === 'must') return ms;
    return this.#long.most(haste === 'brief' ? Math.min(ms, SHORT_MS) : ms);
  }

  #build(haste: Haste | 'must'): Y.Doc {
    if (this.#rest.isResting || (haste === 'brief' && this.#isLong)) throw new RoomError('busy');
    const updates = this.#board.updates();
    const bytes = lengthOf(updates);
    // Until it was read in time.
    if (haste === 'brief') this.#isLong = true;
    const most = this.#most(mostMs(bytes), haste);
    const read = (): Y.Doc | null => readableOf(updates);
    const built = this.#rest.after(() =>
      haste === 'brief' ? this.#clock.within(most, read) : inTime(this.#clock, most, read),
    );
    this.#isLong = false;
    if (built.value === null) throw new Error('the records of this board cannot be read together');
    this.#doc = built.value;
    this.#mostBehind = Math.max(FAR_BEHIND, bytes / BYTES_AN_UPDATE);
    return built.value;
  }
}

const MEGABYTE = 1024 * 1024;
const mostMs = (bytes: number): number => MOST_MS + bytes * (MOST_MS_A_MEGABYTE / MEGABYTE);
const lengthOf = (updates: readonly Uint8Array[]): number => updates.reduce((sum, { length }) => sum + length, 0);

/** A plain value that another one replaced is not; text, a type, or an entry without a successor is. */
const isTakenBack = ({ content, parentSub, right }: Y.Item): boolean =>
  !(content instanceof Y.ContentAny && parentSub !== null && right !== null);
