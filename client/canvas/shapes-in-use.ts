/** Which shapes there are on a board: our own, and tldraw's free drawings. Nothing that loads from elsewhere. */
import { ArrowShapeUtil, defaultBindingUtils, defaultShapeUtils, type TLAnyShapeUtilConstructor } from 'tldraw';
import { DRAWING_TYPES } from './binding/drawing-record.ts';
import { StickyShapeUtil } from './sticky/Sticky.tsx';
import { TemplateShapeUtil } from './template/Template.tsx';
import { ThemeBoxShapeUtil } from './theme/ThemeBoxOnBoard.tsx';
import { ThreadsShapeUtil } from './theme/Threads.tsx';

/** Arrows point without being tied: a tie would be a second record that two people can break between them. */
class FreeArrowShapeUtil extends ArrowShapeUtil {
  override canBind(): boolean {
    return false;
  }
}

const ownShapeUtils: TLAnyShapeUtilConstructor[] = [
  StickyShapeUtil,
  TemplateShapeUtil,
  ThemeBoxShapeUtil,
  ThreadsShapeUtil,
  FreeArrowShapeUtil,
];
/** What there is on a board, and what its store accepts: a record of any other type is refused. */
export const storeShapeUtils: TLAnyShapeUtilConstructor[] = [
  ...defaultShapeUtils.filter(({ type }) => DRAWING_TYPES.has(type) && type !== 'arrow'),
  ...ownShapeUtils,
];
export const bindingUtils = defaultBindingUtils;
