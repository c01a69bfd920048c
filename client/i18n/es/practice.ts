/** Texts of what there is to try on the practice board. The Spanish source; English has the same keys by type. */
export const method = {
  practice: {
    label: 'Prueba lo básico',
    written: 'Escribe una nota',
    moved: 'Muévela',
    marked: 'Ponle una marca o la estrella',
    deleted: 'Bórrala',
    done: 'hecho',
    said: 'Hecho: {deed}',
    all: '¡Listo! Ya sabes todo lo que hace falta.',
  },
} as const;
