/** What facilitation reads after *Guardar copia*. */
import { expect, it } from 'vitest';
import { copiesInWords } from '../../../client/call/panel/save-copy.ts';
import { textIn } from '../../kit/pages/words.ts';

const t: Parameters<typeof copiesInWords>[3] = (key, values) => textIn('es', key, values);
const said = (copied: object, same = 0, missed = 0): string =>
  copiesInWords({ copied, same, missed }, 'Iceberg, 2:30 p. m.', 'es', t);

it('says what was copied, what had nothing new and what could not be copied', () => {
  expect(said({ iceberg: 12, 'group-iceberg': 1 })).toBe(
    'Copia guardada (Iceberg, 2:30 p. m.): el iceberg grupal y 12 icebergs de equipo. La ve quien puede abrir cada tablero.',
  );
  expect(said({ value: 1 }, 3, 1)).toBe(
    'Copia guardada (Iceberg, 2:30 p. m.): 1 propuesta de valor. La ve quien puede abrir cada tablero. Sin cambios desde su última copia: 3 tableros. No se pudo copiar 1 tablero.',
  );
  expect(said({}, 1)).toBe('Sin cambios desde su última copia: 1 tablero.');
  expect(said({})).toBe('Todavía no hay nada que copiar.');
});
