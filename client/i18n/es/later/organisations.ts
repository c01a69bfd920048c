/** What facilitation does with the organisations of a cohort. The Spanish source; English has the same keys by type. */
export const organisations = {
  change: 'Cambiar {organisation}',
  renameHint:
    'Todas las personas ven el nombre nuevo al momento, también en los tableros. Las actas de sesiones anteriores conservan el de entonces.',
  tooLong: 'El nombre puede tener hasta {most} letras.',
} as const;
