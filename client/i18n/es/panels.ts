/** Texts of the room `panels`. The Spanish source; English has the same keys by type. */
export const panels = {
  help: 'Pedir apoyo',
  dock: {
    title: 'Muelle',
  },
  copies: {
    title: 'Copias del tablero',
  },
  download: {
    title: 'Descargar',
  },
  themes: {
    title: 'Temas',
  },
  people: {
    label: 'Quién está aquí',
    you: '{name} (tú)',
    writing: '{name} está escribiendo',
    list: '{name}, en la lista',
    here: '{name}',
    follow: 'Seguir a {name}',
    stop: 'Dejar de seguir a {name}',
    more: 'y {count} más',
    count_one: '{count} persona aquí',
    count_other: '{count} personas aquí',
  },
} as const;
