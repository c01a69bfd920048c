/**
 * The notes of the document as sticky shapes of the store. Always shows what the document says now, whoever changed it
 * and in whatever order it arrived, so that no two screens can differ. Writes nothing to the document.
 */
import type { TLStore } from 'tldraw';
import type { Note, Position } from '../../../shared/board/note.ts';
import { onTop } from '../../../shared/board/stacks.ts';
import type { NoteId } from '../../../shared/ids.ts';
import type { BoardSession } from '../../board/session.ts';
import { isSticky, type StickyShape, shapeIdOf } from '../shapes.ts';
import type { NoteOutbox } from './note-outbox.ts';
import { putQuietly } from './quiet.ts';
import { sameProps, sameSticky, stickyRecord } from './sticky-record.ts';

export interface NoteProjection {
  /** Shows notes that changed; `again` names some to look at although the document did not change. */
  refresh(again?: Iterable<NoteId>): void;
  /** Shows all notes anew, for instance because names changed. */
  refreshAll(): void;
}

/** `carried` says where notes are that others are dragging. */
export function createNoteProjection(
  store: TLStore,
  session: BoardSession,
  outbox: NoteOutbox,
  carried: ReadonlyMap<NoteId, Position>,
): NoteProjection {
  let shown = new Map<NoteId, Note>();

  const wanted = (note: Note): StickyShape | null => {
    const surroundings = { kind: session.board.kind, cohort: session.cohort.get() };
    const record = stickyRecord(note, surroundings, carried.get(note.id) ?? note.pos);
    const before = store.unsafeGetWithoutCapture(record.id);
    if (before?.typeName !== 'shape' || !isSticky(before)) return record;
    const props = sameProps(before.props, record.props) ? before.props : record.props;
    const place = outbox.holds(record.id) ? { x: before.x, y: before.y, index: before.index } : {};
    const next = { ...record, ...place, props };
    return sameSticky(before, next) ? null : next;
  };
  const show = (again: ReadonlySet<NoteId> | 'all'): void => {
    // Local gestures not yet heard of go into the document first; then what it says now counts.
    store._flushHistory();
    const now = new Map(onTop(session.notes.get()).map((note) => [note.id, note] as const));
    const before = shown;
    shown = now;
    const put: StickyShape[] = [];
    for (const [id, note] of now) {
      if (again !== 'all' && before.get(id) === note && !again.has(id)) continue;
      const record = wanted(note);
      if (record) put.push(record);
    }
    const gone = [...before.keys(), ...(again === 'all' ? [] : again)]
      .filter((id) => !now.has(id))
      .map(shapeIdOf)
      .filter((id) => store.has(id) && !outbox.holds(id));
    putQuietly(store, put, gone);
  };

  let busy = false;
  let queue: (Set<NoteId> | 'all')[] = [];
  const run = (again: Set<NoteId> | 'all'): void => {
    queue.push(again);
    if (busy) return;
    busy = true;
    try {
      for (let next = queue.shift(); next !== undefined; next = queue.shift()) show(next);
    } finally {
      busy = false;
      queue = [];
    }
  };
  return {
    refresh: (again = []) => run(new Set(again)),
    refreshAll: () => run('all'),
  };
}
