/**
 * Keeps a tldraw store and a board's document equal. The document is the truth, the store a picture of it: what the hand
 * does goes to the document when the gesture ends, and whatever the document says is shown. Knows no view.
 */
import type { TLStore } from 'tldraw';
import type { Position } from '../../../shared/board/note.ts';
import type { NoteId } from '../../../shared/ids.ts';
import type { BoardSession } from '../../board/session.ts';
import { bindDrawings } from './drawing-binding.ts';
import type { Gesture } from './gesture.ts';
import { createNoteOutbox, type OnDrop } from './note-outbox.ts';
import { createNoteProjection } from './note-projection.ts';

export interface BoardBinding {
  /** Writes what is still on its way, in the middle of a gesture too: the tab may be about to close. */
  flush(): void;
  /** Where notes are that this person is moving right now. */
  moving(): ReadonlyMap<NoteId, Position>;
  /** Shows these notes anew: somebody else is carrying them. */
  refresh(notes: Iterable<NoteId>): void;
  close(): void;
}

export interface BindingOptions {
  readonly gesture: Gesture;
  /** Where notes are that others carry. */
  readonly carried?: ReadonlyMap<NoteId, Position>;
  readonly onDrop?: OnDrop;
  /** After each change of the hand, settled or not. */
  readonly onHand?: () => void;
}

export function bindBoard(store: TLStore, session: BoardSession, options: BindingOptions): BoardBinding {
  const { gesture, carried = new Map(), onDrop, onHand } = options;
  const outbox = createNoteOutbox(store, session, onDrop);
  const drawings = bindDrawings(store, session);
  const projection = createNoteProjection(store, session, outbox, carried);

  const settle = (): void => {
    // One transaction for notes and drawings: what one gesture did is one step of undo.
    const touched = session.doc.transact(() => {
      const notes = outbox.settle();
      drawings.settle();
      return notes;
    }, session.writer.origin);
    if (touched.length > 0) projection.refresh(touched);
  };
  const stopListening = store.listen(
    ({ changes }) => {
      outbox.take(changes);
      drawings.take(changes);
      if (!gesture.active()) settle();
      onHand?.();
    },
    { source: 'user', scope: 'document' },
  );
  const flush = (): void => {
    store._flushHistory();
    settle();
    onHand?.();
  };
  const stops = [
    stopListening,
    gesture.onEnd(flush),
    session.notes.subscribe(() => projection.refresh()),
    session.cohort.subscribe(() => projection.refreshAll()),
  ];
  projection.refreshAll();
  let open = true;
  return {
    flush,
    moving: outbox.moving,
    refresh: (notes) => projection.refresh(notes),
    close() {
      if (!open) return;
      open = false;
      flush();
      for (const stop of stops) stop();
      drawings.close();
    },
  };
}
