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
  calm: 'Vista tranquila',
  calmHint:
    'Sin punteros ni movimiento, y todas las notas en el mismo papel. Tu puntero tampoco se envía. Solo en este dispositivo.',
  skip: 'Ir al contenido',
  notes_one: '{count} nota',
  notes_other: '{count} notas',
} as const;
