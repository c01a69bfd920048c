/** Whether this browser keeps what a call needs: notes, words, the page itself. Tries each and leaves nothing behind. */
import { openShelfStore, type ShelfStore } from './shelf-store.ts';

/** Some browsers neither answer nor refuse; and some ask the person, who may be reading. */
const PATIENCE_MS = 8000;
/** No board is called that. */
const NAME = 'tempano-check';

/** Puts a note's bytes away as a board does, and reads them back. Never rejects. */
export async function keepsNotes(open: (name: string) => Promise<ShelfStore> = openShelfStore): Promise<boolean> {
  return inTime(async () => {
    const store = await open(NAME);
    const written = Uint8Array.of(1, 2, 3);
    await store.add(written, null);
    const { updates } = await store.read();
    store.close();
    if (typeof indexedDB !== 'undefined') indexedDB.deleteDatabase(NAME);
    return String(updates.at(-1)) === String(written);
  });
}

/** `storage` throws where the person's settings block it. */
export function keepsWords(storage: () => Storage = () => localStorage): boolean {
  try {
    storage().setItem(NAME, NAME);
    const isKept = storage().getItem(NAME) === NAME;
    storage().removeItem(NAME);
    return isKept;
  } catch {
    // Blocked, or full.
    return false;
  }
}

/** Asks the browser not to clear what is kept when room is short. Never rejects. */
export const keepsForLong = (): Promise<boolean> =>
  inTime(async () => (await navigator.storage.persisted()) || (await navigator.storage.persist()));

/** Whether the page opens without a connection: its worker is there, and has it. Never rejects. */
export const keepsThePage = (): Promise<boolean> =>
  inTime(async () => {
    await navigator.serviceWorker.ready;
    return (await caches.match('/', { ignoreVary: true })) !== undefined;
  });

async function inTime(tried: () => Promise<boolean>): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MS, false);
  });
  try {
    return await Promise.race([tried(), late]);
  } catch {
    // The browser does not have it, or refuses.
    return false;
  } finally {
    clearTimeout(timer);
  }
}
