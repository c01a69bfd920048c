import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { Copies } from '../../../server/trials/copies.ts';

const copy = (bytes: number) => ({ doc: new Y.Doc(), bytes, unseenBytes: 0 });

it('keeps the copies used last, as many as fit, and one that is too large alone', () => {
  const copies = new Copies(100);
  for (const number of [1, 2, 3]) copies.keep(number, copy(40));
  expect(copies.numbers).toEqual([2, 3]);
  const second = copies.take(2);
  expect([second?.bytes, copies.take(2), copies.take(1)]).toEqual([40, null, null]);
  copies.keep(2, copy(50));
  copies.keep(4, copy(30));
  expect(copies.numbers).toEqual([2, 4]);
  copies.keep(5, copy(1_000));
  expect(copies.numbers).toEqual([5]);
});
