/** The canvas' handle once there is one, and a way to wait for it: pictures are drawn by the canvas alone. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { CanvasHandle, ImageOptions } from '../board/canvas-handle.ts';

export interface CanvasUse {
  readonly handle: CanvasHandle | null;
  readonly setHandle: (handle: CanvasHandle | null) => void;
  /** Shows the canvas for as long as it takes where there is none. Rejects when it does not come. */
  readonly exportImage: (options: ImageOptions) => Promise<Blob>;
}

const PATIENCE_MS = 20_000;

/** `showCanvas` returns how to go back to what was shown. */
export function useCanvas(showCanvas: () => () => void): CanvasUse {
  const [handle, setHandle] = useState<CanvasHandle | null>(null);
  const current = useRef<CanvasHandle | null>(null);
  const waiting = useRef<((handle: CanvasHandle) => void)[]>([]);
  useEffect(() => {
    current.current = handle;
    if (!handle) return;
    for (const resolve of waiting.current.splice(0)) resolve(handle);
  }, [handle]);
  const exportImage = useCallback(
    async (options: ImageOptions): Promise<Blob> => {
      if (current.current) return current.current.exportImage(options);
      const goBack = showCanvas();
      try {
        const coming = await new Promise<CanvasHandle>((resolve, reject) => {
          waiting.current.push(resolve);
          setTimeout(() => reject(new Error('no canvas to draw with')), PATIENCE_MS);
        });
        return await coming.exportImage(options);
      } finally {
        goBack();
      }
    },
    [showCanvas],
  );
  return { handle, setHandle, exportImage };
}
