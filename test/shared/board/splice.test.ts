import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spliceOf } from '../../../shared/board/splice.ts';

/** Of two code units each; they have the first or the second one in common with 😀. */
const HALVES = ['😁', '\u{1fa00}'];
/** Their halves are the first and the last ones there are. */
const OUTERMOST = ['\u{10000}', '\u{10001}', '🐀', '\u{103ff}', '\u{10ffff}'];
const word = fc.string({
  unit: fc.constantFrom('a', 'b', 'ñ', '😀', '🧊', ' ', ...HALVES, ...OUTERMOST),
  maxLength: 12,
});
const apply = (text: string, { at, remove, insert }: ReturnType<typeof spliceOf>) =>
  text.slice(0, at) + insert + text.slice(at + remove);
const isWhole = (text: string) => !/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(text);

test('applying the splice gives the new text, wherever the caret is, and no half of an emoji travels', () => {
  fc.assert(
    fc.property(word, word, fc.nat(30), (before, after, caret) => {
      const splice = spliceOf(before, after, caret);
      expect(apply(before, splice)).toBe(after);
      expect(isWhole(splice.insert)).toBe(true);
      expect(isWhole(before.slice(splice.at, splice.at + splice.remove))).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});

test('also of a text that half an emoji got into, the field and the splice say the same', () => {
  const broken = fc.string({ unit: fc.constantFrom('a', '\ud83d', '\ude00', '😀'), maxLength: 6 });
  fc.assert(
    fc.property(broken, broken, fc.nat(8), (before, after, caret) => {
      const splice = spliceOf(before, after, caret);
      expect(apply(before, splice)).toBe(after);
      expect(splice.at + splice.remove).toBeLessThanOrEqual(before.length);
    }),
    { numRuns: 2_000 },
  );
});

test('half an emoji that got into a text becomes a whole one at once, and a whole one half at once', () => {
  for (const half of ['\ud83d', '\ude00']) {
    expect(spliceOf(half, '😀')).toEqual({ at: 0, remove: 1, insert: '😀' });
    expect(spliceOf('😀', half)).toEqual({ at: 0, remove: 2, insert: half });
  }
});

test('is the smallest one: what both begin and end with stays', () => {
  fc.assert(
    fc.property(word, word, word, word, (start, out, put, end) => {
      const { remove, insert } = spliceOf(start + out + end, start + put + end);
      expect(remove).toBeLessThanOrEqual(out.length);
      expect(insert.length).toBeLessThanOrEqual(put.length);
    }),
    { numRuns: 2_000 },
  );
});

test('the caret says which of two equal letters was typed', () => {
  expect(spliceOf('aab', 'aaab', 1)).toEqual({ at: 0, remove: 0, insert: 'a' });
  expect(spliceOf('aab', 'aaab', 3)).toEqual({ at: 2, remove: 0, insert: 'a' });
});

test('letters that look half alike are taken out and put in whole', () => {
  expect(spliceOf('a😀b', 'a😁b', 3)).toEqual({ at: 1, remove: 2, insert: '😁' });
  expect(spliceOf('a😀b', 'a\u{1fa00}b', 3)).toEqual({ at: 1, remove: 2, insert: '\u{1fa00}' });
});
