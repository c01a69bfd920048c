/** File names that every computer takes. */
import { expect, it } from 'vitest';
import { dayOf, fileName } from '../../../client/panels/file-name.ts';
import { plainName } from '../../../shared/report/plain-name.ts';

it('names a board by cohort, organisation and day', () => {
  const name = fileName({
    cohort: 'Cohorte Marea Adentro 2026',
    organisation: 'Ríos que Hablan',
    date: '2026-11-20',
    extension: 'png',
  });
  expect(name).toBe('tempano_cohorte-marea-adentro-2026_rios-que-hablan_2026-11-20.png');
});

it('leaves out what is not there', () => {
  const parts = {
    cohort: '¿?',
    organisation: null,
    date: '2026-11-20',
    extension: 'json',
    part: ['iceberg grupal'],
  } as const;
  expect(fileName(parts)).toBe('tempano_iceberg-grupal_2026-11-20.json');
});

it.each([
  ['Datos pa’l Barrio', 'datos-pa-l-barrio'],
  ['Niñez & Más, Inc.', 'ninez-mas-inc'],
  ['../../etc/passwd', 'etc-passwd'],
  ['北京 😀', ''],
  [`${'á'.repeat(59)} b`, 'a'.repeat(59)],
])('makes %s plain', (name, plain) => {
  expect(plainName(name)).toBe(plain);
});

it('takes the day of the person', () => {
  expect(dayOf(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05');
});
