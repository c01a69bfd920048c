import { expect, it } from 'vitest';
import { isSameName } from '../../../client/app/same-name.ts';

it.each([
  ['Ronda de otono 2026', 'Ronda de «Otoño» 2026'],
  ['  RONDA  DE OTOÑO 2026 ', 'Ronda de «Otoño» 2026'],
  ['Loiza y Anasco', 'Loíza y Añasco'],
  ['🌊', '🌊 '],
])('takes %s for %s', (typed, name) => {
  expect(isSameName(typed, name)).toBe(true);
});

it.each([
  ['', 'Ronda 2026'],
  ['Ronda', 'Ronda 2026'],
  ['Ronda 2025', 'Ronda 2026'],
  ['', '🌊'],
  ['🔥', '🌊'],
])('does not take %s for %s', (typed, name) => {
  expect(isSameName(typed, name)).toBe(false);
});
