/** Kinds of board and the areas each is divided into. Knows names only: where an area lies is in geometry.ts, what it asks in texts.ts. */

/** Boards of notes with a place each: drawn as a canvas, and as a list. */
export const CANVAS_KINDS = ['iceberg', 'group-iceberg', 'value', 'practice'] as const;
export type CanvasKind = (typeof CANVAS_KINDS)[number];

/** Boards that are pages: questions to answer, texts and lists. */
export const PAGE_KINDS = ['self-assessment', 'growth', 'feedback', 'closing'] as const;
export type PageKind = (typeof PAGE_KINDS)[number];

/** `panel` is what facilitation alone follows: numbers and ids, never text. The server writes it. */
export const BOARD_KINDS = [...CANVAS_KINDS, ...PAGE_KINDS, 'panel'] as const;
export type BoardKind = (typeof BOARD_KINDS)[number];

/** Top to bottom: what shows first, what holds it last. */
export const LAYER_IDS = ['results', 'patterns', 'structures', 'beliefs'] as const;
export type LayerId = (typeof LAYER_IDS)[number];

/** In the order in which a team fills them. */
export const ZONE_IDS = ['beneficiaries', 'value', 'impact', 'resources', 'alliances'] as const;
export type ZoneId = (typeof ZONE_IDS)[number];

/** The practice board is one area. */
export const PRACTICE_IDS = ['practice'] as const;
export type PracticeId = (typeof PRACTICE_IDS)[number];

/** Where a note can be: a layer of an iceberg, a zone of the value proposition, or the practice board. */
export type AreaId = LayerId | ZoneId | PracticeId;

/** Operativo, programático or both; a note may also have none. */
export const TAG_IDS = ['operational', 'programmatic', 'both'] as const;
export type TagId = (typeof TAG_IDS)[number];

const member =
  <T extends string>(list: ReadonlyArray<T>) =>
  (x: unknown): x is T =>
    list.some((one) => one === x);

export const isBoardKind = member(BOARD_KINDS);
export const isCanvasKind = member(CANVAS_KINDS);
export const isPageKind = member(PAGE_KINDS);
export const isLayerId = member(LAYER_IDS);
export const isZoneId = member(ZONE_IDS);

/** The areas of a kind of board, in reading order. */
export const areasOf = (kind: CanvasKind): ReadonlyArray<AreaId> =>
  kind === 'practice' ? PRACTICE_IDS : kind === 'value' ? ZONE_IDS : LAYER_IDS;
