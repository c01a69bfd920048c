/**
 * What the hand did to sticky notes, on its way to the document. Only places, births and removals go this way: text, tag
 * and the rest are written by actions, so that an older record never overwrites what somebody else changed.
 */
import type { RecordsDiff, TLRecord, TLShapeId, TLStore } from 'tldraw';
import { write } from '../../../shared/board/document.ts';
import type { Position } from '../../../shared/board/note.ts';
import { addNotes, moveNotes, noteAt, raiseNotes } from '../../../shared/board/notes.ts';
import { onTop } from '../../../shared/board/stacks.ts';
import { type NoteId, newNoteId } from '../../../shared/ids.ts';
import { COUNT, TEXT } from '../../../shared/limits.ts';
import { NOTE } from '../../../shared/template/geometry.ts';
import { mayWrite, removeNotes } from '../../board/actions.ts';
import type { BoardSession } from '../../board/session.ts';
import { isSticky, noteIdOf, type StickyShape } from '../shapes.ts';

/** Called inside the transaction of a drop, with the places the notes had before. */
export type OnDrop = (moves: ReadonlyMap<NoteId, Position>) => void;

export interface NoteOutbox {
  take(changes: RecordsDiff<TLRecord>): void;
  /** Writes everything taken so far in one transaction and gives back the notes it touched. */
  settle(): NoteId[];
  /** Notes whose place on this screen is not yet in the document. */
  holds(id: TLShapeId): boolean;
  /** Places of notes that are being moved, for presence. */
  moving(): ReadonlyMap<NoteId, Position>;
}

export function createNoteOutbox(store: TLStore, session: BoardSession, onDrop?: OnDrop): NoteOutbox {
  const touched = new Set<TLShapeId>();
  const born = new Set<TLShapeId>();
  const stickyAt = (id: TLShapeId): StickyShape | null => {
    const record = store.get(id);
    return record?.typeName === 'shape' && isSticky(record) ? record : null;
  };
  const movesOf = (): Map<NoteId, Position> => {
    const moves = new Map<NoteId, Position>();
    for (const shape of touched) {
      const id = noteIdOf(shape);
      const record = stickyAt(shape);
      const note = id && noteAt(session.doc, id);
      if (!note || !record || (note.pos[0] === record.x && note.pos[1] === record.y)) continue;
      moves.set(note.id, [round(record.x), round(record.y)]);
    }
    return moves;
  };
  const settle = (): NoteId[] => {
    const shapes = [...touched];
    const ids = shapes.flatMap((shape) => noteIdOf(shape) ?? []);
    if (shapes.length > 0 && mayWrite(session)) {
      const moves = movesOf();
      write(session.writer, () => {
        addCopies(store, session, [...born]);
        moveNotes(session.writer, moves);
        raiseOnto(session, moves);
        if (moves.size > 0) onDrop?.(moves);
        const removed = ids.filter((id, i) => shapes[i] && !store.has(shapes[i]) && noteAt(session.doc, id));
        if (removed.length > 0) removeNotes(session, removed);
      });
    }
    touched.clear();
    born.clear();
    return ids;
  };
  return {
    take(changes) {
      for (const record of Object.values(changes.added)) if (note(record)) born.add(record.id);
      for (const record of Object.values(changes.removed)) note(record);
      for (const [, record] of Object.values(changes.updated)) note(record);
    },
    settle,
    holds: (id) => touched.has(id),
    moving: movesOf,
  };

  function note(record: TLRecord): record is StickyShape {
    if (record.typeName !== 'shape' || !isSticky(record)) return false;
    touched.add(record.id);
    return true;
  }
}

/** A note dropped onto another one lies above it; elsewhere the order stays, so that a drag stays one small write. */
function raiseOnto(session: BoardSession, moves: ReadonlyMap<NoteId, Position>): void {
  const others = onTop(session.notes.get()).filter((note) => !moves.has(note.id));
  const covered = [...moves].filter(([id, [x, y]]) => {
    const z = noteAt(session.doc, id)?.z ?? 0;
    return others.some(
      (note) => note.z >= z && Math.abs(note.pos[0] - x) < NOTE.size && Math.abs(note.pos[1] - y) < NOTE.size,
    );
  });
  if (covered.length > 0)
    raiseNotes(
      session.writer,
      covered.map(([id]) => id),
    );
}

/** Hundredths of a unit are enough and keep the document small. */
const round = (x: number): number => Math.round(x * 100) / 100;

/** Copies made with the alt key are new notes of mine; what somebody brought or wrote stays theirs. */
function addCopies(store: TLStore, session: BoardSession, shapes: readonly TLShapeId[]): void {
  const copies = shapes.flatMap((shape) => {
    const record = store.get(shape);
    const id = noteIdOf(shape);
    if (record?.typeName !== 'shape' || !isSticky(record) || (id && session.doc.getMap('notes').has(id))) return [];
    return [{ record, id: id ?? newNoteId() }];
  });
  const room = COUNT.notesPerBoard - session.notes.get().length;
  const organisation = session.board.organisation ?? session.me.organisation;
  addNotes(
    session.writer,
    copies.slice(0, Math.max(0, room)).map(({ record, id }, i) => ({
      id,
      pos: [round(record.x), round(record.y)],
      createdAt: Date.now() + i,
      text: record.props.text.slice(0, TEXT.importedNote),
      tag: record.props.tag,
      star: record.props.star,
      private: record.props.isPrivate,
      author: session.me.id,
      organisation,
    })),
  );
}
