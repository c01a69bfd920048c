/** What is said of unsent changes where their board is not open. */
export const sync = {
  left: {
    waiting: 'Cambios por enviar · en este equipo',
    stuck: 'No se pudo enviar · sigue en este equipo. Abre el tablero para descargarlo.',
  },
} as const;
