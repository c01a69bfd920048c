import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { documentOf, readableOf } from '../../../server/sync/document-of.ts';
import { wordsOf } from '../../kit/storage-contract.ts';

const garbage = Uint8Array.from([9, 9, 9, 9]);
const [first = garbage, second = garbage] = wordsOf('uno', 'dos');
const wordsIn = (doc: ReturnType<typeof documentOf>): unknown => doc?.getMap('words').toJSON();
const BOTH = { 0: 'uno', 1: 'dos' };

describe('A document made of updates', () => {
  it('says what all of them say', () => {
    expect(wordsIn(documentOf([first, second]))).toEqual(BOTH);
    expect(wordsIn(documentOf([]))).toEqual({});
  });

  it('is none where one of them cannot be read, wherever it stands', () => {
    for (const updates of [[garbage], [new Uint8Array()], [first, garbage], [garbage, first], [first, garbage, second]])
      expect(documentOf(updates)).toBeNull();
  });

  it('is lost with what was on it, where one of them cannot be read, which is known of each that could', () => {
    const doc = new Y.Doc();
    const applied: number[] = [];
    expect(documentOf([first, second, garbage], doc, (nth) => applied.push(nth))).toBeNull();
    expect([doc.isDestroyed, applied]).toEqual([true, [0, 1]]);
  });

  it('is whole without those that cannot be read alone', () => {
    expect(wordsIn(readableOf([first, garbage, second]))).toEqual(BOTH);
    expect(wordsIn(readableOf([garbage]))).toEqual({});
  });

  it('keeps an update that waits for another one', () => {
    expect(wordsIn(readableOf([second, garbage, first]))).toEqual(BOTH);
  });
});
