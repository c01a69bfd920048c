/** Stacks on the canvas: one paper for all, which takes them along, and each its own again once they are separated. */
import type { TLStore } from 'tldraw';
import { afterEach, expect, it } from 'vitest';
import { addNoteAt, removeNotes } from '../../../client/board/actions.ts';
import { stack, stacksNow, unstack } from '../../../client/board/stacks.ts';
import { shapeIdOf } from '../../../client/canvas/shapes.ts';
import { noteAt } from '../../../shared/board/notes.ts';
import type { NoteId } from '../../../shared/ids.ts';
import { openCanvas, seed, type TestCanvas } from './two-canvases.ts';

const open: TestCanvas[] = [];
afterEach(() => {
  for (const one of open.splice(0)) one.close();
});

const LONG = 'Somos cuatro y solo una persona cobra a tiempo completo';
function stacked(): TestCanvas & { readonly top: NoteId; readonly under: NoteId; readonly other: NoteId } {
  const canvas = openCanvas(seed('group-iceberg'), { kind: 'group-iceberg' });
  open.push(canvas);
  const [under, top, other] = ['solo hay 1 a tiempo completo', LONG, 'Otra'].map((text, i) =>
    addNoteAt(canvas.session, [1100 + 220 * i, 300], text),
  );
  if (!under || !top || !other) throw new Error('no notes');
  stack(canvas.session, [under, top]);
  return { ...canvas, top, under, other };
}
const isShown = (store: TLStore, id: NoteId): boolean => store.has(shapeIdOf(id));

it('shows the note that says most, and says how many lie under it', () => {
  const { store, session, top, under, other } = stacked();
  expect([top, under, other].map((id) => isShown(store, id))).toEqual([true, false, true]);
  expect(stacksNow(session).get(top)).toHaveLength(1);
  expect(stacksNow(session)).toBe(stacksNow(session));
});

it('takes what lies under a note along when it is dragged', () => {
  const { store, doc, top, under } = stacked();
  store.update(shapeIdOf(top), (shape) => ({ ...shape, x: 1700, y: 1200 }));
  store._flushHistory();
  expect(noteAt(doc, under)?.pos).toEqual([1700, 1200]);
});

it('gives each note a free place of its own again, in the same layer, and undo stacks them', () => {
  const { store, doc, session, top, under } = stacked();
  unstack(session, top);
  expect(isShown(store, under)).toBe(true);
  const places = session.notes.get().map(({ pos }) => String(pos));
  expect(new Set(places).size).toBe(3);
  expect(noteAt(doc, under)?.pos[1]).toBeLessThan(960);
  session.undo.undo();
  expect(isShown(store, under)).toBe(false);
});

it('shows what lay under a note that is deleted', () => {
  const { store, session, top, under } = stacked();
  removeNotes(session, [top]);
  expect([isShown(store, top), isShown(store, under)]).toEqual([false, true]);
});

it('stacks nothing without the right to write', () => {
  const { session, right, top, other } = stacked();
  right.set('read');
  stack(session, [top, other]);
  unstack(session, top);
  expect(stacksNow(session).get(top)).toHaveLength(1);
});
