/** Free drawings: what a canvas may try to show, and what never reaches it. */
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { drawingsOf } from '../../../shared/board/document.ts';
import { DRAWING_SIZE, isDrawing, putDrawing, readDrawings, removeDrawings } from '../../../shared/board/drawings.ts';

const pen = { type: 'draw', x: 3, y: -4.5, closed: false, label: null, points: [[0, 1], { x: 2 }] };
/** Objects in each other, so many of them. */
const nested = (levels: number): Record<string, unknown> => (levels === 1 ? {} : { in: nested(levels - 1) });
/** As JSON exactly so long. */
const long = (length: number): Record<string, unknown> => ({ t: 'x'.repeat(length - '{"t":""}'.length) });
function board(): { w: { doc: Y.Doc; origin: null }; written: () => number } {
  const doc = new Y.Doc();
  let count = 0;
  doc.on('update', () => {
    count += 1;
  });
  return { w: { doc, origin: null }, written: () => count };
}

describe('A drawing', () => {
  it.each<[string, unknown]>([
    ['a pen stroke', pen],
    ['something empty', {}],
    ['as far out as there may be', { x: 1_000_000, y: -1_000_000 }],
    ['as deep as there may be', nested(12)],
    ['as long as there may be', long(DRAWING_SIZE)],
  ])('is %s', (_, record) => {
    expect([isDrawing('shape:a', record), isDrawing('shape:a', record)]).toEqual([true, true]);
  });

  it.each<[string, unknown]>([
    ['nothing', null],
    ['a word', 'draw'],
    ['a list', [pen]],
    ['further out than any', { props: [{ x: 1_000_001 }] }],
    ['nowhere', { x: Number.NaN }],
    ['deeper than any', nested(13)],
    ['longer than any', long(DRAWING_SIZE + 1)],
    ['a number JSON has not', { x: 7n }],
    ['a shared type', new Y.Map()],
    ['with a shared type in it', { points: [new Y.Map()] }],
    ['with a prototype of its own', { in: Object.create({ x: 1 }) }],
    ['with bytes in it', { in: new Uint8Array(3) }],
  ])('is never %s', (_, record) => {
    expect([isDrawing('shape:a', record), isDrawing('shape:a', record)]).toEqual([false, false]);
  });

  it('has a short id without spaces', () => {
    for (const id of ['', 'shape a', '../a', 'x'.repeat(81)]) expect(isDrawing(id, pen)).toBe(false);
    expect(isDrawing('x'.repeat(80), pen)).toBe(true);
  });
});

describe('On a board', () => {
  it('drawings are read, and what is none is left where it is', () => {
    const { w } = board();
    drawingsOf(w.doc).set('shape:none', 'pen');
    drawingsOf(w.doc).set('no id', pen);
    putDrawing(w, { id: 'shape:a', record: pen });
    expect(readDrawings(w.doc)).toEqual([{ id: 'shape:a', record: pen }]);
    expect(drawingsOf(w.doc).size).toBe(3);
  });

  it('the same once more is not written again, another one is', () => {
    const { w, written } = board();
    const put = (record: Record<string, unknown>): boolean => putDrawing(w, { id: 'shape:a', record });
    expect([put(pen), put({ ...pen }), written()]).toEqual([true, true, 1]);
    expect([put({ ...pen, x: 4 }), written()]).toEqual([true, 2]);
    expect(readDrawings(w.doc)[0]?.record).toEqual({ ...pen, x: 4 });
  });

  it('nothing is written of what cannot travel, and nobody changes afterwards what was', () => {
    const { w, written } = board();
    expect(putDrawing(w, { id: 'no id', record: pen })).toBe(false);
    expect(putDrawing(w, { id: 'shape:a', record: long(DRAWING_SIZE + 1) })).toBe(false);
    expect(written()).toBe(0);
    expect(putDrawing(w, { id: 'shape:a', record: long(DRAWING_SIZE) })).toBe(true);
    const mine = { ...pen };
    putDrawing(w, { id: 'shape:b', record: mine });
    mine.x = 99;
    expect(drawingsOf(w.doc).get('shape:b')).toEqual(pen);
  });

  it('several go at once, and others stay', () => {
    const { w, written } = board();
    for (const id of ['a', 'b', 'c']) putDrawing(w, { id, record: pen });
    removeDrawings(w, ['a', 'c', 'unknown']);
    expect([readDrawings(w.doc).map(({ id }) => id), written()]).toEqual([['b'], 4]);
  });
});
