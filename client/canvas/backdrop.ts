/** A shape behind the notes that no tool can reach: what the template and the threads of the themes have in common. Draws nothing itself. */
import { Rectangle2d, ShapeUtil, type TLBaseShape } from 'tldraw';
import type { ThreadsProps } from './shapes.ts';

export abstract class BackdropUtil<S extends TLBaseShape<string, ThreadsProps>> extends ShapeUtil<S> {
  override getDefaultProps(): S['props'] {
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
  override getGeometry({ props }: S): Rectangle2d {
    return new Rectangle2d({ width: props.w, height: props.h, isFilled: false });
  }
  override indicator(): null {
    return null;
  }
}
