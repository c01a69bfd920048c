/** A root of a page's document as a value that is always up to date. Knows no particular page. */
import { useMemo } from 'react';
import type * as Y from 'yjs';
import { type Store, useStore } from './store.ts';

/** `read` must be the same function each time. */
export function useRoot<T>(doc: Y.Doc, root: string, read: (doc: Y.Doc) => T): T {
  return useStore(useMemo(() => rootStore(doc, root, read), [doc, root, read]));
}

function rootStore<T>(doc: Y.Doc, root: string, read: (doc: Y.Doc) => T): Store<T> {
  const map = doc.getMap(root);
  let value = read(doc);
  return {
    get: () => value,
    subscribe(listener) {
      const onChange = (): void => {
        value = read(doc);
        listener();
      };
      map.observeDeep(onChange);
      return () => map.unobserveDeep(onChange);
    },
  };
}
