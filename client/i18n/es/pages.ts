/** Texts of the pages. The Spanish source; English has the same keys by type. */
export const pages = {} as const;
