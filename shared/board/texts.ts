/** Shared texts of a board: how one is changed so that others' letters survive, and the texts seeded with the board. Knows no text field. */
import * as Y from 'yjs';
import { textsOf, type Writer, write } from './document.ts';
import { spliceOf } from './splice.ts';

/** The sentence of the value board. Seeded by the server, so that two people never create it twice. */
export const STATEMENT = 'statement';

/** The shared text under a key, or null when this board has none. */
export function textAt(doc: Y.Doc, key: string): Y.Text | null {
  const text = textsOf(doc).get(key);
  return text instanceof Y.Text ? text : null;
}

/**
 * Makes `text` read `after` by the smallest edit, so that letters typed elsewhere at the same time stay. New letters go
 * in before the old ones go out: then what somebody else adds behind the old ones stays behind the new ones.
 */
export function rewriteText(w: Writer, text: Y.Text, after: string, caret?: number): void {
  const before = text.toString();
  if (before === after) return;
  const { at, remove, insert } = spliceOf(before, after, caret);
  write(w, () => {
    text.insert(at, insert);
    text.delete(at + insert.length, remove);
  });
}
