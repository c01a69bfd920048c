/** The four custom shapes of the canvas and the record ids they have. Knows types and ids only, no drawing and no document. */
import { createShapeId, type IndexKey, T, type TLBaseShape, type TLPageId, type TLShape, type TLShapeId } from 'tldraw';
import { isNoteId, isThemeId, type NoteId, type ThemeId } from '../../shared/ids.ts';
import { LAYER_IDS, type LayerId, TAG_IDS, type TagId } from '../../shared/template/kinds.ts';

export interface StickyProps {
  readonly text: string;
  readonly tag: TagId | null;
  readonly star: boolean;
  readonly isPrivate: boolean;
  /** Whose a belief is; only in the layer of beliefs. */
  readonly held: 'individual' | 'group' | null;
  /** Already on the group iceberg. */
  readonly brought: boolean;
  /** Initials or acronym; empty for nobody. */
  readonly signature: string;
  readonly anonymous: boolean;
  /** Colour of the paper. */
  readonly fill: string;
}
export interface ThemeBoxProps {
  readonly theme: ThemeId;
  readonly layer: LayerId;
  readonly number: number;
  readonly title: string;
  readonly count: number;
  readonly w: number;
  readonly h: number;
  readonly head: number;
}
export interface ThreadsProps {
  readonly w: number;
  readonly h: number;
}

export type StickyShape = TLBaseShape<'sticky', StickyProps>;
export type TemplateShape = TLBaseShape<'template', ThreadsProps>;
export type ThemeBoxShape = TLBaseShape<'theme-box', ThemeBoxProps>;
export type ThreadsShape = TLBaseShape<'threads', ThreadsProps>;

export const STICKY_PROPS = {
  text: T.string,
  tag: T.nullable(T.literalEnum(...TAG_IDS)),
  star: T.boolean,
  isPrivate: T.boolean,
  held: T.nullable(T.literalEnum('individual', 'group')),
  brought: T.boolean,
  signature: T.string,
  anonymous: T.boolean,
  fill: T.string,
};
export const THEME_BOX_PROPS = {
  theme: T.string.refine((id) => {
    if (!isThemeId(id)) throw new Error('not a theme id');
    return id;
  }),
  layer: T.literalEnum(...LAYER_IDS),
  number: T.number,
  title: T.string,
  count: T.number,
  w: T.nonZeroNumber,
  h: T.nonZeroNumber,
  head: T.nonZeroNumber,
};
export const EXTENT_PROPS = { w: T.nonZeroNumber, h: T.nonZeroNumber };

/** Every client has its own single page; pages are never synced. */
export const PAGE = 'page:page' as TLPageId;
/** `~` is in no id of a document, so that nothing from outside can take the place of these. */
export const TEMPLATE_ID = createShapeId('~template');
export const THREADS_ID = createShapeId('~threads');

/** Shapes that exist on this screen only and are drawn from the document. */
const LOCAL_TYPES: ReadonlySet<string> = new Set(['template', 'threads', 'theme-box']);
export const isLocalOnly = (shape: TLShape): boolean => LOCAL_TYPES.has(shape.type);
export const isSticky = (shape: TLShape | undefined): shape is StickyShape => shape?.type === 'sticky';
export const isThemeBox = (shape: TLShape | undefined): shape is ThemeBoxShape => shape?.type === 'theme-box';

export const shapeIdOf = (note: NoteId): TLShapeId => createShapeId(note);
export function noteIdOf(shape: TLShapeId): NoteId | null {
  const id = shape.slice('shape:'.length);
  return isNoteId(id) ? id : null;
}
export const themeBoxId = (theme: ThemeId, layer: LayerId): TLShapeId => createShapeId(`~${layer}~${theme}`);

/** Below every note and drawing, in this order. */
export const BOTTOM = { template: 'Zx', threads: 'Zy', themeBox: 'Zz' } as const as Record<
  'template' | 'threads' | 'themeBox',
  IndexKey
>;

/** What every record of ours has in common. */
export const recordBase = {
  typeName: 'shape',
  parentId: PAGE,
  rotation: 0,
  isLocked: false,
  opacity: 1,
  meta: {},
} as const;
