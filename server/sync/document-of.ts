/**
 * A document made of updates, each in a transaction of its own, as whoever follows a board applies them: what came quickly
 * is read quickly. Keeps none.
 */
import * as Y from 'yjs';

/** Null when Yjs cannot read them. They are put on `doc`, which is lost then; `applied` is called after each. */
export function documentOf(
  updates: readonly Uint8Array[],
  doc = new Y.Doc(),
  applied?: (nth: number) => void,
): Y.Doc | null {
  try {
    for (const [nth, update] of updates.entries()) {
      Y.applyUpdate(doc, update);
      applied?.(nth);
    }
    return doc;
  } catch {
    // Yjs threw in the middle: the document is half built.
    doc.destroy();
    return null;
  }
}

/** The same without the updates Yjs cannot read. Null when it cannot read the rest either. */
export const readableOf = (updates: readonly Uint8Array[]): Y.Doc | null =>
  documentOf(updates) ?? documentOf(updates.filter(isReadable));

function isReadable(update: Uint8Array): boolean {
  const alone = documentOf([update]);
  alone?.destroy();
  return alone !== null;
}
