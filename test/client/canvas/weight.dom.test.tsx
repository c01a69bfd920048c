/** How much a board grows by what people do on it: bytes in the document and bytes on the wire, no time anywhere. */
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { bindTextField } from '../../../client/board/text-binding.ts';
import { beginWriting } from '../../../client/board/writing.ts';
import { shapeIdOf } from '../../../client/canvas/shapes.ts';
import { addNotes, moveNotes, noteTextAt } from '../../../shared/board/notes.ts';
import { type NoteId, newNoteId } from '../../../shared/ids.ts';
import { updateFrame } from '../../../shared/protocol.ts';
import { createRandom, type Random } from '../../kit/random.ts';
import { openCanvas, seed, type TestCanvas } from './two-canvases.ts';

const open: TestCanvas[] = [];
afterEach(() => {
  for (const one of open.splice(0)) one.close();
});

const sizeOf = (doc: Y.Doc): number => Y.encodeStateAsUpdate(doc).length;
/** What a relay's client sends while `deed` is done. */
function sentDuring(doc: Y.Doc, deed: () => void): number[] {
  const sizes: number[] = [];
  const listen = (update: Uint8Array): void => void sizes.push(updateFrame(update).length);
  doc.on('update', listen);
  deed();
  doc.off('update', listen);
  return sizes;
}

describe('a drag', () => {
  it('of a minute at 30 places a second grows the board by no more than 50 bytes', () => {
    let isHeld = false;
    let drop = (): void => undefined;
    const canvas = openCanvas(seed(), {
      gesture: {
        active: () => isHeld,
        onEnd(listener) {
          drop = listener;
          return () => undefined;
        },
      },
    });
    open.push(canvas);
    const id = newNoteId();
    addNotes(canvas.session.writer, [{ id, pos: [400, 300], createdAt: 1, text: 'Se arrastra un minuto' }]);
    const before = sizeOf(canvas.doc);
    isHeld = true;
    const sent = sentDuring(canvas.doc, () => {
      for (let i = 1; i <= 60 * 30; i += 1) {
        canvas.store.update(shapeIdOf(id), (shape) => ({ ...shape, x: 400 + i / 7, y: 300 + i / 3 }));
        canvas.store._flushHistory();
      }
      isHeld = false;
      drop();
    });
    expect(canvas.session.notes.get()[0]?.pos).toEqual([657.14, 900]);
    expect(sent.length).toBe(1);
    expect(sizeOf(canvas.doc) - before).toBeLessThanOrEqual(50);
  });
});

describe('typing', () => {
  it('costs no more than 25 bytes a keystroke on the wire', () => {
    const canvas = openCanvas(seed());
    // The longest there is.
    canvas.doc.clientID = 2 ** 32 - 1;
    open.push(canvas);
    const id = newNoteId();
    addNotes(canvas.session.writer, [{ id, pos: [400, 300], createdAt: 1 }]);
    const writing = beginWriting(canvas.session, id);
    if (!writing) throw new Error('nothing to write in');
    const field = document.createElement('textarea');
    document.body.append(field);
    const unbind = bindTextField(field, writing.text, writing.typing);
    const press = (letter: string): void => {
      field.setRangeText(letter, field.selectionStart, field.selectionEnd, 'end');
      field.dispatchEvent(new Event('input'));
    };
    const words = 'La gente nueva se queda, y ñandú con 🌊. '.repeat(6);
    const sent = sentDuring(canvas.doc, () => {
      for (const letter of words) press(letter);
      for (let i = 0; i < 30; i += 1) {
        field.setSelectionRange(42, 43);
        press('');
      }
    });
    unbind();
    writing.end();
    field.remove();
    expect(noteTextAt(canvas.doc, id)?.toString().length).toBe(words.length - 30);
    expect(sent.length).toBe([...words].length + 30);
    expect(sent.reduce((sum, bytes) => sum + bytes, 0) / sent.length).toBeLessThanOrEqual(25);
    // An emoji is one keystroke of four bytes.
    expect(Math.max(...sent)).toBeLessThanOrEqual(28);
  });
});

describe('a whole workshop', () => {
  // Each drag of a note leaves a mark of some ten bytes behind; drags of one note by one person in a row share one.
  it.each([
    ['each drag on another note than the one before', 1, 530_000, 160_000],
    ['a note dragged about until it lies well', 5, 400_000, 120_000],
  ])('of 2,000 notes typed by 20 people and 20,000 drags stays small (%s)', (_, inARow, mostBytes, mostCompressed) => {
    const random = createRandom(2026);
    const doc = new Y.Doc();
    Y.applyUpdate(doc, seed('group-iceberg'));
    const people = Array.from({ length: 20 }, () => 1 + random.int(2 ** 32 - 2));
    const ids = typedBy(doc, people, random);
    for (let drag = 0; drag < 20_000 / inARow; drag += 1) {
      doc.clientID = random.pick(people);
      const id = random.pick(ids);
      for (let i = 0; i < inARow; i += 1)
        moveNotes({ doc, origin: null }, new Map([[id, [random.int(400_000) / 100, random.int(300_000) / 100]]]));
    }
    const whole = Y.encodeStateAsUpdate(doc);
    doc.destroy();
    expect(ids.length).toBe(2000);
    expect(whole.length).toBeLessThanOrEqual(mostBytes);
    expect(gzipSync(whole).length).toBeLessThanOrEqual(mostCompressed);
  });
});

const WORDS = 'La gente llega temprano, barre la acera y se queda hasta el final, aunque llueva. ';

/** Everybody types at once, a letter each in turn, a hundred notes one after the other. */
function typedBy(doc: Y.Doc, people: readonly number[], random: Random): NoteId[] {
  const ids: NoteId[] = [];
  for (let round = 0; round < 100; round += 1) {
    const now = people.map((person) => {
      doc.clientID = person;
      const id = newNoteId();
      const createdAt = 1_795_000_000_000 + round * 20_000 + random.int(20_000);
      addNotes({ doc, origin: null }, [{ id, pos: [random.int(4000), random.int(3000)], createdAt }]);
      return { person, text: noteTextAt(doc, id), id };
    });
    for (let letter = 0; letter < 45; letter += 1) {
      for (const { person, text } of now) {
        doc.clientID = person;
        text?.insert(text.length, WORDS[(letter + round) % WORDS.length] ?? '');
      }
    }
    ids.push(...now.map(({ id }) => id));
  }
  return ids;
}
