/**
 * One board's place in IndexedDB: a list of updates and what was last known to be saved. Every call says whether it
 * worked. Knows bytes only, no document.
 */

export interface ShelfStore {
  /** All updates, in the order they came, and the last mark. Rejects when they cannot be read. */
  read(): Promise<{ readonly updates: Uint8Array[]; readonly mark: Uint8Array | null }>;
  /** Resolves with how many there are when they are stored. Rejects when the browser refuses: no room, no permission. */
  add(update: Uint8Array): Promise<number>;
  /** Puts what `merge` makes of all updates in their place, at once or not at all. */
  fold(merge: (updates: Uint8Array[]) => Uint8Array): Promise<void>;
  setMark(mark: Uint8Array): Promise<void>;
  close(): void;
}

const UPDATES = 'updates';
const CUSTOM = 'custom';
const MARK = 'saved';

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
      return { updates: (await updates).flatMap((one) => bytesOf(one) ?? []), mark: bytesOf(await mark) };
    },
    async add(update) {
      const transaction = database.transaction(UPDATES, 'readwrite');
      const stored = ended(transaction);
      transaction.objectStore(UPDATES).add(update);
      const count = answer(transaction.objectStore(UPDATES).count());
      await Promise.all([stored, count]);
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
    async setMark(mark) {
      const transaction = database.transaction(CUSTOM, 'readwrite');
      transaction.objectStore(CUSTOM).put(mark, MARK);
      await ended(transaction);
    },
    close: () => database.close(),
  };
}

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
