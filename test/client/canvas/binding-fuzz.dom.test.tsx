/** Random hands on three stores with late, unordered delivery: in the end all documents are equal, and each store equals its document. */
import type { TLStore } from 'tldraw';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { addNote, duplicateNotes, removeNotes, setStar, setTag } from '../../../client/board/actions.ts';
import { isSticky, shapeIdOf } from '../../../client/canvas/shapes.ts';
import type { Note } from '../../../shared/board/note.ts';
import { noteTextAt } from '../../../shared/board/notes.ts';
import { LAYER_IDS } from '../../../shared/template/kinds.ts';
import { createRandom } from '../../kit/random.ts';
import { openCanvas, seed, type TestCanvas } from './two-canvases.ts';

const picture = (store: TLStore) =>
  store
    .allRecords()
    .flatMap((record) =>
      record.typeName === 'shape' && isSticky(record)
        ? [[record.id, record.x, record.y, record.index, record.props.text, record.props.tag, record.props.star]]
        : [],
    )
    .sort();

function act({ session, store, binding }: TestCanvas, dice: (below: number) => number): void {
  const notes = session.notes.get();
  const note: Note | undefined = notes[dice(Math.max(1, notes.length))];
  const kind = dice(10);
  if (!note || kind === 0) addNote(session, LAYER_IDS[dice(4)] ?? 'results', { text: `n${dice(99)}` });
  else if (kind <= 3 && store.has(shapeIdOf(note.id)))
    store.update(shapeIdOf(note.id), (shape) => ({ ...shape, x: dice(2000), y: dice(2400) }));
  else if (kind === 4) setTag(session, [note.id], dice(2) ? 'operational' : 'both');
  else if (kind === 5) setStar(session, [note.id], dice(2) === 1);
  else if (kind === 6) noteTextAt(session.doc, note.id)?.insert(0, String(dice(9)));
  else if (kind === 7) duplicateNotes(session, [note.id]);
  else if (kind === 8 && dice(3) === 0) removeNotes(session, [note.id]);
  else if (kind === 9) dice(2) ? session.undo.undo() : session.undo.redo();
  if (dice(3) === 0) binding.flush();
}

it.each(Array.from({ length: 12 }, (_, i) => i + 1))('converges with seed %i', (start) => {
  const dice = createRandom(start).int;
  const from = seed();
  const canvases = Array.from({ length: 3 }, () => openCanvas(from));
  const wire: { to: TestCanvas; update: Uint8Array }[] = [];
  for (const one of canvases)
    one.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'network') for (const to of canvases) if (to !== one) wire.push({ to, update });
    });
  const deliver = (): void => {
    const [late] = wire.splice(dice(wire.length), 1);
    if (late) Y.applyUpdate(late.to.doc, late.update, 'network');
  };
  for (let i = 0; i < 250; i++) {
    const one = canvases[dice(3)];
    if (one) act(one, dice);
    if (wire.length > 0 && dice(2) === 0) deliver();
  }
  for (const one of canvases) one.binding.flush();
  while (wire.length > 0) deliver();
  const [first, ...others] = canvases.map(({ doc, store }) => ({
    notes: doc.getMap('notes').toJSON(),
    shown: picture(store),
  }));
  for (const other of others) expect(other).toEqual(first);
  for (const { store, session } of canvases) {
    expect(picture(store).length).toBe(session.notes.get().length);
    for (const note of session.notes.get()) {
      const record = store.get(shapeIdOf(note.id));
      expect(record).toMatchObject({ x: note.pos[0], y: note.pos[1] });
    }
  }
  for (const one of canvases) one.close();
});
