/** Boxes of themes before *Ordenar por temas*: in the board, over no other note, with a title one can read. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { themeTitle } from '../../../client/canvas/drawing/ThemeBox.tsx';
import { averageMeasure } from '../../../client/canvas/drawing/text.ts';
import { type BoxRoom, boxInBoard } from '../../../client/canvas/theme/box-in-board.ts';
import { layoutOf } from '../../../shared/synthesis/columns.ts';
import { BOX_HEADS, COLUMN_HEAD } from '../../../shared/template/group-heads.ts';
import { cellPlace } from '../../../shared/template/group-iceberg.ts';
import { LAYER_IDS, type LayerId } from '../../../shared/template/kinds.ts';
import type { Box, Point } from '../../../shared/template/shapes.ts';

const layout = layoutOf([
  { kind: 'organisation', id: 'a', w: 1760 },
  { kind: 'organisation', id: 'b', w: 1760 },
  { kind: 'anonymous', id: '', w: 440 },
]);
const headed: BoxRoom = { layout, isHeaded: () => true };
const plain: BoxRoom = { layout, isHeaded: () => false };
const noteAt = ([x, y]: Point, h = 200): Box => ({ x, y, w: 200, h });
const at = (column: number, layer: LayerId, index: number): Box => noteAt(cellPlace(layout, column, layer, index));
const boxOf = (own: Box[], others: Box[] = [], layer: LayerId = 'results', room = headed) => {
  const box = boxInBoard(own, others, layer, room);
  if (!box) throw new Error('notes have a box');
  return box;
};

describe('the box of a theme', () => {
  it('ends inside the board beside the last place of the last column', () => {
    const note = at(2, 'beliefs', 1);
    const box = boxOf([note], [at(2, 'beliefs', 0)], 'beliefs');
    expect(box.x + box.w).toBeLessThan(layout.w);
    expect(box.x + box.w).toBeGreaterThan(note.x + note.w);
  });

  it('covers no note beside its own that is not in the theme, and is as wide as ever without one', () => {
    const [own, other] = [at(0, 'beliefs', 0), at(0, 'beliefs', 1)];
    const box = boxOf([own], [other], 'beliefs');
    expect(box.x + box.w).toBeLessThan(other.x);
    expect(boxOf([own], [at(0, 'beliefs', 2)], 'beliefs').w).toBe(436);
    expect(boxOf([own], [at(0, 'beliefs', 5)], 'beliefs').w).toBe(436);
  });

  it('leaves the heads of columns free, in every layer and across columns', () => {
    for (const layer of LAYER_IDS) {
      const { y, head } = boxOf([at(0, layer, 2), at(1, layer, 0)], [], layer);
      expect(y).toBeGreaterThan(layout.bands[layer].top + COLUMN_HEAD.y + COLUMN_HEAD.h);
      expect(y + head).toBeLessThan(layout.bands[layer].top + 140);
    }
    const { top } = layout.bands.results;
    expect(boxOf([noteAt([1500, top + 100])]).y).toBeGreaterThan(top + COLUMN_HEAD.y + COLUMN_HEAD.h);
  });

  it('has its usual head where no column has one', () => {
    const note = at(0, 'results', 0);
    expect(boxOf([note], [], 'results', plain)).toMatchObject({ y: note.y - 100, head: BOX_HEADS.usual.h });
  });

  it('holds its own notes wherever they are', () => {
    const place = fc.record({ x: fc.integer({ min: 0, max: 6000 }), y: fc.integer({ min: 240, max: 1050 }) });
    fc.assert(
      fc.property(fc.array(place, { minLength: 1, maxLength: 5 }), fc.array(place, { maxLength: 5 }), (own, others) => {
        const notes = own.map(({ x, y }) => noteAt([x, y]));
        const box = boxOf(
          notes,
          others.map(({ x, y }) => noteAt([x, y])),
        );
        for (const { x, y, w, h } of notes) {
          expect(x >= box.x && y >= box.y && x + w <= box.x + box.w && y + h <= box.y + box.h).toBe(true);
        }
        expect(box.x + box.w).toBeLessThanOrEqual(Math.max(layout.w, ...notes.map(({ x }) => x + 208)));
      }),
    );
  });
});

it('sets a title inside its head at any width, with an ellipsis where it must be cut', () => {
  const title = 'El agua y los permisos que nunca llegan a tiempo';
  for (const { h } of Object.values(BOX_HEADS))
    for (const width of [216, 340, 436, 900]) {
      const { lines, fontSize } = themeTitle(title, width, h, averageMeasure);
      for (const line of lines) expect(averageMeasure(line, fontSize, 700)).toBeLessThan(width - 76);
      expect(lines.length * fontSize * 1.13).toBeLessThanOrEqual(h);
      expect(lines.join(' ').endsWith('…') || lines.join(' ') === title).toBe(true);
    }
});
