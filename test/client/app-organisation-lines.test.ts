/** The pasted list of organisations. */
import { expect, it } from 'vitest';
import { organisationLines } from '../../client/app/organisation-lines.ts';

it.each<[string, string, string[], number]>([
  ['nothing', ' \n \r\n', [], 0],
  ['one a line, any line end', 'Uno\r\nDos\rTres\nCuatro', ['Uno', 'Dos', 'Tres', 'Cuatro'], 0],
  ['bullets and numbers', '- Uno\n• Dos\n3. Tres\n4) Cuatro\n– Cinco', ['Uno', 'Dos', 'Tres', 'Cuatro', 'Cinco'], 0],
  ['names that begin with a number stay', '100 Raíces\n4H de Ponce', ['100 Raíces', '4H de Ponce'], 0],
  ['spaces inside', '  La   Mesa\tLarga ', ['La Mesa Larga'], 0],
  [
    'the same with other capitals and accents',
    'Ríos que Hablan\nRIOS QUE HABLAN \nrios que hablan.',
    ['Ríos que Hablan'],
    2,
  ],
  ['names of signs only are no repetition of each other', '☆\n♡', ['☆', '♡'], 0],
])('%s', (_name, pasted, names, repeated) => {
  expect(organisationLines(pasted)).toEqual({ names, repeated });
});

it('writes accents in one way', () => {
  expect(organisationLines('Ri\u0301os').names).toEqual(['Ríos']);
});
