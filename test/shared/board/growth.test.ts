/** The team's profile as a document: who looks at it hears of every change, and of none that is none. */
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { onGrowth, readGrowth, writeBaseline, writeGrowth } from '../../../shared/board/growth.ts';
import { TEXT } from '../../../shared/limits.ts';
import { DIMENSION_IDS } from '../../../shared/template/dimensions.ts';

it('tells of what changed until nobody listens any more', () => {
  const doc = new Y.Doc();
  const w = { doc, origin: null };
  const { baseline: _, ...growth } = readGrowth(doc);
  let heard = 0;
  const stop = onGrowth(doc, () => {
    heard += 1;
  });
  writeGrowth(w, { ...growth, n: 2 });
  expect([heard, readGrowth(doc).n]).toEqual([1, 2]);
  writeGrowth(w, { ...growth, n: 2 });
  expect(heard).toBe(1);
  writeBaseline(w, { source: 'Encuesta', values: growth.now });
  expect([heard, readGrowth(doc).baseline?.source]).toEqual([2, 'Encuesta']);
  writeBaseline(w, null);
  expect([heard, readGrowth(doc).baseline, doc.getMap('growth').has('baseline')]).toEqual([3, null, false]);
  stop();
  writeGrowth(w, { ...growth, n: 3 });
  expect(heard).toBe(3);
});

it.each([
  ['a number from 1 to 4', [1, 2.5, 4], [1, 2.5, 4]],
  ['nothing below or above', [0.99, 4.01, -1], [null, null, null]],
  ['nothing that is no number', ['2', null, [2]], [null, null, null]],
])('an average is %s', (_, values, read) => {
  const doc = new Y.Doc();
  const [a, b, c] = DIMENSION_IDS;
  const averages = { [a ?? '']: values[0], [b ?? '']: values[1], [c ?? '']: values[2] };
  doc.getMap('growth').set('now', averages);
  doc.getMap('growth').set('baseline', { source: 'x'.repeat(TEXT.baselineSource + 1), values: averages });
  const { now, baseline } = readGrowth(doc);
  for (const found of [now, baseline?.values]) expect([a, b, c].map((id) => found?.[id ?? 'purpose'])).toEqual(read);
  expect(baseline?.source).toBe('x'.repeat(TEXT.baselineSource));
});

it('whatever else is there is none of it', () => {
  const doc = new Y.Doc();
  const growth = doc.getMap('growth');
  for (const [n, read] of [
    [3, 3],
    [2.9, 2],
    [-1, 0],
    ['3', 0],
    [null, 0],
  ] as const) {
    growth.set('n', n);
    expect(readGrowth(doc).n).toBe(read);
  }
  for (const none of [null, 'x', 7, { source: 7 }, []]) {
    growth.set('baseline', none);
    growth.set('now', none);
    growth.set('proudest', none);
    growth.set('evidence', none);
    const { now, proudest, evidence, baseline } = readGrowth(doc);
    expect([Object.values(now).every((one) => one === null), baseline, evidence]).toEqual([true, null, []]);
    expect(new Set(Object.values(proudest))).toEqual(new Set([0]));
  }
  growth.set('evidence', ['una', 7, 'otra']);
  expect(readGrowth(doc).evidence).toEqual(['una', 'otra']);
});
