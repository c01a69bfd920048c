/** How many organisations have brought notes to the group iceberg under their name. A number only: whose the others are, nobody learns. */
import type * as Y from 'yjs';
import { readNotes } from '../board/notes.ts';

/** Notes without a name count for nobody, and so do those that were written there. */
export const organisationsOn = (doc: Y.Doc): number =>
  new Set(readNotes(doc).flatMap(({ origin, organisation }) => (origin && organisation ? [organisation] : []))).size;
