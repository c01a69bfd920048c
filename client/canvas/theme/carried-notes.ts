/** The notes that go along when the box of their theme is dragged. Knows places in the document, writes none. */
import type { Editor, TLShapePartial } from 'tldraw';
import { onTop } from '../../../shared/board/stacks.ts';
import { boardOf } from '../board.ts';
import { type StickyShape, shapeIdOf, type ThemeBoxShape } from '../shapes.ts';
import { themeBoxes } from './theme-boxes.ts';

/** Places are counted from the document, where they stay until the drop; notes dragged by hand as well move themselves. */
export function carriedWith(editor: Editor, box: ThemeBoxShape, dx: number, dy: number): TLShapePartial<StickyShape>[] {
  const { session } = boardOf(editor.store);
  const { theme, layer } = box.props;
  const found = themeBoxes(session.themes.get(), session.notes.get(), session.columns.get()).find(
    (one) => one.theme === theme,
  );
  const ids = new Set(found?.boxes.find((one) => one.layer === layer)?.notes ?? []);
  const selected = new Set(editor.getSelectedShapeIds());
  return onTop(session.notes.get()).flatMap((note) => {
    const id = shapeIdOf(note.id);
    if (!ids.has(note.id) || selected.has(id)) return [];
    return [{ id, type: 'sticky' as const, x: note.pos[0] + dx, y: note.pos[1] + dy }];
  });
}
