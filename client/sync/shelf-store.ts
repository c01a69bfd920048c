/**
 * One board's place in IndexedDB: a list of updates and what was last known to be saved. Every call says whether it
 * worked. Knows bytes only, no document.
 */
import { hint } from './unsent-hints.ts';

/** Windows that wrote something, and how often each had put something away. */
export type Writers = ReadonlyMap<string, number>;

export interface ShelfStore {
  /**
   * All updates, in the order they came, the last mark, and who wrote something since they were marked. Rejects when
   * they cannot be read.
   */
  read(): Promise<{
    readonly updates: Uint8Array[];
    readonly mark: Uint8Array | null;
    readonly writers: Writers;
  }>;
  /**
   * `writer`: the window and how often, when something of it was written there; null when all of it came from the server.
   * Resolves with how many updates there are when they are stored. Rejects when the browser refuses: no room, no permission.
   */
  add(update: Uint8Array, writer: readonly [string, number] | null): Promise<number>;
  /** Puts what `merge` makes of all updates in their place, at once or not at all. */
  fold(merge: (updates: Uint8Array[]) => Uint8Array): Promise<void>;
  /** What these windows wrote so far is saved. */
  setMark(mark: Uint8Array, writers: Writers): Promise<void>;
  close(): void;
}

const UPDATES = 'updates';
const CUSTOM = 'custom';
const MARK = 'saved';
const WRITER = 'writer:';

/** Rejects when the browser has no place for us; may never settle in some private windows. */
export async function openShelfStore(name: string): Promise<ShelfStore> {
  const opening = indexedDB.open(name);
  opening.onupgradeneeded = () => {
    opening.result.createObjectStore(UPDATES, { autoIncrement: true });
    opening.result.createObjectStore(CUSTOM);
  };
  const database = await answer(opening);
  // Somebody clears this board elsewhere: they must not wait for us.
  database.onversionchange = () => database.close();
  return {
    async read() {
      const transaction = database.transaction([UPDATES, CUSTOM]);
      const updates = answer(transaction.objectStore(UPDATES).getAll());
      const mark = answer(transaction.objectStore(CUSTOM).get(MARK));
      const keys = answer(transaction.objectStore(CUSTOM).getAllKeys());
      const values = answer(transaction.objectStore(CUSTOM).getAll());
      return {
        updates: (await updates).flatMap((one) => bytesOf(one) ?? []),
        mark: bytesOf(await mark),
        writers: writersIn(await keys, await values),
      };
    },
    async add(update, writer) {
      if (writer !== null) hint(name);
      // What was written here may be the only copy: it is on the disk when the power goes, where the browser can do that.
      const durability = writer === null ? 'default' : 'strict';
      const transaction = database.transaction([UPDATES, CUSTOM], 'readwrite', { durability });
      const stored = ended(transaction);
      transaction.objectStore(UPDATES).add(update);
      if (writer !== null) transaction.objectStore(CUSTOM).put(writer[1], WRITER + writer[0]);
      const count = answer(transaction.objectStore(UPDATES).count());
      // Without waiting for this page, which may be going.
      transaction.commit?.();
      await Promise.all([stored, count]);
      // Again: another window may have looked in between and found nothing.
      if (writer !== null) hint(name);
      return count;
    },
    async fold(merge) {
      const transaction = database.transaction(UPDATES, 'readwrite');
      const store = transaction.objectStore(UPDATES);
      const reading = store.getAll();
      reading.onsuccess = () => {
        const merged = merge(reading.result.flatMap((one) => bytesOf(one) ?? []));
        store.clear();
        store.add(merged);
      };
      await ended(transaction);
    },
    async setMark(mark, writers) {
      const transaction = database.transaction(CUSTOM, 'readwrite');
      const store = transaction.objectStore(CUSTOM);
      store.put(mark, MARK);
      for (const [window, times] of writers) {
        const reading = store.get(WRITER + window);
        reading.onsuccess = () => {
          if (Number(reading.result) === times) store.delete(WRITER + window);
        };
      }
      await ended(transaction);
    },
    close: () => database.close(),
  };
}

/** A version before this one wrote `true`. */
const writersIn = (keys: readonly IDBValidKey[], values: readonly unknown[]): Writers =>
  new Map(
    keys.flatMap((key, i) =>
      typeof key === 'string' && key.startsWith(WRITER) ? [[key.slice(WRITER.length), Number(values[i])]] : [],
    ),
  );

function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('refused'));
  });
}

/** Stored means that the transaction is complete, not that the request was taken. */
function ended(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('refused'));
  });
}

function bytesOf(value: unknown): Uint8Array | null {
  if (value instanceof Uint8Array) return value;
  return value instanceof ArrayBuffer ? new Uint8Array(value) : null;
}
