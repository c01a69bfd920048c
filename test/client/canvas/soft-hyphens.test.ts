import { expect, test } from 'vitest';
import { softHyphens } from '../../../client/canvas/theme/soft-hyphens.ts';

const shown = (text: string) => softHyphens(text).replaceAll('\u00AD', '·');

test('long words may break between syllables, short ones never, and no letter changes', () => {
  expect(shown('Comunicación interna')).toBe('Comu·ni·ca·ción interna');
  expect(shown('Fondos restringidos y flujo')).toBe('Fondos restrin·gi·dos y flujo');
  expect(softHyphens('Transparencia organizacional').replaceAll('\u00AD', '')).toBe('Transparencia organizacional');
});
