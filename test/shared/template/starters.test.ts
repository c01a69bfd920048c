import { expect, it } from 'vitest';
import { begin } from '../../../shared/template/starters.ts';

it('an open end has room after it, and the caret there', () => {
  expect(begin('Este año…')).toEqual({ text: 'Este año ', from: 9, to: 9 });
  expect(begin('Nada abierto')).toEqual({ text: 'Nada abierto', from: 12, to: 12 });
});

it('gaps inside are set apart, and the first of them is chosen', () => {
  const begun = begin('Cada vez que… terminamos…');
  expect(begun.text).toBe('Cada vez que … terminamos ');
  expect(begun.text.slice(begun.from, begun.to)).toBe('…');
  const several = begin('Si… y … entonces… bien.');
  expect(several).toEqual({ text: 'Si … y … entonces … bien.', from: 3, to: 4 });
});
