/** Which free drawings a board keeps and how one from outside is made fit for this store. Knows no document. */
import type { TLRecord, TLShape } from 'tldraw';
import type { Drawing } from '../../../shared/board/drawings.ts';
import { PAGE } from '../shapes.ts';
import { cleanRichText } from './rich-text.ts';

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
  return 'richText' in kept.props
    ? { ...kept, props: { ...kept.props, richText: cleanRichText(kept.props.richText) } }
    : kept;
}

/** The record to show, or null when it is of no kind this version draws. Its details are judged by the store. */
export function shownRecord({ id, record }: Drawing): TLShape | null {
  const { type, props } = record;
  if (!id.startsWith('shape:') || typeof type !== 'string' || !DRAWING_TYPES.has(type)) return null;
  if (!isRecord(props) || !canBeDrawn(type, props)) return null;
  return {
    ...record,
    props: {
      ...props,
      ...('url' in props ? { url: '' } : {}),
      ...('richText' in props ? { richText: cleanRichText(props.richText) } : {}),
    },
    id,
    typeName: 'shape',
    parentId: PAGE,
    isLocked: false,
    meta: {},
  } as unknown as TLShape;
}

/** What passes tldraw's validators and stops its drawing all the same: lines without points, sizes near zero. */
function canBeDrawn(type: string, props: Record<string, unknown>): boolean {
  const { scale = 1, segments, points } = props;
  if (typeof scale !== 'number' || !(scale >= 0.05 && scale <= 50)) return false;
  if (type === 'line') return isRecord(points) && Object.keys(points).length >= 2;
  if (type !== 'draw' && type !== 'highlight') return true;
  return Array.isArray(segments) && segments.length > 0 && segments.every(hasPoints);
}
const hasPoints = (segment: unknown): boolean =>
  isRecord(segment) && Array.isArray(segment.points) && segment.points.length > 0;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
