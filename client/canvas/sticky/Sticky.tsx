/** The sticky note as tldraw knows it: size, reach, words for screen readers, drawing on screen and in exports. Writes nothing. */
import { Rectangle2d, ShapeUtil } from 'tldraw';
import type { NoteId } from '../../../shared/ids.ts';
import { areaOf, NOTE } from '../../../shared/template/geometry.ts';
import { areaTitle, tagLabel } from '../../../shared/template/texts.ts';
import { dotsOn } from '../../board/resonance.ts';
import { stacksNow } from '../../board/stacks.ts';
import { textIn } from '../../i18n/text.ts';
import { boardOf } from '../board.ts';
import { NoteDrawing, notePath } from '../drawing/NoteDrawing.tsx';
import { layoutNote } from '../drawing/note-layout.ts';
import { FONT_FAMILY } from '../drawing/text.ts';
import { canvasFonts } from '../fonts.ts';
import { noteIdOf, STICKY_PROPS, type StickyShape } from '../shapes.ts';
import { StickyView } from './StickyView.tsx';

export class StickyShapeUtil extends ShapeUtil<StickyShape> {
  static override readonly type = 'sticky';
  static override readonly props = STICKY_PROPS;

  override getDefaultProps(): StickyShape['props'] {
    return {
      text: '',
      tag: null,
      star: false,
      isPrivate: false,
      held: null,
      brought: false,
      signature: '',
      anonymous: false,
      fill: '#FFFFFF',
    };
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
  override canCrop(): boolean {
    return false;
  }
  override hideRotateHandle(): boolean {
    return true;
  }
  override hideResizeHandles(): boolean {
    return true;
  }
  override getText(shape: StickyShape): string {
    return shape.props.text;
  }
  override getFontFaces() {
    return canvasFonts;
  }
  override getGeometry(shape: StickyShape): Rectangle2d {
    return new Rectangle2d({ width: NOTE.size, height: layoutNote(shape.props.text).height, isFilled: true });
  }
  override getAriaDescriptor(shape: StickyShape): string {
    const { session, language } = boardOf(this.editor.store);
    const now = language.get();
    const { text, tag, star, isPrivate, held } = shape.props;
    const stack = this.#inStack(shape);
    return [
      text.trim() === '' ? textIn(now, 'canvas.note.empty') : text,
      areaTitle(areaOf(session.board.kind, [shape.x, shape.y]), now),
      tag ? tagLabel(tag, now) : '',
      star ? textIn(now, 'canvas.note.starred') : '',
      isPrivate ? textIn(now, 'canvas.note.private') : '',
      held ? textIn(now, `method.held.${held}`) : '',
      stack > 1 ? textIn(now, 'canvas.note.stack', { count: stack }) : '',
    ]
      .filter((part) => part !== '')
      .join('. ');
  }
  override component(shape: StickyShape) {
    return <StickyView shape={shape} />;
  }
  override indicator(shape: StickyShape) {
    return <path d={notePath(layoutNote(shape.props.text).height)} />;
  }
  override toSvg(shape: StickyShape) {
    const { text, signature, held, ...marks } = shape.props;
    const heldMark = held
      ? { held, word: textIn(boardOf(this.editor.store).language.get(), `method.held.${held}`) }
      : null;
    return (
      <g fontFamily={FONT_FAMILY}>
        <NoteDrawing
          layout={layoutNote(text)}
          initials={signature}
          held={heldMark}
          dots={this.#dotsOn(noteIdOf(shape.id))}
          stack={this.#inStack(shape)}
          {...marks}
        />
      </g>
    );
  }

  /** How many notes lie here, this one included. */
  #inStack({ id }: StickyShape): number {
    const note = noteIdOf(id);
    const { session } = boardOf(this.editor.store);
    return 1 + (note ? (stacksNow(session).get(note)?.length ?? 0) : 0);
  }

  /** As on the screen (`DotMark`), but only what is shown to everybody. */
  #dotsOn(id: NoteId | null): number | null {
    const { session } = boardOf(this.editor.store);
    return id && session.board.kind === 'group-iceberg' ? dotsOn(session.cohort.get(), [{ id }]) : null;
  }
}
