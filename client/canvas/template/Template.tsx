/** The template as tldraw knows it: one locked shape that cannot be reached by any tool and is part of every export. */
import { HTMLContainer } from 'tldraw';
import { BackdropUtil } from '../backdrop.ts';
import { boardOf } from '../board.ts';
import { canvasFonts } from '../fonts.ts';
import { EXTENT_PROPS, type TemplateShape } from '../shapes.ts';
import { LinksOnPaper, LinksOnScreen } from './LinksOnBoard.tsx';
import { PlacesToAdd } from './PlacesToAdd.tsx';
import { StatementField } from './StatementField.tsx';
import { TemplateDrawing } from './TemplateDrawing.tsx';
import { Veils } from './Veils.tsx';

export class TemplateShapeUtil extends BackdropUtil<TemplateShape> {
  static override readonly type = 'template';
  static override readonly props = EXTENT_PROPS;

  override getFontFaces() {
    return canvasFonts;
  }
  override component({ props: { w, h } }: TemplateShape) {
    const board = boardOf(this.editor.store);
    const isValue = board.session.board.kind === 'value';
    return (
      <HTMLContainer className="template">
        <svg className="template-drawing" width={w} height={h} viewBox={`0 0 ${w} ${h}`} aria-hidden="true">
          <TemplateDrawing board={board} on="screen" />
        </svg>
        <Veils />
        <PlacesToAdd />
        {isValue ? <StatementField /> : null}
        <svg className="template-links" width={w} height={h} viewBox={`0 0 ${w} ${h}`} aria-hidden="true">
          <LinksOnScreen />
        </svg>
      </HTMLContainer>
    );
  }
  override toSvg() {
    const board = boardOf(this.editor.store);
    return (
      <>
        <TemplateDrawing board={board} on="paper" />
        <LinksOnPaper board={board} />
      </>
    );
  }
}
