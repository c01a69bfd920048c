/** Texts of the room `panels`. The Spanish source; English has the same keys by type. */
export const panels = {} as const;
