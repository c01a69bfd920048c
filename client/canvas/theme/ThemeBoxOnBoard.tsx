/** A theme's box in one layer as tldraw knows it: taken by its head, it carries its notes along. Drawn from them, never kept. */
import { Group2d, HTMLContainer, Rectangle2d, ShapeUtil, type TLShapePartial } from 'tldraw';
import { areaTitle } from '../../../shared/template/texts.ts';
import { textIn } from '../../i18n/text.ts';
import { boardOf } from '../board.ts';
import { ThemeBox } from '../drawing/ThemeBox.tsx';
import { canvasFonts } from '../fonts.ts';
import { THEME_BOX_PROPS, type ThemeBoxShape } from '../shapes.ts';
import { carriedWith } from './carried-notes.ts';
import { ThemeTitleField } from './ThemeTitleField.tsx';

export class ThemeBoxShapeUtil extends ShapeUtil<ThemeBoxShape> {
  static override readonly type = 'theme-box';
  // The validator checks the brand of the id, which its type cannot say.
  static override readonly props = THEME_BOX_PROPS;

  override getDefaultProps(): ThemeBoxShape['props'] {
    throw new Error('theme boxes are drawn from their notes, never made by hand');
  }
  override canEdit(): boolean {
    return true;
  }
  override canResize(): boolean {
    return false;
  }
  override canBind(): boolean {
    return false;
  }
  override canSnap(): boolean {
    return false;
  }
  override hideRotateHandle(): boolean {
    return true;
  }
  override hideResizeHandles(): boolean {
    return true;
  }
  override hideSelectionBoundsBg(): boolean {
    return true;
  }
  override getFontFaces() {
    return canvasFonts;
  }
  override getAriaDescriptor({ props: { number, title, layer } }: ThemeBoxShape): string {
    const language = boardOf(this.editor.store).language.get();
    return textIn(language, 'canvas.theme.box', { number, title, area: areaTitle(layer, language) });
  }
  /** Only the head takes the pointer: below it one selects notes by dragging a box around them. */
  override getGeometry({ props: { w, h, head } }: ThemeBoxShape): Group2d {
    return new Group2d({
      children: [
        new Rectangle2d({ width: w, height: head, isFilled: true }),
        new Rectangle2d({ width: w, height: h, isFilled: false }),
      ],
    });
  }
  override component(shape: ThemeBoxShape) {
    const { w, h } = shape.props;
    return (
      <HTMLContainer className="theme-box">
        <svg width={w} height={h} overflow="visible" aria-hidden="true">
          {this.toSvg(shape)}
        </svg>
        {this.editor.getEditingShapeId() === shape.id ? <ThemeTitleField shape={shape} /> : null}
      </HTMLContainer>
    );
  }
  override indicator({ props: { w, h } }: ThemeBoxShape) {
    return <rect width={w} height={h} rx={30} />;
  }
  override toSvg({ props: { w, h, head, number, title, count } }: ThemeBoxShape) {
    const { language } = boardOf(this.editor.store);
    const shown = title.trim() === '' ? textIn(language.get(), 'canvas.theme.untitled') : title;
    return <ThemeBox box={{ x: 0, y: 0, w, h }} head={head} number={number} title={shown} count={count} />;
  }
  override onTranslate(initial: ThemeBoxShape, current: ThemeBoxShape): TLShapePartial<ThemeBoxShape> | undefined {
    const moved = carriedWith(this.editor, initial, current.x - initial.x, current.y - initial.y);
    if (moved.length > 0) this.editor.updateShapes(moved);
    return undefined;
  }
}
