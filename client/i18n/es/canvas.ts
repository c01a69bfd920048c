/** Texts of the room `canvas`. The Spanish source; English has the same keys by type. */
export const canvas = {} as const;
