/** The lasso: draw a line around notes to select them. Changes nothing but the selection. */
import { pointInPolygon, StateNode, type TLPointerEventInfo, Vec, type VecLike } from 'tldraw';
import { isSticky } from '../shapes.ts';

/** Screen pixels between two points of the line. */
const STEP = 6;

export class LassoTool extends StateNode {
  static override readonly id = 'lasso';
  #points: VecLike[] = [];
  #scribble: string | null = null;

  override onEnter(): void {
    this.editor.setCursor({ type: 'cross', rotation: 0 });
  }
  override onExit(): void {
    this.#end();
  }
  override onPointerDown(): void {
    const { x, y } = this.editor.inputs.currentPagePoint;
    this.#points = [{ x, y }];
    if (!this.editor.inputs.shiftKey) this.editor.selectNone();
    this.#scribble = this.editor.scribbles.addScribble({
      color: 'selection-stroke',
      opacity: 0.6,
      size: 6,
      taper: false,
      delay: Number.MAX_SAFE_INTEGER,
    }).id;
    this.editor.scribbles.addPoint(this.#scribble, x, y);
  }
  override onPointerMove(_info: TLPointerEventInfo): void {
    const last = this.#points.at(-1);
    if (!last || !this.#scribble) return;
    const { x, y } = this.editor.inputs.currentPagePoint;
    if (Vec.Dist(last, { x, y }) < STEP / this.editor.getZoomLevel()) return;
    this.#points.push({ x, y });
    this.editor.scribbles.addPoint(this.#scribble, x, y);
  }
  override onPointerUp(): void {
    const found = this.#points.length > 3 ? notesWithin(this, this.#points) : [];
    this.#end();
    const before = this.editor.inputs.shiftKey ? this.editor.getSelectedShapeIds() : [];
    this.editor.setSelectedShapes([...new Set([...before, ...found])]);
    this.editor.setCurrentTool('select');
  }
  override onCancel(): void {
    this.#end();
    this.editor.setCurrentTool('select');
  }
  #end(): void {
    if (this.#scribble) this.editor.scribbles.stop(this.#scribble);
    this.#scribble = null;
    this.#points = [];
  }
}

/** Notes whose centre lies inside the line, which closes by itself. */
function notesWithin({ editor }: StateNode, line: VecLike[]) {
  return editor.getCurrentPageShapes().flatMap((shape) => {
    const centre = editor.getShapePageBounds(shape)?.center;
    return isSticky(shape) && centre && pointInPolygon(centre, line) ? shape.id : [];
  });
}
