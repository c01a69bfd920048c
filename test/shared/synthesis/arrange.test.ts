import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addNotes, readNotes } from '../../../shared/board/notes.ts';
import { addTheme, readThemes } from '../../../shared/board/themes.ts';
import { createUndo } from '../../../shared/board/undo.ts';
import type { NoteId, OrgId, ThemeId } from '../../../shared/ids.ts';
import { arrangeByOrganisations, arrangeByThemes } from '../../../shared/synthesis/arrange.ts';
import { layoutOf, organisationColumns, readColumns, writeColumns } from '../../../shared/synthesis/columns.ts';
import { areaOf, centreOf } from '../../../shared/template/geometry.ts';
import { columnOf } from '../../../shared/template/group-iceberg.ts';
import { joinedBoards } from '../../kit/docs.ts';

const scattered = fc.array(
  fc.record({
    x: fc.integer({ min: 900, max: 6200 }),
    y: fc.integer({ min: 200, max: 3400 }),
    theme: fc.nat(11),
    tall: fc.boolean(),
  }),
  { maxLength: 221 },
);

test('columns = themes, rows = layers: no overlap, nobody changes layer, one undo restores', () => {
  fc.assert(
    fc.property(scattered, (places) => {
      const [board] = joinedBoards('group-iceberg', 1);
      if (!board) throw new Error('a board');
      const undo = createUndo(board.doc, () => 0);
      const w = { doc: board.doc, origin: undo.origin };
      writeColumns(board, organisationColumns(['a', 'b'] as OrgId[]));
      const idOf = (i: number) => `n${i}` as NoteId;
      addNotes(
        board,
        places.map(({ x, y, tall }, i) => ({ id: idOf(i), pos: [x, y], createdAt: i, text: tall ? 'long' : 'short' })),
      );
      for (let t = 0; t < 10; t++) {
        addTheme(
          board,
          { id: `t${t}` as ThemeId, title: `Tema ${t}`, createdAt: 0 },
          places.flatMap((p, i) => (p.theme === t ? [idOf(i)] : [])),
        );
      }
      const before = readNotes(board.doc);
      const columns = readColumns(board.doc);
      const heightOf = (note: { text: string }) => (note.text === 'long' ? 290 : 200);
      arrangeByThemes(w, heightOf);
      const after = readNotes(board.doc);
      const layout = layoutOf(readColumns(board.doc));
      const order = readThemes(board.doc)
        .map((t) => t.id)
        .filter((id) => after.some((note) => note.theme === id));
      const layers = new Map(before.map((note) => [note.id, areaOf('group-iceberg', note.pos)]));
      for (const note of after) {
        const layer = areaOf('group-iceberg', note.pos);
        expect(layer).toBe(layers.get(note.id));
        expect(note.pos[1] + heightOf(note)).toBeLessThanOrEqual(layout.bands[layer].bottom);
        const column = columnOf2(layout.columns, centreOf(note.pos)[0]);
        expect(column).toBe(note.theme ? order.indexOf(note.theme) : order.length);
      }
      for (const a of after)
        for (const b of after) {
          if (a.id >= b.id) continue;
          const apart =
            Math.abs(a.pos[0] - b.pos[0]) >= 200 ||
            (a.pos[1] < b.pos[1] ? a.pos[1] + heightOf(a) <= b.pos[1] : b.pos[1] + heightOf(b) <= a.pos[1]);
          expect(apart).toBe(true);
        }
      undo.undo();
      expect(readNotes(board.doc)).toEqual(before);
      expect(readColumns(board.doc)).toEqual(columns);
      undo.close();
      board.doc.destroy();
    }),
    { numRuns: 40 },
  );
});
const columnOf2 = (columns: readonly { x: number; w: number }[], x: number) =>
  columns.findIndex((c) => x >= c.x && x < c.x + c.w);

test('by organisation each note returns to its own column', () => {
  const [board] = joinedBoards('group-iceberg', 1);
  if (!board) throw new Error('a board');
  addNotes(
    board,
    ['a', 'b', 'b'].map((org, i) => ({
      id: `n${i}` as NoteId,
      pos: [5000, 300 + i * 900],
      createdAt: i,
      organisation: org as OrgId,
      text: 'x',
    })),
  );
  arrangeByOrganisations(board, ['a', 'b'] as OrgId[]);
  const layout = layoutOf(readColumns(board.doc));
  for (const note of readNotes(board.doc))
    expect(columnOf(layout, centreOf(note.pos)[0])).toBe(note.organisation === 'a' ? 0 : 1);
});
