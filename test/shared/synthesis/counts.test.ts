import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { addNotes } from '../../../shared/board/notes.ts';
import type { NoteId } from '../../../shared/ids.ts';
import { countAreas } from '../../../shared/synthesis/counts.ts';
import { freeSlots } from '../../../shared/template/slots.ts';
import { joinedBoards } from '../../kit/docs.ts';

it('every layer is counted, also one without a note; what is blank counts nowhere', () => {
  const [w] = joinedBoards('iceberg', 1);
  if (!w) throw new Error('a board');
  const texts = ['uno', 'dos', '', ' \n'];
  addNotes(
    w,
    freeSlots('iceberg', 'patterns', 4, []).map((pos, i) => ({
      id: `n${i}` as NoteId,
      pos,
      createdAt: i,
      text: texts[i] ?? '',
    })),
  );
  expect(countAreas(w.doc)).toEqual({ results: 0, patterns: 2, structures: 0, beliefs: 0 });
});

it('what is no board of notes has no layers', () => {
  expect(countAreas(new Y.Doc())).toEqual({});
  const [page] = joinedBoards('feedback', 1);
  expect(page && countAreas(page.doc)).toEqual({});
});
