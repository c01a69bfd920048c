/** A store and a document kept equal, with the hand on the store. */
import { createShapeId, type TLRecord, type TLShape, type TLStore } from 'tldraw';
import { afterEach, expect, it } from 'vitest';
import * as Y from 'yjs';
import { addNote, setTag } from '../../../client/board/actions.ts';
import type { Gesture } from '../../../client/canvas/binding/gesture.ts';
import { isSticky, type StickyShape, shapeIdOf, TEMPLATE_ID } from '../../../client/canvas/shapes.ts';
import { drawingsOf, notesOf } from '../../../shared/board/document.ts';
import { noteAt } from '../../../shared/board/notes.ts';
import type { NoteId } from '../../../shared/ids.ts';
import { exchange, openCanvas, seed, type TestCanvas } from './two-canvases.ts';

const open: TestCanvas[] = [];
const canvas = (...of: Parameters<typeof openCanvas>): TestCanvas => {
  const made = openCanvas(...of);
  open.push(made);
  return made;
};
afterEach(() => {
  for (const one of open.splice(0)) one.close();
});

function sticky(store: TLStore, id: NoteId): StickyShape {
  const record = store.get(shapeIdOf(id));
  if (record?.typeName !== 'shape' || !isSticky(record)) throw new Error(`no sticky ${id}`);
  return record;
}
function made(id: NoteId | null): NoteId {
  if (!id) throw new Error('no note was made');
  return id;
}
const drag = (store: TLStore, id: NoteId, x: number, y: number): void => {
  store.update(shapeIdOf(id), (shape) => ({ ...shape, x, y }));
  store._flushHistory();
};

it('shows a note made by an action', () => {
  const { session, store } = canvas(seed());
  const id = made(addNote(session, 'patterns', { text: 'Una idea', tag: 'both' }));
  expect(sticky(store, id).props).toMatchObject({ text: 'Una idea', tag: 'both' });
});

it('writes a move of the hand once, and undo takes it back', () => {
  const { session, store, doc } = canvas(seed());
  const id = made(addNote(session, 'results'));
  const before = noteAt(doc, id)?.pos;
  let updates = 0;
  doc.on('update', () => updates++);
  drag(store, id, 700, 800);
  expect(noteAt(doc, id)?.pos).toEqual([700, 800]);
  expect(updates).toBe(1);
  session.undo.undo();
  expect(noteAt(doc, id)?.pos).toEqual(before);
  expect([sticky(store, id).x, sticky(store, id).y]).toEqual(before);
});

it('waits with a move until the gesture ends', () => {
  let isActive = true;
  let end = (): void => undefined;
  const gesture: Gesture = {
    active: () => isActive,
    onEnd(listener) {
      end = listener;
      return () => undefined;
    },
  };
  const { session, store, doc, binding } = canvas(seed(), { gesture });
  const id = made(addNote(session, 'results'));
  drag(store, id, 700, 800);
  drag(store, id, 720, 820);
  expect(noteAt(doc, id)?.pos).not.toEqual([720, 820]);
  expect(binding.moving().get(id)).toEqual([720, 820]);
  isActive = false;
  end();
  expect(noteAt(doc, id)?.pos).toEqual([720, 820]);
  expect(binding.moving().size).toBe(0);
});

it('keeps what others changed in a note I am dragging', () => {
  let isActive = true;
  const gesture: Gesture = { active: () => isActive, onEnd: () => () => undefined };
  const a = canvas(seed(), { gesture });
  const id = made(addNote(a.session, 'results', { text: 'Idea' }));
  const b = canvas(Y.encodeStateAsUpdate(a.doc));
  drag(a.store, id, 900, 900);
  setTag(b.session, [id], 'operational');
  exchange(a.doc, b.doc);
  expect(sticky(a.store, id)).toMatchObject({ x: 900, y: 900 });
  expect(sticky(a.store, id).props.tag).toBe('operational');
  isActive = false;
  a.binding.flush();
  exchange(a.doc, b.doc);
  expect(sticky(b.store, id)).toMatchObject({ x: 900, y: 900 });
  expect(sticky(b.store, id).props.tag).toBe('operational');
});

it('makes a copy of the hand a note of mine', () => {
  const { session, store, doc } = canvas(seed());
  const id = made(addNote(session, 'results', { text: 'Idea', tag: 'programmatic' }));
  store.put([{ ...sticky(store, id), id: createShapeId('copied'), x: 50, y: 60 }]);
  store._flushHistory();
  const copy = noteAt(doc, 'copied' as NoteId);
  expect(copy).toMatchObject({ text: 'Idea', programmatic: true, pos: [50, 60], author: session.me.id });
});

it('deletes what the hand removes, and shows again what must stay', () => {
  const { session, store, right, doc } = canvas(seed());
  const id = made(addNote(session, 'results'));
  store.remove([shapeIdOf(id)]);
  store._flushHistory();
  expect(noteAt(doc, id)).toBeNull();
  const other = made(addNote(session, 'results'));
  right.set('read');
  store.remove([shapeIdOf(other)]);
  store._flushHistory();
  expect(noteAt(doc, other)).not.toBeNull();
  expect(sticky(store, other).x).toBe(noteAt(doc, other)?.pos[0]);
});

it('never lets the template be moved, deleted, copied or written', () => {
  const { store, doc } = canvas(seed());
  const size = Y.encodeStateAsUpdate(doc).length;
  const template = store.get(TEMPLATE_ID);
  store.update(TEMPLATE_ID, (shape) => ({ ...shape, x: 500 }));
  store.remove([TEMPLATE_ID]);
  if (template) store.put([{ ...template, id: createShapeId('stolen') } as TLRecord]);
  store._flushHistory();
  expect(store.get(TEMPLATE_ID)).toEqual(template);
  expect(store.has(createShapeId('stolen'))).toBe(false);
  expect(Y.encodeStateAsUpdate(doc).length).toBe(size);
});

it('survives hostile notes and drawings, and keeps them', () => {
  const { store, doc, session } = canvas(seed());
  doc.transact(() => {
    const note = new Y.Map<unknown>();
    note.set('pos', '?');
    note.set('z', '!!');
    notesOf(doc).set('bad', note);
    notesOf(doc).set('worse', 'text');
    drawingsOf(doc).set('shape:bad', { type: 'geo', props: { w: 'x' }, x: Number.MAX_VALUE });
    drawingsOf(doc).set('shape:image', { type: 'image', props: { src: 'https://elsewhere' } });
    drawingsOf(doc).set(TEMPLATE_ID, { type: 'geo', props: {} });
  }, 'network');
  const id = made(addNote(session, 'results', { text: 'sigue' }));
  expect(sticky(store, id).props.text).toBe('sigue');
  expect(store.get(TEMPLATE_ID)?.typeName === 'shape' && (store.get(TEMPLATE_ID) as TLShape).type).toBe('template');
  expect(store.has(createShapeId('image'))).toBe(false);
  expect(drawingsOf(doc).size).toBe(3);
});
