/** Who has written on a board. */
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { addNotes, deleteNotes } from '../../../shared/board/notes.ts';
import type { NoteId, PersonId } from '../../../shared/ids.ts';
import { writersOn } from '../../../shared/synthesis/writers.ts';
import type { BoardKind } from '../../../shared/template/kinds.ts';

const [ana, luis, mari] = ['ana', 'luis', 'mari'] as PersonId[];

/** Ana wrote, Luis wrote and deleted, Mari began and wrote nothing. */
function boardOf(kind: BoardKind): Y.Doc {
  const doc = new Y.Doc();
  doc.getMap('meta').set('kind', kind);
  const w = { doc, origin: null };
  const note = (id: string, author: PersonId | undefined, text: string) => ({
    id: id as NoteId,
    pos: [0, 0] as const,
    createdAt: 1,
    text,
    author: author ?? null,
  });
  addNotes(w, [note('n1', ana, 'Una'), note('n2', luis, 'Dos'), note('n3', mari, ' '), note('n4', undefined, 'Tres')]);
  deleteNotes(w, ['n2' as NoteId], 2);
  return doc;
}

it('is whose notes are there', () => {
  expect(writersOn(boardOf('iceberg'))).toEqual([ana]);
});

it('is who wrote, where what was written is deleted for practice', () => {
  expect(writersOn(boardOf('practice'))).toEqual([ana, luis]);
});
