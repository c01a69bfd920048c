/** Boxes of themes and what a drop means for them. */
import { expect, it } from 'vitest';
import { newHomes } from '../../../client/canvas/theme/dropping.ts';
import { themeBoxes } from '../../../client/canvas/theme/theme-boxes.ts';
import type { Note, Position } from '../../../shared/board/note.ts';
import type { NoteId, ThemeId } from '../../../shared/ids.ts';
import { boxHas } from '../../../shared/template/shapes.ts';

const theme = (id: string) => ({ id: id as ThemeId, title: id, order: 0, createdAt: 0 });
const note = (id: string, pos: Position, of: string | null): Note => ({
  id: id as NoteId,
  text: id,
  pos,
  z: 0,
  operational: false,
  programmatic: false,
  star: false,
  private: false,
  held: null,
  author: null,
  organisation: null,
  theme: of as ThemeId | null,
  under: null,
  origin: null,
  brought: null,
  growth: null,
  createdAt: 0,
});
const notes = [
  note('a1', [1000, 400], 'a'),
  note('a2', [1220, 400], 'a'),
  note('a3', [1000, 1300], 'a'),
  note('b1', [2000, 400], 'b'),
  note('b2', [2220, 400], 'b'),
  note('free', [3000, 400], null),
];
const boxes = themeBoxes([theme('a'), theme('b')], notes, []);
const homes = (moves: Record<string, Position>) =>
  newHomes(boxes, new Map(Object.entries(moves).map(([id, pos]) => [id as NoteId, pos])));

it('gives a theme one box per layer, around its notes', () => {
  expect(boxes.map(({ number, boxes: own }) => [number, own.map(({ layer }) => layer)])).toEqual([
    [1, ['results', 'patterns']],
    [2, ['results']],
  ]);
  const [first] = boxes[0]?.boxes ?? [];
  expect(first?.notes).toEqual(['a1', 'a2']);
  for (const { pos } of notes.slice(0, 2)) expect(first && boxHas(first.box, pos)).toBe(true);
});

it('takes a note into the theme it is dropped on', () => {
  expect(homes({ free: [2010, 420] })).toEqual(new Map([['b', ['free']]]));
  expect(homes({ a1: [2010, 420] })).toEqual(new Map([['b', ['a1']]]));
});

it('takes a note out of its theme when it is dropped beside', () => {
  expect(homes({ a1: [1000, 3000] })).toEqual(new Map([[null, ['a1']]]));
});

it('leaves a note in its theme within any of its boxes, and a loose one loose', () => {
  expect(homes({ a1: [1100, 420], free: [3300, 420] })).toEqual(new Map());
  expect(homes({ a1: [1010, 1310] })).toEqual(new Map());
});

it('keeps notes together that are moved with their whole box', () => {
  expect(homes({ a1: [4000, 400], a2: [4220, 400] })).toEqual(new Map());
});
