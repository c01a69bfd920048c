/**
 * A board's document: its roots and how a new one is seeded. Knows neither canvas nor list, neither room nor disk.
 *
 * Roots (stored for ever, docs/format.md): `meta`: kind, schemaVersion, templateVersion, columns · `notes`, `themes`:
 * Y.Map<id, Y.Map> · `texts`: Y.Map<key, Y.Text> · `drawings`: Y.Map<id, plain JSON record of a free shape> ·
 * `links`: Y.Map<id, {from, to}> · `bulk`: the last large changes (bulk.ts).
 */
import * as Y from 'yjs';
import { BOARD_KINDS, type BoardKind, type CanvasKind, isCanvasKind } from '../template/kinds.ts';

/** Raised only together with a migration. */
const SCHEMA_VERSION = 1;
const TEMPLATE_VERSION = 1;

/** Who writes: the origin of the transaction tells own changes from others' and feeds undo. */
export interface Writer {
  readonly doc: Y.Doc;
  readonly origin: unknown;
}

export const metaOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('meta');
export const notesOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('notes');
export const themesOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('themes');
export const textsOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('texts');
export const linksOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('links');
export const bulkOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('bulk');
export const drawingsOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('drawings');

/** One transaction of a writer: it arrives whole or not at all, and is one step of undo. */
export const write = <T>({ doc, origin }: Writer, change: () => T): T => doc.transact(change, origin);

/** Shared texts of each kind of board. */
const SEEDED_TEXTS: Readonly<Partial<Record<BoardKind, readonly string[]>>> = {
  value: ['statement'],
  'self-assessment': ['evidence'],
  feedback: ['issue', 'context', 'question', 'takeaway'],
};

/** Server only, once, when the board is made: shared texts must exist before two people could both create them. */
export function seedBoard(doc: Y.Doc, kind: BoardKind): void {
  doc.transact(() => {
    const meta = metaOf(doc);
    meta.set('kind', kind);
    meta.set('schemaVersion', SCHEMA_VERSION);
    meta.set('templateVersion', TEMPLATE_VERSION);
    for (const key of SEEDED_TEXTS[kind] ?? []) textsOf(doc).set(key, new Y.Text());
  });
}

/** The kind of a board of notes, or null when it is none (not loaded yet, a page, or not a board). */
export function canvasKindOf(doc: Y.Doc): CanvasKind | null {
  const kind = kindOf(doc);
  return isCanvasKind(kind) ? kind : null;
}

/** The kind written in the board, or null when it has none (not loaded yet, or not a board). */
export function kindOf(doc: Y.Doc): BoardKind | null {
  const kind = metaOf(doc).get('kind');
  return BOARD_KINDS.find((known) => known === kind) ?? null;
}
