/** The order of notes as tldraw's index keys. */
import { getIndexAbove } from 'tldraw';
import { expect, it } from 'vitest';
import { indexKeyOf, liftedKey } from '../../../client/canvas/binding/index-key.ts';

const SAMPLES = [-1e9, -5.5, -1, 0, 0.25, 0.5, 1, 2, 61, 62, 63, 3843, 1e6, 1e9];

it('gives keys tldraw accepts, whatever the wire brought', () => {
  for (const z of [...SAMPLES, Number.NaN, Number.POSITIVE_INFINITY, -1e300, 1e300]) {
    // Throws for a key that is none.
    expect(getIndexAbove(indexKeyOf(z, 'note')) > indexKeyOf(z, 'note')).toBe(true);
    expect(getIndexAbove(liftedKey(indexKeyOf(z, 'note')))).not.toBe('');
  }
});

it('orders as the numbers do', () => {
  const keys = SAMPLES.map((z) => indexKeyOf(z, 'any'));
  expect([...keys].sort((a, b) => (a < b ? -1 : 1))).toEqual(keys);
});

it('puts what is in the hand above everything', () => {
  expect(liftedKey(indexKeyOf(-1e9, 'a')) > indexKeyOf(1e9, 'b')).toBe(true);
});

it('tells notes of the same height apart, the same way on every screen', () => {
  expect(indexKeyOf(3, 'one')).not.toBe(indexKeyOf(3, 'two'));
  expect(indexKeyOf(3, 'one')).toBe(indexKeyOf(3, 'one'));
});
