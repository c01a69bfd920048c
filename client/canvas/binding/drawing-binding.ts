/** Free drawings, both ways: a drawing is one JSON record in the document and one shape in the store. Knows no note. */
import type { RecordsDiff, TLRecord, TLShapeId, TLStore } from 'tldraw';
import type * as Y from 'yjs';
import { drawingsOf, write } from '../../../shared/board/document.ts';
import { isDrawing, putDrawing, readDrawings, removeDrawings } from '../../../shared/board/drawings.ts';
import { mayWrite } from '../../board/actions.ts';
import type { BoardSession } from '../../board/session.ts';
import { isDrawingShape, keptRecord, shownRecord } from './drawing-record.ts';
import { putQuietly } from './quiet.ts';

export interface DrawingBinding {
  take(changes: RecordsDiff<TLRecord>): void;
  /** Writes every drawing taken so far, whole; the later of two writers wins. */
  settle(): void;
  close(): void;
}

export function bindDrawings(store: TLStore, session: BoardSession): DrawingBinding {
  const drawings = drawingsOf(session.doc);
  const touched = new Set<TLShapeId>();

  const show = (ids: Iterable<string>): void => {
    const put: TLRecord[] = [];
    const gone: TLShapeId[] = [];
    for (const id of ids) {
      const record = drawings.get(id);
      const shape = isDrawing(id, record) ? shownRecord({ id, record }) : null;
      if (shape && !touched.has(shape.id) && !isShown(shape)) put.push(shape);
      const shown = store.allRecords().find((one) => one.id === id);
      if (!drawings.has(id) && shown && isDrawingShape(shown) && !touched.has(shown.id)) gone.push(shown.id);
    }
    putQuietly(store, put, gone);
  };
  const isShown = (shape: TLRecord): boolean => {
    const before = store.get(shape.id);
    return before !== undefined && JSON.stringify(sorted(before)) === JSON.stringify(sorted(shape));
  };
  const onDrawings = (event: Y.YMapEvent<unknown>): void => {
    store._flushHistory();
    show(event.keysChanged);
  };
  drawings.observe(onDrawings);
  show(readDrawings(session.doc).map(({ id }) => id));

  return {
    take(changes) {
      for (const record of [...Object.values(changes.added), ...Object.values(changes.removed)])
        if (isDrawingShape(record)) touched.add(record.id);
      for (const [, record] of Object.values(changes.updated)) if (isDrawingShape(record)) touched.add(record.id);
    },
    settle() {
      const ids = [...touched];
      if (ids.length === 0) return;
      if (mayWrite(session))
        write(session.writer, () => {
          for (const id of ids) writeOne(store, session, id);
        });
      touched.clear();
      show(ids);
    },
    close: () => drawings.unobserve(onDrawings),
  };
}

function writeOne(store: TLStore, session: BoardSession, id: TLShapeId): void {
  const record = store.get(id);
  if (record && isDrawingShape(record)) {
    const drawn = putDrawing(session.writer, { id, record: keptRecord(record) });
    if (!drawn) session.notice.set({ key: 'canvas.notice.drawingTooLarge' });
  } else if (drawingsOf(session.doc).has(id)) removeDrawings(session.writer, [id]);
}

/** Two records that say the same may have their keys in another order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => [key, sorted(one)]),
  );
}
