/** Dragging something out of the dock with mouse, pen or finger: a ghost follows the pointer, the drop says where. Knows no canvas. */
import { type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react';

/** A press that moves less than this many pixels is no drag. */
const SLACK = 6;

export interface BoardDrag {
  /** To put on the element that follows the pointer; it is drawn while `isDragging`. */
  readonly ghost: RefObject<HTMLDivElement>;
  readonly isDragging: boolean;
  start(event: PointerEvent<HTMLElement>): void;
}

/** `onDrop` gets window coordinates. Escape and a lost pointer end the drag without a drop. */
export function useBoardDrag(onDrop: (clientX: number, clientY: number) => void): BoardDrag {
  const ghost = useRef<HTMLDivElement>(null);
  const [isDragging, setDragging] = useState(false);
  const stop = useRef<() => void>(() => undefined);
  useEffect(() => () => stop.current(), []);

  const start = (event: PointerEvent<HTMLElement>): void => {
    if (event.button !== 0) return;
    const { pointerId, clientX: fromX, clientY: fromY } = event;
    const handle = event.currentTarget;
    let moving = false;
    const onMove = (move: globalThis.PointerEvent): void => {
      if (move.pointerId !== pointerId) return;
      if (!moving && Math.hypot(move.clientX - fromX, move.clientY - fromY) > SLACK) {
        moving = true;
        handle.setPointerCapture?.(pointerId);
        setDragging(true);
      }
      if (moving) {
        move.preventDefault();
        const { current } = ghost;
        if (current) current.style.translate = `${move.clientX}px ${move.clientY}px`;
      }
    };
    const onUp = (up: globalThis.PointerEvent): void => {
      if (up.pointerId !== pointerId) return;
      stop.current();
      if (moving) onDrop(up.clientX, up.clientY);
    };
    const onCancel = (): void => stop.current();
    const onKey = (key: KeyboardEvent): void => {
      if (key.key === 'Escape') stop.current();
    };
    stop.current = () => {
      window.removeEventListener('pointermove', onMove);
      window.removeEventListener('pointerup', onUp);
      window.removeEventListener('pointercancel', onCancel);
      window.removeEventListener('keydown', onKey);
      stop.current = () => undefined;
      setDragging(false);
    };
    window.addEventListener('pointermove', onMove);
    window.addEventListener('pointerup', onUp);
    window.addEventListener('pointercancel', onCancel);
    window.addEventListener('keydown', onKey);
  };
  return { ghost, isDragging, start };
}
