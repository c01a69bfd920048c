import { describe, expect, it } from 'vitest';
import { documentOf, isReadable } from '../../../server/sync/document-of.ts';
import { readWords, wordsOf } from '../../kit/storage-contract.ts';

const garbage = Uint8Array.from([9, 9, 9, 9]);
const [first = garbage, second = garbage] = wordsOf('uno', 'dos');

describe('A document made of updates', () => {
  it('says what all of them say', () => {
    expect(documentOf([first, second])?.getMap('words').toJSON()).toEqual({ 0: 'uno', 1: 'dos' });
    expect(documentOf([])?.getMap('words').size).toBe(0);
  });

  it('is none where one of them cannot be read, wherever it stands', () => {
    for (const updates of [[garbage], [first, garbage], [garbage, first], [first, garbage, second]])
      expect(documentOf(updates)).toBeNull();
  });

  it('is whole again without those that cannot be read alone', () => {
    const left = [first, garbage, second].filter(isReadable);
    expect(left).toEqual([first, second]);
    expect(documentOf(left)?.getMap('words').toJSON()).toEqual(
      readWords({ snapshot: null, updates: [first, second], takesBack: false }),
    );
  });
});

it('an update that waits for another one can be read', () => {
  expect(isReadable(second)).toBe(true);
  expect(isReadable(new Uint8Array())).toBe(false);
});
