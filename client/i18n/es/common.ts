/** Texts used in several rooms, a board as a list among them. The Spanish source; English has the same keys by type. */
export const common = {
  product: 'Témpano',
  close: 'Cerrar',
  undo: 'Deshacer',
  redo: 'Rehacer',
  copied: 'Copiado',
  more: 'Más opciones',
  loading: 'Cargando…',
  otherLanguage: 'English',
  otherLanguageLabel: 'Cambiar a inglés',
  skip: 'Ir al contenido',
  notes_one: '{count} nota',
  notes_other: '{count} notas',
} as const;
