/** Chains on a board, and the check for names on the way to the group. The Spanish source; English has the same keys by type. */
export const method = {
  layer: {
    question: 'Pregunta guía',
    starters: 'Comienzos de frase',
  },
  chains: {
    intro: 'Qué sostiene a qué: de un resultado a la creencia que está debajo.',
    whole_one: '{count} cadena completa',
    whole_other: '{count} cadenas completas',
    noWhole: 'Todavía no hay una cadena completa: resultado, hábito, estructura y creencia.',
    partial: 'Por completar',
    orphans_one: '{count} nota sin unir',
    orphans_other: '{count} notas sin unir',
    noOrphans: 'Todas las notas están unidas.',
    how: 'Escoge una nota y usa «Sostiene…» para unirla con una de más arriba.',
    chain: 'Cadena {number}',
    sustainedBy: 'la sostiene',
    more: 'Hay más cadenas de las que caben aquí.',
    close: 'Cerrar Cadenas',
  },
  bring: {
    named: 'Parece que esta nota nombra a una persona. ¿La cambias?',
    change: 'Cambiar',
    asIs: 'Llevar así',
    editing: 'Texto de la nota',
    changed: 'Listo',
  },
} as const;
