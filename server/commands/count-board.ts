/** What a board says about itself: numbers of notes, who wrote, who brought something; no text. Knows no room. */
import type * as Y from 'yjs';
import { notesOf } from '../../shared/board/document.ts';
import { purgeLinks } from '../../shared/board/links.ts';
import { purgeDeleted } from '../../shared/board/notes.ts';
import { TIME } from '../../shared/limits.ts';
import { organisationsOn } from '../../shared/synthesis/brought-by.ts';
import { countAreas } from '../../shared/synthesis/counts.ts';
import { writersOn } from '../../shared/synthesis/writers.ts';

export interface Counted {
  readonly counts: ReturnType<typeof countAreas>;
  readonly writers: ReturnType<typeof writersOn>;
  /** Null on a board to which nothing is brought. */
  readonly brought: ReturnType<typeof organisationsOn> | null;
}

/** What to count. */
export interface Counting {
  readonly now: number;
  readonly isGroup: boolean;
}

/** Also removes for good what was deleted long ago. */
export function countBoard(doc: Y.Doc, { now, isGroup }: Counting): Counted {
  purgeDeleted({ doc, origin: null }, now, TIME.deletedNoteMs);
  purgeLinks({ doc, origin: null }, (note) => notesOf(doc).has(note));
  return { counts: countAreas(doc), writers: writersOn(doc), brought: isGroup ? organisationsOn(doc) : null };
}
