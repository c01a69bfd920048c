/** A board with notes that say only what the test is about. */
import * as Y from 'yjs';
import { seedBoard, type Writer } from '../../../shared/board/document.ts';
import { addNotes, type NoteDraft } from '../../../shared/board/notes.ts';
import type { NoteId } from '../../../shared/ids.ts';
import type { CanvasKind } from '../../../shared/template/kinds.ts';

/** The notes are `n0`, `n1` and so on, unless they say another id. */
export function notedBoard(kind: CanvasKind, ...drafts: Partial<NoteDraft>[]): Writer {
  const w = { doc: new Y.Doc(), origin: null };
  seedBoard(w.doc, kind);
  addNotes(
    w,
    drafts.map((draft, i) => ({
      id: `n${i}` as NoteId,
      pos: [900, 300] as const,
      createdAt: 1,
      text: `nota ${i}`,
      ...draft,
    })),
  );
  return w;
}
