/** Why a board is not there for somebody any more, what is safe and where to go. The Spanish source; English has the same keys by type. */
export const refused = {
  expiredTitle: 'Tu acceso venció',
  expired: 'Vuelve a abrir tu enlace. Lo que escribiste está en el servidor o en este equipo.',
  forbiddenTitle: 'Este tablero está cerrado para ti',
  forbidden: 'El equipo cerró la entrada, o te quitaron de la cohorte. Lo que se escribió sigue guardado.',
  goneTitle: 'Este tablero ya no existe',
  gone: 'Alguien lo borró. Si la cohorte sigue, las notas que llevaste al iceberg grupal están allí.',
  deletedTitle: 'La facilitación borró esta cohorte',
  deleted:
    'Sus tableros ya no están en el servidor. Lo que ves es la copia de este dispositivo: no se envía nada, y puedes descargarla. Para saber por qué, pregunta a quien facilita.',
  deletedEmpty:
    'Sus tableros, copias y personas ya no están en el servidor, y no se pueden recuperar desde aquí. Lo que alguien haya descargado sigue en su dispositivo. Para saber por qué, pregunta a quien facilita.',
  toCohort: 'Lo que queda aquí',
  keptTitle: 'Lo que queda en este dispositivo',
  keptHint: 'Ábrelos para leerlos o descargarlos. Están solo aquí.',
  practiceTitle: 'La práctica terminó',
  practice: 'Este tablero era solo para probar: se borró con todo lo que tenía.',
  practiceOn: 'Ir a donde está la cohorte',
} as const;
