/** Kinds of board and the areas each is divided into. Knows names only: where an area lies is in geometry.ts, what it asks in texts.ts. */

/** More kinds (practice, self-assessment, feedback, closing) are added here, each with its own areas. */
export const BOARD_KINDS = ['iceberg', 'group-iceberg', 'value'] as const;
export type BoardKind = (typeof BOARD_KINDS)[number];

/** Top to bottom: what shows first, what holds it last. */
export const LAYER_IDS = ['results', 'patterns', 'structures', 'beliefs'] as const;
export type LayerId = (typeof LAYER_IDS)[number];

/** In the order in which a team fills them. */
export const ZONE_IDS = ['beneficiaries', 'value', 'impact', 'resources', 'alliances'] as const;
export type ZoneId = (typeof ZONE_IDS)[number];

/** Where a note can be: a layer of an iceberg or a zone of the value proposition. */
export type AreaId = LayerId | ZoneId;

/** Operativo, programático or both; a note may also have none. */
export const TAG_IDS = ['operational', 'programmatic', 'both'] as const;
export type TagId = (typeof TAG_IDS)[number];

const member =
  <T extends string>(list: ReadonlyArray<T>) =>
  (x: unknown): x is T =>
    list.some((one) => one === x);

export const isBoardKind = member(BOARD_KINDS);
export const isLayerId = member(LAYER_IDS);
export const isZoneId = member(ZONE_IDS);

/** The areas of a kind of board, in reading order. */
export const areasOf = (kind: BoardKind): ReadonlyArray<AreaId> => (kind === 'value' ? ZONE_IDS : LAYER_IDS);
