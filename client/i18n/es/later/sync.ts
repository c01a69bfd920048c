/** What is said of unsent changes where their board is not open, or not to be had any more. */
export const sync = {
  leftHere: 'Lo último que escribiste no llegó al servidor. Sigue en este equipo.',
  left: {
    waiting: 'Cambios por enviar · en este equipo',
    stuck: 'No se pudo enviar · sigue en este equipo. Abre el tablero para descargarlo.',
  },
} as const;
