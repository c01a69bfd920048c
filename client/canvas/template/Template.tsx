/** The template as tldraw knows it: one locked shape that cannot be reached by any tool and is part of every export. */
import { HTMLContainer, Rectangle2d, ShapeUtil } from 'tldraw';
import { boardOf } from '../board.ts';
import { canvasFonts } from '../fonts.ts';
import { EXTENT_PROPS, type TemplateShape } from '../shapes.ts';
import { PlacesToAdd } from './PlacesToAdd.tsx';
import { StatementField } from './StatementField.tsx';
import { TemplateDrawing } from './TemplateDrawing.tsx';

export class TemplateShapeUtil extends ShapeUtil<TemplateShape> {
  static override readonly type = 'template';
  static override readonly props = EXTENT_PROPS;

  override getDefaultProps(): TemplateShape['props'] {
    return { w: 100, h: 100 };
  }
  override canEdit(): boolean {
    return false;
  }
  override canResize(): boolean {
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
  override hideRotateHandle(): boolean {
    return true;
  }
  override getFontFaces() {
    return canvasFonts;
  }
  override getGeometry({ props }: TemplateShape): Rectangle2d {
    return new Rectangle2d({ width: props.w, height: props.h, isFilled: false });
  }
  override component({ props: { w, h } }: TemplateShape) {
    const board = boardOf(this.editor.store);
    const isValue = board.session.board.kind === 'value';
    return (
      <HTMLContainer className="template">
        <svg className="template-drawing" width={w} height={h} viewBox={`0 0 ${w} ${h}`} aria-hidden="true">
          <TemplateDrawing board={board} on="screen" />
        </svg>
        <PlacesToAdd />
        {isValue ? <StatementField /> : null}
      </HTMLContainer>
    );
  }
  override indicator(): null {
    return null;
  }
  override toSvg() {
    return <TemplateDrawing board={boardOf(this.editor.store)} on="paper" />;
  }
}
