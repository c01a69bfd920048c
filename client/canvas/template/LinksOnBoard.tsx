/** The links of the board at hand, following notes under the hand on the screen and as the document has them on paper. */
import { useMemo } from 'react';
import { type Editor, useEditor, useValue } from 'tldraw';
import type { Link } from '../../../shared/board/links.ts';
import { NOTE } from '../../../shared/template/geometry.ts';
import type { Box } from '../../../shared/template/shapes.ts';
import { hasLinks, linksStore } from '../../board/links.ts';
import { useStore } from '../../board/store.ts';
import { textIn } from '../../i18n/text.ts';
import { boardOf, type CanvasBoard } from '../board.ts';
import { type LinkLine, LinkLines } from '../drawing/LinkLines.tsx';
import { layoutNote } from '../drawing/note-layout.ts';
import { isSticky, shapeIdOf } from '../shapes.ts';

/** Inside tldraw. */
export function LinksOnScreen() {
  const editor = useEditor();
  const { session, language } = boardOf(editor.store);
  const links = useStore(linksStore(session));
  const lines = useValue('links', () => links.flatMap((link) => lineOf(link, (id) => boxOf(editor, id))), [
    links,
    editor,
  ]);
  const now = useValue(language);
  if (!hasLinks(session) || lines.length === 0) return null;
  return <LinkLines lines={lines} word={textIn(now, 'method.link.sustains')} />;
}

function boxOf(editor: Editor, id: Link['from']): Box | null {
  const shape = editor.getShape(shapeIdOf(id));
  return isSticky(shape) ? { x: shape.x, y: shape.y, w: NOTE.size, h: layoutNote(shape.props.text).height } : null;
}

/** In exports. */
export function LinksOnPaper({ board: { session, language } }: { readonly board: CanvasBoard }) {
  const links = useStore(linksStore(session));
  const notes = useStore(session.notes);
  const now = useValue(language);
  const lines = useMemo(() => {
    const boxes = new Map(
      notes.map(({ id, pos, text }) => [id, { x: pos[0], y: pos[1], w: NOTE.size, h: layoutNote(text).height }]),
    );
    return links.flatMap((link) => lineOf(link, (id) => boxes.get(id) ?? null));
  }, [links, notes]);
  return lines.length === 0 ? null : <LinkLines lines={lines} word={textIn(now, 'method.link.sustains')} />;
}

function lineOf({ id, from, to }: Link, boxAt: (note: Link['from']) => Box | null): LinkLine[] {
  const [lower, upper] = [boxAt(from), boxAt(to)];
  return lower && upper ? [{ id, from: lower, to: upper }] : [];
}
