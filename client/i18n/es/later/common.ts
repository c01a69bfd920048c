/** Texts used in several pages, and not on a board as a list. The Spanish source; English has the same keys by type. */
export const common = {
  cancel: 'Cancelar',
  save: 'Guardar',
  remove: 'Quitar',
  spanish: 'Español',
  english: 'English',
} as const;
