/** Texts of the room `canvas`. The Spanish source; English has the same keys by type. */
export const canvas = {
  notice: {
    full: 'Este tablero ya tiene {most} notas, que es el máximo.',
    kept_one: '{name} está escribiendo en esa nota; se queda.',
    kept_other: '{name} está escribiendo; {count} notas se quedan.',
    keptMine: 'Alguien borró la nota que estás escribiendo; se queda para que termines.',
    survived: 'Alguien borró una nota mientras otra persona escribía en ella; se queda.',
    pasted_one: 'Se pegó {count} nota.',
    pasted_other: 'Se pegaron {count} notas.',
    pastedPart_one: 'Se pegó {count} nota; hay más texto ({left}) sin pegar.',
    pastedPart_other: 'Se pegaron {count} notas; quedan {left} líneas sin pegar.',
    pasteRest: 'Pegar el resto',
  },
} as const;
