/**
 * *Sostiene*: which note of a lower layer sustains which note of a layer above. A link is only its two ends, and its id
 * says them, so that two people who draw it make one. Knows no view; layers are computed from where the notes lie.
 */
import type * as Y from 'yjs';
import { isNoteId, type NoteId } from '../ids.ts';
import { areaOf } from '../template/geometry.ts';
import { type CanvasKind, isLayerId, LAYER_IDS } from '../template/kinds.ts';
import { linksOf, type Writer, write } from './document.ts';
import type { Note } from './note.ts';
import { noteAt } from './notes.ts';

export interface Link {
  readonly id: string;
  /** The lower note, which sustains. */
  readonly from: NoteId;
  /** The upper note. */
  readonly to: NoteId;
}

/** No board of people holds more; beyond this links are neither made nor read. */
export const MOST_LINKS = 2_000;

export const linkId = (from: NoteId, to: NoteId): string => `${from}>${to}`;

/** Depth of a note's layer, 0 at the top; null on boards without layers. */
export function depthOf(kind: CanvasKind, note: Pick<Note, 'pos'>): number | null {
  const area = areaOf(kind, note.pos);
  return isLayerId(area) ? LAYER_IDS.indexOf(area) : null;
}

/** Which of two notes sustains the other, or null when they lie in the same layer. */
export function endsOf(
  kind: CanvasKind,
  a: Pick<Note, 'id' | 'pos'>,
  b: Pick<Note, 'id' | 'pos'>,
): { from: NoteId; to: NoteId } | null {
  const [x, y] = [depthOf(kind, a), depthOf(kind, b)];
  if (x === null || y === null || x === y) return null;
  return x > y ? { from: a.id, to: b.id } : { from: b.id, to: a.id };
}

/** Adds links; those that are there stay as they are. Both ends must be notes of the board. */
export function addLinks(w: Writer, pairs: readonly { readonly from: NoteId; readonly to: NoteId }[]): void {
  const links = linksOf(w.doc);
  const wanted = pairs.filter(
    ({ from, to }) => from !== to && !links.has(linkId(from, to)) && noteAt(w.doc, from) && noteAt(w.doc, to),
  );
  if (wanted.length === 0 || links.size + wanted.length > MOST_LINKS) return;
  write(w, () => {
    for (const { from, to } of wanted) links.set(linkId(from, to), { from, to });
  });
}

/** Takes links away. Somebody who draws one anew at the same time may win. */
export function removeLinks(w: Writer, ids: readonly string[]): void {
  const links = linksOf(w.doc);
  const there = ids.filter((id) => links.has(id));
  if (there.length === 0) return;
  write(w, () => {
    for (const id of there) links.delete(id);
  });
}

/** The links between notes that are there, by id. A deleted note takes its links along, and brings them back. */
export function readLinks(doc: Y.Doc, isThere: (note: NoteId) => boolean): Link[] {
  const found: Link[] = [];
  for (const [id, value] of linksOf(doc)) {
    const link = found.length < MOST_LINKS ? linkOf(id, value) : null;
    if (link && isThere(link.from) && isThere(link.to)) found.push(link);
  }
  return found.sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Server only: removes links one of whose notes is gone for good. */
export function purgeLinks(w: Writer, isKnown: (note: string) => boolean): void {
  const lost = [...linksOf(w.doc)].flatMap(([id, value]) => {
    const link = linkOf(id, value);
    return link && isKnown(link.from) && isKnown(link.to) ? [] : [id];
  });
  removeLinks(w, lost);
}

function linkOf(id: string, value: unknown): Link | null {
  if (typeof value !== 'object' || value === null || !('from' in value) || !('to' in value)) return null;
  const { from, to } = value;
  return isNoteId(from) && isNoteId(to) && from !== to && id === linkId(from, to) ? { id, from, to } : null;
}
