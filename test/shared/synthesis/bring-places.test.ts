/** Where brought notes go: the first clear place of their cell, in a column that grows only when it is full. */
import { describe, expect, it } from 'vitest';
import type { Writer } from '../../../shared/board/document.ts';
import type { Position } from '../../../shared/board/note.ts';
import { addNotes, noteAt, readNotes } from '../../../shared/board/notes.ts';
import type { NoteId } from '../../../shared/ids.ts';
import { BringPlaces } from '../../../shared/synthesis/bring-places.ts';
import { type Column, layoutOf, readColumns, WIDEST_COLUMN, writeColumns } from '../../../shared/synthesis/columns.ts';
import { NOTE, roughHeight } from '../../../shared/template/geometry.ts';
import { cellPlaces, columnOf } from '../../../shared/template/group-iceberg.ts';
import type { LayerId } from '../../../shared/template/kinds.ts';
import { joinedBoards } from '../../kit/docs.ts';

const { cell } = NOTE;
const id = (text: string): NoteId => text as NoteId;
const column = (name: string, w: number): Column => ({ kind: 'organisation', id: name, w });
/** A cell of two columns holds three rows. */
const TWO = 6;

function board(...columns: Column[]): { w: Writer; written: () => number } {
  const [w] = joinedBoards('group-iceberg', 1);
  if (!w) throw new Error('a board');
  writeColumns(w, columns);
  let count = 0;
  w.doc.on('update', () => {
    count += 1;
  });
  return { w, written: () => count };
}
const bring = (places: BringPlaces, layer: LayerId, names: readonly string[], text = 'nota'): void => {
  for (const [i, name] of names.entries()) places.add({ id: id(name), createdAt: i, text }, layer);
};
const named = (count: number, prefix = 'n'): string[] => Array.from({ length: count }, (_, i) => `${prefix}${i}`);
const at = (w: Writer, name: string): Position | undefined => noteAt(w.doc, id(name))?.pos;
const placesOf = (w: Writer, index: number, layer: LayerId): readonly Position[] =>
  cellPlaces(layoutOf(readColumns(w.doc)), index, layer);

/** Pairs of notes that touch. */
function touching(w: Writer): string[] {
  const notes = readNotes(w.doc).map(({ id: name, pos, text }) => ({ name, pos, height: roughHeight(text) }));
  return notes.flatMap((a, i) =>
    notes
      .slice(i + 1)
      .filter(
        (b) =>
          Math.abs(a.pos[0] - b.pos[0]) < NOTE.size && a.pos[1] < b.pos[1] + b.height && b.pos[1] < a.pos[1] + a.height,
      )
      .map((b) => `${a.name} ${b.name}`),
  );
}

describe('Brought notes', () => {
  it('fill the places of their cell in order, and are written at once', () => {
    const { w, written } = board(column('a', 2 * cell), column('b', 2 * cell));
    const places = new BringPlaces(w, () => 1);
    bring(places, 'patterns', named(3));
    bring(places, 'beliefs', named(2, 'deep'));
    expect([written(), readNotes(w.doc)]).toEqual([0, []]);
    places.write();
    expect([written() <= 2, touching(w)]).toEqual([true, []]);
    expect(named(3).map((name) => at(w, name))).toEqual(placesOf(w, 1, 'patterns').slice(0, 3));
    expect(named(2, 'deep').map((name) => at(w, name))).toEqual(placesOf(w, 1, 'beliefs').slice(0, 2));
  });

  it('go around what lies there, also the tall ones', () => {
    const { w } = board(column('a', 2 * cell));
    const [, second = [0, 0], third = [0, 0]] = placesOf(w, 0, 'patterns');
    addNotes(w, [{ id: id('there'), pos: [second[0] + 40, second[1] + 10], createdAt: 1, text: 'x'.repeat(400) }]);
    const places = new BringPlaces(w, () => 0);
    bring(places, 'patterns', named(4), 'y'.repeat(300));
    places.write();
    expect(at(w, 'n0')).toEqual(placesOf(w, 0, 'patterns')[0]);
    expect([at(w, 'n1')?.[1] !== second[1], third.length, touching(w)]).toEqual([true, 2, []]);
  });

  it('make their column wider when it is full, and what lies to the right makes room', () => {
    const { w } = board(column('a', 2 * cell), column('b', 2 * cell));
    const [right = [0, 0]] = placesOf(w, 1, 'patterns');
    addNotes(w, [{ id: id('right'), pos: right, createdAt: 1, text: 'de b' }]);
    const places = new BringPlaces(w, () => 0);
    bring(places, 'patterns', named(TWO + 4));
    bring(places, 'results', named(TWO + 1, 'top'));
    places.write();
    expect(readColumns(w.doc).map(({ w: width }) => width)).toEqual([4 * cell, 2 * cell]);
    expect([at(w, 'right'), touching(w)]).toEqual([[right[0] + 2 * cell, right[1]], []]);
    const layout = layoutOf(readColumns(w.doc));
    for (const name of [...named(TWO + 4), ...named(TWO + 1, 'top')])
      expect(columnOf(layout, (at(w, name)?.[0] ?? 0) + NOTE.size / 2)).toBe(0);
    expect(columnOf(layout, (at(w, 'right')?.[0] ?? 0) + NOTE.size / 2)).toBe(1);
  });

  it('leave the column as it is where they fit', () => {
    const { w } = board(column('a', 2 * cell));
    const places = new BringPlaces(w, () => 0);
    bring(places, 'patterns', named(TWO));
    bring(places, 'results', named(TWO, 'top'));
    places.write();
    expect([readColumns(w.doc), touching(w)]).toEqual([[column('a', 2 * cell)], []]);
  });

  it('take the place of one that was taken off meanwhile, of whatever height', () => {
    const { w } = board(column('a', 2 * cell));
    const first = placesOf(w, 0, 'patterns');
    addNotes(
      w,
      first.map((pos, i) => ({ id: id(`old${i}`), pos, createdAt: i, text: 'vieja' })),
    );
    const places = new BringPlaces(w, () => 0);
    bring(places, 'patterns', ['wide']);
    places.forget(id('old2'));
    places.forget(id('unknown'));
    bring(places, 'patterns', ['here']);
    places.write();
    expect(at(w, 'here')).toEqual(first[2]);
    expect(readColumns(w.doc)).toEqual([column('a', 3 * cell)]);
  });

  it('lie on others rather than nowhere once the column is as wide as one may be', () => {
    const { w } = board(column('a', WIDEST_COLUMN));
    const all = placesOf(w, 0, 'results');
    addNotes(
      w,
      all.map((pos, i) => ({ id: id(`o${i}`), pos, createdAt: i, text: 'vieja' })),
    );
    const places = new BringPlaces(w, () => 0);
    bring(places, 'results', named(2));
    places.write();
    expect(readColumns(w.doc)).toEqual([column('a', WIDEST_COLUMN)]);
    expect(named(2).map((name) => at(w, name))).toEqual([all[0], all[1]]);
  });
});

it('nothing is asked of the board and nothing written where nothing was brought', () => {
  const { w, written } = board(column('a', 2 * cell));
  const places = new BringPlaces(w, () => {
    throw new Error('nobody needs a column');
  });
  places.forget(id('unknown'));
  places.write();
  expect(written()).toBe(0);
});
