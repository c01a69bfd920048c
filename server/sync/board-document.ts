/**
 * A board's document for those who need one: the server's own commands, and questions about the depth of a place. Built
 * from the log when it is asked for, kept up while it is used, forgotten when nobody asked for it for a while.
 * Knows no session, no frame and no storage.
 */
import * as Y from 'yjs';
import type { StoredSnapshot } from './ports.ts';
import { MAX_NESTING } from './update-check.ts';

/** A change of the server's own. */
export interface Changed<T> {
  readonly result: T;
  /** What to store and pass on, null when nothing changed. */
  readonly update: Uint8Array | null;
  /** Something was taken away for good. */
  readonly takesBack: boolean;
}

interface Updates {
  /** Everything the board holds, in order. */
  updates(): readonly Uint8Array[];
}

/** With more updates than this to catch up with, it is cheaper to be built anew when asked for. */
const FAR_BEHIND = 2_000;

export class BoardDocument {
  readonly #board: Updates;
  #doc: Y.Doc | null = null;
  #behind: Uint8Array[] = [];

  constructor(board: Updates) {
    this.#board = board;
  }

  /** The board took these updates. */
  follow(updates: readonly Uint8Array[]): void {
    if (this.#doc === null) return;
    this.#behind.push(...updates);
    if (this.#behind.length > FAR_BEHIND) this.forget();
  }

  /** For reading only, and not to be kept. Throws when Yjs cannot read what the board holds. */
  read(): Y.Doc {
    const doc = this.#doc;
    if (doc === null) return this.#build();
    if (this.#behind.length === 0) return doc;
    const behind = this.#behind;
    this.#behind = [];
    if (applied(doc, behind)) return doc;
    this.forget();
    return this.#build();
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
      const result = doc.transact(() => change(doc));
      const [first] = updates;
      const update = updates.length > 1 ? Y.mergeUpdates(updates) : (first ?? null);
      return { result, update, takesBack };
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
    const doc = this.read();
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

  #build(): Y.Doc {
    const updates = this.#board.updates();
    const doc = documentOf(updates) ?? documentOf(updates.filter(isReadable));
    if (doc === null) throw new Error('the records of this board cannot be read together');
    this.#doc = doc;
    return doc;
  }
}

/** A plain value that another one replaced is not; text, a type, or an entry without a successor is. */
const isTakenBack = ({ content, parentSub, right }: Y.Item): boolean =>
  !(content instanceof Y.ContentAny && parentSub !== null && right !== null);

function applied(doc: Y.Doc, updates: readonly Uint8Array[]): boolean {
  try {
    doc.transact(() => {
      for (const update of updates) Y.applyUpdate(doc, update);
    });
    return true;
  } catch {
    // Yjs threw in the middle: the document is half changed.
    return false;
  }
}

function documentOf(updates: readonly Uint8Array[]): Y.Doc | null {
  const doc = new Y.Doc();
  if (applied(doc, updates)) return doc;
  doc.destroy();
  return null;
}

function isReadable(update: Uint8Array): boolean {
  const alone = documentOf([update]);
  alone?.destroy();
  return alone !== null;
}
