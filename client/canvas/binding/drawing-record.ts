/** Which free drawings a board keeps and how one from outside is made fit for this store. Knows no document. */
import type { TLRecord, TLShape } from 'tldraw';
import type { Drawing } from '../../../shared/board/drawings.ts';
import { PAGE } from '../shapes.ts';

/** Never images, videos, embeds, bookmarks or frames: they load from elsewhere or own other shapes. */
export const DRAWING_TYPES: ReadonlySet<string> = new Set(['draw', 'geo', 'arrow', 'text', 'line', 'highlight']);

export const isDrawingShape = (record: TLRecord): record is TLShape =>
  record.typeName === 'shape' && DRAWING_TYPES.has(record.type);

/** The plain JSON that is kept: what belongs to one screen only stays behind. */
export function keptRecord({
  id: _id,
  typeName: _typeName,
  parentId: _parentId,
  meta: _meta,
  ...kept
}: TLShape): Record<string, unknown> {
  return kept;
}

/** The record to show, or null when it is of no kind this version draws. Its details are judged by the store. */
export function shownRecord({ id, record }: Drawing): TLShape | null {
  const { type, props } = record;
  if (!id.startsWith('shape:') || typeof type !== 'string' || !DRAWING_TYPES.has(type)) return null;
  if (typeof props !== 'object' || props === null) return null;
  const unlinked = 'url' in props ? { ...props, url: '' } : props;
  return {
    ...record,
    props: unlinked,
    id,
    typeName: 'shape',
    parentId: PAGE,
    isLocked: false,
    meta: {},
  } as unknown as TLShape;
}
