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

/** A record the canvas may try to show: plain JSON, no deeper, longer or further out than a drawing ever is. */
export function isDrawing(id: string, record: unknown): record is Record<string, unknown> {
  return DRAWING_ID.test(id) && isPlain(record) && isKnownSane(record);
}

/** Records never change in place, so each is looked through once. */
const judged = new WeakMap<object, boolean>();
function isKnownSane(record: object): boolean {
  const known = judged.get(record);
  if (known !== undefined) return known;
  const sane = isSane(record, DEEPEST) && JSON.stringify(record).length <= DRAWING_SIZE;
  judged.set(record, sane);
  return sane;
}

const DEEPEST = 12;
const FARTHEST = 1_000_000;

function isSane(value: unknown, levels: number): boolean {
  if (typeof value === 'number') return Math.abs(value) <= FARTHEST;
  if (typeof value !== 'object' || value === null) return typeof value !== 'bigint';
  if (levels === 0 || !(Array.isArray(value) || isPlain(value))) return false;
  return Object.values(value).every((inner) => isSane(inner, levels - 1));
}

/** Neither a shared type nor something with a foreign prototype, which a key `__proto__` on the wire would make. */
const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

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
