/** What facilitation does with the organisations of a cohort. The Spanish source; English has the same keys by type. */
export const organisations = {
  change: 'Cambiar {organisation}',
  renameHint:
    'Todas las personas ven el nombre nuevo al momento, también en los tableros. Las actas de sesiones anteriores conservan el de entonces.',
  remove: 'Quitar de la cohorte',
  removeTitle: '¿Quitar {organisation}?',
  removeBody:
    'Se va de la lista, con sus tableros vacíos y su columna del iceberg grupal. Se puede mientras nadie esté en ella y no haya nada escrito.',
  removeDo: 'Quitar',
  tooLong: 'El nombre puede tener hasta {most} letras.',
} as const;
