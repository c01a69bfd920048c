/** Puts records into a store as if somebody else had: no undo, no echo, and a bad record never stops the good ones. */
import type { TLRecord, TLStore } from 'tldraw';

export function putQuietly(store: TLStore, put: readonly TLRecord[], remove: readonly TLRecord['id'][] = []): void {
  if (put.length === 0 && remove.length === 0) return;
  store.mergeRemoteChanges(() => {
    for (const record of put) {
      try {
        store.put([record]);
      } catch (error) {
        // The store's validator refuses records of other versions: they stay in the document and are not shown.
        console.warn('a record of the board cannot be shown', record.id, error instanceof Error ? error.name : '');
      }
    }
    if (remove.length > 0) store.remove([...remove]);
  });
}
