/** How deep something sits in a document. Changes nothing. */
import * as Y from 'yjs';
import { MAX_NESTING } from './update-check.ts';

/** How many types an item sits in, itself included; no more are counted than one too many. */
export function levelOf(doc: Y.Doc, id: Y.ID): number {
  const item = Y.getItem(doc.store, id);
  let levels = 1;
  let parent: unknown = item instanceof Y.Item ? item.parent : null;
  while (parent instanceof Y.AbstractType && parent._item !== null && levels <= MAX_NESTING) {
    levels += 1;
    parent = parent._item.parent;
  }
  return levels;
}
