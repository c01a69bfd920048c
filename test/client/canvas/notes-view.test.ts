/** What a phone shows of a layer: where most of its notes can be read at once. */
import { Box } from 'tldraw';
import { expect, it } from 'vitest';
import { notesView } from '../../../client/canvas/notes-view.ts';

const BOTTOM = 1300;
const at = (...lefts: number[]): Box[] => lefts.map((x) => new Box(x, 800, 200, 200));

it('is nothing where there is no note', () => {
  expect(notesView([], BOTTOM, 700)).toBeNull();
});

it('goes from its notes, with room beside and over them, to the bottom of the layer', () => {
  const notes = [...at(900), new Box(1120, 1030, 200, 200)];
  expect(notesView(notes, BOTTOM, 700)?.toJson()).toEqual({ x: 876, y: 776, w: 468, h: 524 });
});

it('begins at the left where all are alike, and is never wider than the screen', () => {
  const found = notesView(at(1600, 600, 820, 1040, 1260), BOTTOM, 700);
  expect(found?.x).toBe(576);
  expect(found?.w).toBe(688);
});

it('is where most notes are, not at the one that lies apart', () => {
  const found = notesView([new Box(40, 300, 200, 200), ...at(1200, 1420)], BOTTOM, 700);
  expect(found?.toJson()).toMatchObject({ x: 1176, y: 776 });
});

it('shows one note where no two fit', () => {
  expect(notesView(at(600, 820), BOTTOM, 300)?.toJson()).toMatchObject({ x: 576, w: 248 });
});
