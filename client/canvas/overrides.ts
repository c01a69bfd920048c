/** What tldraw's keys and menus do here: our undo, our notes, and nothing that would leave the board's model. Draws nothing. */
import type { Editor, TLUiActionsContextType, TLUiOverrides, TLUiToolsContextType } from 'tldraw';
import { areasOf } from '../../shared/template/kinds.ts';
import { byHand } from '../board/by-hand.ts';
import { boardOf } from './board.ts';
import { showArea } from './camera.ts';
import { moves } from './frame.ts';
import { turnLayer } from './layer-view.ts';
import { deleteSelection, duplicateSelection } from './selection.ts';
import { newNote } from './sticky/moving-on.ts';
import { TLDRAW_WORDS } from './tldraw-words.ts';

/** Actions of tldraw that keep their meaning here. Everything else is gone, with its keys. */
const KEPT_ACTIONS = [
  'undo',
  'redo',
  'duplicate',
  'delete',
  'copy',
  'cut',
  'paste',
  'select-all',
  'select-none',
  'zoom-in',
  'zoom-out',
  'zoom-to-100',
  'zoom-to-fit',
  'zoom-to-selection',
  'stop-following',
  'exit-pen-mode',
  'a11y-open-context-menu',
  'a11y-repeat-shape-announce',
];
const KEPT_TOOLS = ['select', 'hand', 'eraser', 'draw', 'highlight', 'arrow', 'text', 'rectangle', 'ellipse', 'line'];

export const overrides: TLUiOverrides = {
  actions: (editor, actions) => ({ ...kept(actions, KEPT_ACTIONS), ...ourActions(editor, actions) }),
  tools(editor, tools) {
    const left: TLUiToolsContextType = kept(tools, KEPT_TOOLS);
    // L is the lasso where there is one.
    if (left.line) left.line = { ...left.line, kbd: undefined };
    if (boardOf(editor.store).session.board.kind === 'group-iceberg') {
      left.lasso = {
        id: 'lasso',
        icon: 'tool-pointer',
        label: 'tool.lasso',
        kbd: 'l',
        onSelect: () => editor.setCurrentTool('lasso'),
      };
    }
    return left;
  },
  translations: TLDRAW_WORDS,
};

/** Moves the view because this person asked for it. */
function looking(move: () => void): void {
  byHand.mark();
  move();
}

function kept<T>(all: Record<string, T>, ids: readonly string[]): Record<string, T> {
  return Object.fromEntries(Object.entries(all).filter(([id]) => ids.includes(id)));
}

function ourActions(editor: Editor, actions: TLUiActionsContextType): TLUiActionsContextType {
  const { session } = boardOf(editor.store);
  const changed = (id: string, onSelect: () => void): TLUiActionsContextType => {
    const action = actions[id];
    return action ? { [id]: { ...action, onSelect } } : {};
  };
  const added = (id: string, kbd: string, onSelect: () => void, readonlyOk: boolean): TLUiActionsContextType => ({
    [id]: { id, label: `action.${id}`, kbd, onSelect, readonlyOk },
  });
  return {
    ...changed('undo', () => void session.undo.undo()),
    ...changed('redo', () => void session.undo.redo()),
    ...changed('duplicate', () => duplicateSelection(editor)),
    ...changed('delete', () => deleteSelection(editor)),
    ...changed('zoom-to-fit', () => looking(() => showArea(editor, null))),
    ...changed('zoom-in', () => looking(() => editor.zoomIn(undefined, moves()))),
    ...changed('zoom-out', () => looking(() => editor.zoomOut(undefined, moves()))),
    ...changed('copy', () => void editor.getContainer().ownerDocument.execCommand('copy')),
    ...changed('cut', () => void editor.getContainer().ownerDocument.execCommand('cut')),
    ...added('new-note', 'n', () => void newNote(editor), false),
    ...added('show-all', '0', () => looking(() => showArea(editor, null)), true),
    ...(session.board.kind === 'group-iceberg' && {
      ...added('layer-before', 'pageup', () => looking(() => turnLayer(editor, -1)), true),
      ...added('layer-next', 'pagedown', () => looking(() => turnLayer(editor, 1)), true),
    }),
    ...Object.assign(
      {},
      ...areasOf(session.board.kind).map((area, i) =>
        added(`show-${area}`, String(i + 1), () => looking(() => showArea(editor, area)), true),
      ),
    ),
  };
}
