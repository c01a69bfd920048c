/** The threads of all themes as tldraw knows them: one shape behind the boxes that no tool can reach. */
import { Rectangle2d, ShapeUtil, SVGContainer } from 'tldraw';
import { boardOf, type CanvasBoard } from '../board.ts';
import { ThemeThread } from '../drawing/ThemeThread.tsx';
import { EXTENT_PROPS, type ThreadsShape } from '../shapes.ts';
import { useThemeBoxes } from './theme-boxes.ts';

export class ThreadsShapeUtil extends ShapeUtil<ThreadsShape> {
  static override readonly type = 'threads';
  static override readonly props = EXTENT_PROPS;

  override getDefaultProps(): ThreadsShape['props'] {
    return { w: 100, h: 100 };
  }
  override canEdit(): boolean {
    return false;
  }
  override canBind(): boolean {
    return false;
  }
  override canTabTo(): boolean {
    return false;
  }
  override canSnap(): boolean {
    return false;
  }
  override getGeometry({ props }: ThreadsShape): Rectangle2d {
    return new Rectangle2d({ width: props.w, height: props.h, isFilled: false });
  }
  override component() {
    return (
      <SVGContainer className="threads">
        <Threads board={boardOf(this.editor.store)} />
      </SVGContainer>
    );
  }
  override indicator(): null {
    return null;
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
