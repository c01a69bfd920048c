/** Colour and line of free drawings: shown only while something is drawn or a drawing is selected. */
import { DefaultStylePanel, type TLUiStylePanelProps, useEditor, useValue } from 'tldraw';
import { selectedDrawings } from '../selection.ts';

const TOOLS = ['draw', 'highlight', 'arrow', 'text', 'geo', 'line'];

export function DrawingStyles(props: TLUiStylePanelProps) {
  const editor = useEditor();
  const isWanted = useValue(
    'drawing styles',
    () => TOOLS.includes(editor.getCurrentToolId()) || selectedDrawings(editor).length > 0,
    [editor],
  );
  return isWanted ? <DefaultStylePanel {...props} /> : null;
}
