/** How large the largest places of a document are. Changes nothing. */
import * as Y from 'yjs';
import type { Shape } from '../sync/ports.ts';

/** Counts each item in its type, and in every type around that. */
export function shapeOf(doc: Y.Doc): Shape {
  const direct = new Map<unknown, number>();
  for (const structs of doc.store.clients.values())
    for (const struct of structs)
      if (struct instanceof Y.Item) direct.set(struct.parent, (direct.get(struct.parent) ?? 0) + 1);
  const all = new Map<unknown, number>();
  let longest = 0;
  for (const [type, items] of direct) {
    longest = Math.max(longest, items);
    for (let around: unknown = type; around instanceof Y.AbstractType && around._item !== null; ) {
      all.set(around, (all.get(around) ?? 0) + items);
      around = around._item.parent;
    }
  }
  let heaviest = 0;
  for (const items of all.values()) heaviest = Math.max(heaviest, items);
  return { longest, heaviest };
}
