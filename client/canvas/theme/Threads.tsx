/** The threads of all themes as tldraw knows them: one shape behind the boxes that no tool can reach. */
import { SVGContainer } from 'tldraw';
import { BackdropUtil } from '../backdrop.ts';
import { boardOf, type CanvasBoard } from '../board.ts';
import { ThemeThread } from '../drawing/ThemeThread.tsx';
import { EXTENT_PROPS, type ThreadsShape } from '../shapes.ts';
import { useThemeBoxes } from './theme-boxes.ts';

export class ThreadsShapeUtil extends BackdropUtil<ThreadsShape> {
  static override readonly type = 'threads';
  static override readonly props = EXTENT_PROPS;

  override component() {
    return (
      <SVGContainer className="threads">
        <Threads board={boardOf(this.editor.store)} />
      </SVGContainer>
    );
  }
  override toSvg() {
    return <Threads board={boardOf(this.editor.store)} />;
  }
}

function Threads({ board }: { readonly board: CanvasBoard }) {
  return useThemeBoxes(board.session).map(({ theme, number, boxes }) => (
    <ThemeThread key={theme} number={number} boxes={boxes.map(({ box }) => box)} />
  ));
}
