/** Publishing the value proposition, the gallery, and the sheet of a table. The Spanish source; English has the same keys by type. */
export const value = {
  dots: {
    take: 'Quitar mi punto',
  },
  publish: {
    lead: 'Lo que publiquen lo ve toda la cohorte en la Galería, tal como se lee ahora. Lo demás sigue siendo solo de su equipo.',
    all: 'Publicar todo',
    blanks: '«{part}» todavía tiene espacios en blanco: no sale con Publicar todo.',
    one: 'Publicar',
    again: 'Actualizar',
    back: 'Retirar',
    backOf: 'Retirar de la Galería: {part}',
    oneOf: 'Publicar: {part}',
    againOf: 'Actualizar en la Galería: {part}',
    states: {
      empty: 'Nada aquí todavía',
      hidden: 'Sin publicar',
      published: 'Publicado',
      changed: 'Cambió después de publicarse',
    },
    said: 'Publicado. Ya está en la Galería.',
    saidBack: 'Retirado de la Galería.',
    openGallery: 'Ver la Galería',
  },
  gallery: {
    published_one: '{count} organización ha publicado.',
    published_other: '{count} organizaciones han publicado.',
    lead: 'Lo que cada organización publicó de su propuesta de valor.',
    none: 'Todavía nadie ha publicado.',
    more: 'Ver sus zonas',
    waiting_one: 'Falta {count} organización.',
    waiting_other: 'Faltan {count} organizaciones.',
  },
  table: {
    lead: 'Para quien está contigo sin dispositivo. Sus notas llevan su nombre y tiene sus propios puntos.',
    name: 'Nombre de la persona',
    add: 'Añadir a la mesa',
    remove: 'Quitar de la mesa: {name}',
    atTable: 'En esta mesa',
    none: 'Todavía no hay nadie más en esta mesa.',
  },
} as const;
