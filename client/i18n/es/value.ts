/** Publishing the value proposition, the gallery, dots and writing for somebody else. */
export const value = {
  publish: {
    title: 'Publicar',
    takeBack: 'Retirar de la Galería',
  },
  zone: {
    opened: 'Se pasó a otra zona.',
    go: 'Ir a la zona',
  },
  gallery: {
    title: 'Galería',
  },
  dots: {
    resonates: 'Me resuena',
    on: 'Me resuena: {text}',
    left_one: 'Te queda {count} punto',
    left_other: 'Te quedan {count} puntos',
    leftOf_one: 'A {name} le queda {count} punto',
    leftOf_other: 'A {name} le quedan {count} puntos',
    none: 'Ya no quedan puntos. Quita uno para poner otro.',
    count_one: '{count} punto',
    count_other: '{count} puntos',
    unsent_one: '{count} punto por enviar',
    unsent_other: '{count} puntos por enviar',
    placed: 'Punto puesto.',
    taken: 'Punto quitado.',
  },
  table: {
    writesFor: 'Escribo por',
    me: 'Mí ({name})',
    title: 'Escribir por otra persona',
    now: 'Escribes por {name}',
  },
} as const;
