/** Unsent work of any size is cut into pieces that a relay takes, each sound by itself. */
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { partsOf } from '../../client/sync/parts.ts';
import { addNotes, deleteNotes, moveNotes, readNotes } from '../../shared/board/notes.ts';
import { newNoteId } from '../../shared/ids.ts';
import { createRandom, type Random } from '../kit/random.ts';

/** Two tabs of one person, offline, that build on each other's notes again and again. */
function twoTabs(random: Random, rounds: number): Y.Doc[] {
  const docs = [new Y.Doc(), new Y.Doc()];
  const ids = Array.from({ length: 30 }, newNoteId);
  for (let i = 0; i < rounds; i += 1) {
    const doc = random.pick(docs);
    const w = { doc, origin: null };
    const note = random.pick(readNotes(doc).concat([]).length > 3 ? readNotes(doc) : [null]);
    const text = note && doc.getMap<Y.Map<Y.Text>>('notes').get(note.id)?.get('text');
    const deed = random.int(10);
    if (!note || deed === 0) addNotes(w, [{ id: random.pick(ids), pos: [i, i], createdAt: i, text: `${i}` }]);
    else if (deed === 1) deleteNotes(w, [note.id], i);
    else if (deed < 4) moveNotes(w, new Map([[note.id, [i, -i]]]));
    else if (text && text.length > 4 && deed < 6) text.delete(random.int(text.length - 2), 2);
    else if (text) text.insert(random.int(text.length + 1), `ñ${i} 🌊 `);
    if (random.chance(0.3)) for (const [from, to] of [docs, [...docs].reverse()]) if (from && to) copy(from, to);
  }
  for (const [from, to] of [docs, [...docs].reverse()]) if (from && to) copy(from, to);
  return docs;
}
const copy = (from: Y.Doc, to: Y.Doc): void =>
  Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)), 'other');

/** Applies parts one by one; a part that has to wait for a later one is a fault. */
function rebuilt(parts: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc();
  for (const part of parts) {
    Y.applyUpdate(doc, part);
    expect(doc.store.pendingStructs).toBeNull();
    expect(doc.store.pendingDs).toBeNull();
  }
  return doc;
}

describe('an update cut into parts', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])(
    'gives the same document, each part building on earlier ones only (seed %i)',
    (seed) => {
      const [doc] = twoTabs(createRandom(seed), 400);
      if (!doc) throw new Error('no document');
      const whole = Y.encodeStateAsUpdate(doc);
      const parts = partsOf(whole, 500);
      expect(parts.length).toBeGreaterThan(5);
      const again = rebuilt(parts);
      expect(again.getMap('notes').toJSON()).toEqual(doc.getMap('notes').toJSON());
      expect(Y.equalSnapshots(Y.snapshot(again), Y.snapshot(doc))).toBe(true);
    },
  );

  it('is the update itself when it is small', () => {
    const update = new Uint8Array([0, 0]);
    expect(partsOf(update, 100)[0]).toBe(update);
  });

  it('stays under the limit for 20 MB written offline', () => {
    const doc = new Y.Doc();
    const w = { doc, origin: null };
    const text = 'Una oración larga que alguien pegó sin conexión. '.repeat(80);
    for (let i = 0; i < 5000; i += 100)
      addNotes(
        w,
        Array.from({ length: 100 }, (_, j) => ({ id: newNoteId(), pos: [i, j] as const, createdAt: i, text })),
      );
    const whole = Y.encodeStateAsUpdate(doc);
    expect(whole.length).toBeGreaterThan(19_000_000);
    const parts = partsOf(whole, 512 * 1024);
    for (const part of parts) expect(part.length).toBeLessThan(600 * 1024);
    expect(readNotes(rebuilt(parts)).length).toBe(5000);
  });

  it('cuts a long list of deletions too', () => {
    const doc = new Y.Doc();
    const text = doc.getText('t');
    text.insert(0, 'ab'.repeat(3000));
    for (let i = 0; i < 3000; i += 1) text.delete(i, 1);
    const whole = Y.encodeStateAsUpdate(doc);
    const parts = partsOf(whole, 1200);
    for (const part of parts) expect(part.length).toBeLessThan(8000);
    expect(rebuilt(parts).getText('t').toString()).toBe(text.toString());
  });
});
