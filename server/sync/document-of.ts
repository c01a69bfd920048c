/**
 * A document made of updates, each in a transaction of its own, as whoever follows a board applies them: what came quickly
 * is read quickly. Keeps none.
 */
import * as Y from 'yjs';

/** Null when Yjs cannot read them. */
export function documentOf(updates: readonly Uint8Array[]): Y.Doc | null {
  const doc = new Y.Doc();
  try {
    for (const update of updates) Y.applyUpdate(doc, update);
    return doc;
  } catch {
    // Yjs threw in the middle: the document is half built.
    doc.destroy();
    return null;
  }
}

export function isReadable(update: Uint8Array): boolean {
  const alone = documentOf([update]);
  alone?.destroy();
  return alone !== null;
}
