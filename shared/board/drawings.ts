/**
 * Free drawings of a board (pen, arrow, text, shape): one plain JSON record each, last writer wins. What a record means
 * is known to the canvas alone; here only its size and depth are judged, so that other versions' records are kept.
 */
import type * as Y from 'yjs';
import { drawingsOf, type Writer, write } from './document.ts';

export interface Drawing {
  readonly id: string;
  readonly record: Readonly<Record<string, unknown>>;
}

const DRAWING_ID = /^[A-Za-z0-9_:-]{1,80}$/;
/** Characters of JSON; a long pen stroke is about 60,000. */
export const DRAWING_SIZE = 200_000;

export function readDrawings(doc: Y.Doc): Drawing[] {
  const drawings: Drawing[] = [];
  for (const [id, record] of drawingsOf(doc)) if (isDrawing(id, record)) drawings.push({ id, record });
  return drawings;
}

/** A record the canvas may try to show. */
export function isDrawing(id: string, record: unknown): record is Record<string, unknown> {
  return DRAWING_ID.test(id) && typeof record === 'object' && record !== null && !Array.isArray(record);
}

/** Of two people who change one drawing the later one wins whole. Records too large to travel are refused: false. */
export function putDrawing(w: Writer, { id, record }: Drawing): boolean {
  const json = JSON.stringify(record);
  if (!DRAWING_ID.test(id) || json.length > DRAWING_SIZE) return false;
  if (JSON.stringify(drawingsOf(w.doc).get(id)) !== json) write(w, () => drawingsOf(w.doc).set(id, JSON.parse(json)));
  return true;
}

export function removeDrawings(w: Writer, ids: readonly string[]): void {
  write(w, () => {
    for (const id of ids) drawingsOf(w.doc).delete(id);
  });
}
