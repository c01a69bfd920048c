import { expect, it } from 'vitest';
import { acronymOf, initialsOf } from '../../../shared/cohort/initials.ts';

it.each([
  ['Milagros Tirado Cintrón', 'MT'],
  ['ángela', 'ÁN'],
  ['Ana', 'AN'],
  ['a', 'A'],
  ['  «Eva»  (de) Hostos', 'ED'],
  ['O’Neill Vega', 'OV'],
  ['𝒜na 𝒷ea', '𝒜𝒷'],
  ['🧊 ', ''],
  ['', ''],
])('initials of %j are %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});

it.each([
  ['Red de Huertos del Este', 'RHE'],
  ['Casa', 'CA'],
  ['La Casa', 'CA'],
  ['Centro para la Niñez y la Familia del Sur', 'CNF'],
  ['De la A', 'DLA'],
  ['La', 'LA'],
  ['the Houses of Ponce', 'HP'],
  ['', ''],
])('the acronym of %j is %s', (name, acronym) => {
  expect(acronymOf(name)).toBe(acronym);
});
