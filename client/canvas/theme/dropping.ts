/** What a drop means for themes: into a box is into its theme, out of one's own box is out of it. Knows no drawing. */
import { type Editor, react, type TLShapeId } from 'tldraw';
import type { Position } from '../../../shared/board/note.ts';
import { themeNotes } from '../../../shared/board/notes.ts';
import type { NoteId, ThemeId } from '../../../shared/ids.ts';
import { centreOf } from '../../../shared/template/geometry.ts';
import { boxHas } from '../../../shared/template/shapes.ts';
import type { BoardSession } from '../../board/session.ts';
import { selectedNotes } from '../selection.ts';
import { isThemeBox, themeBoxId } from '../shapes.ts';
import { type LayerBox, type ThemeBoxes, themeBoxes } from './theme-boxes.ts';

export interface DropRule {
  /** Writes what a drop means, inside the transaction of the drop. */
  settle(moves: ReadonlyMap<NoteId, Position>): void;
  close(): void;
}

type Boxed = LayerBox & { readonly theme: ThemeId };

export function createDropRule(editor: Editor, session: BoardSession): DropRule {
  // Inside the transaction of a drop the stores still tell how everything lay before it.
  const boxesNow = (): ThemeBoxes[] => themeBoxes(session.themes.get(), session.notes.get(), session.columns.get());
  const isByBox = (): boolean => editor.getSelectedShapes().some(isThemeBox);
  const hint = (boxes: TLShapeId[]): void => {
    if (boxes.join() !== editor.getHintingShapeIds().join()) editor.setHintingShapes(boxes);
  };
  const close = react('box under the hand', () => {
    if (!editor.isIn('select.translating')) {
      hint([]);
      return;
    }
    editor.store.get(POINTER);
    const { x, y } = editor.inputs.currentPagePoint;
    const held = new Set(selectedNotes(editor));
    if (held.size === 0 || isByBox()) return;
    const box = boxesWithout(boxesNow(), held).find((one) => boxHas(one.box, [x, y]));
    hint(box ? [themeBoxId(box.theme, box.layer)].filter((id) => editor.getShape(id)) : []);
  });
  return {
    settle(moves) {
      if (isByBox()) return;
      for (const [theme, notes] of newHomes(boxesNow(), moves)) themeNotes(session.writer, notes, theme);
    },
    close,
  };
}
const POINTER = 'pointer:pointer' as Parameters<Editor['store']['get']>[0];

/** Boxes that do not move as a whole. */
function boxesWithout(themes: readonly ThemeBoxes[], moved: ReadonlySet<NoteId>): Boxed[] {
  return themes.flatMap(({ theme, boxes }) =>
    boxes.filter((box) => !box.notes.every((note) => moved.has(note))).map((box) => ({ ...box, theme })),
  );
}

/** Notes by the theme they come into; null for those that left theirs. Notes that stay are not named. */
export function newHomes(
  before: readonly ThemeBoxes[],
  moves: ReadonlyMap<NoteId, Position>,
): Map<ThemeId | null, NoteId[]> {
  const moved = new Set(moves.keys());
  const staying = boxesWithout(before, moved);
  const homes = new Map<ThemeId | null, NoteId[]>();
  for (const [id, pos] of moves) {
    const boxes = before.flatMap(({ theme, boxes: own }) => own.map((box) => ({ ...box, theme })));
    const from = boxes.find((box) => box.notes.includes(id));
    const centre = centreOf(pos);
    if (from && boxes.some((box) => box.theme === from.theme && boxHas(box.box, centre))) continue;
    const into = staying.find((box) => boxHas(box.box, centre))?.theme ?? null;
    const isWithWholeBox = from !== undefined && from.notes.length > 1 && from.notes.every((note) => moved.has(note));
    if (into === null && isWithWholeBox) continue;
    if (into !== (from?.theme ?? null)) homes.set(into, [...(homes.get(into) ?? []), id]);
  }
  return homes;
}
