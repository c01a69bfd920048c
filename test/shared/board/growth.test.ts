/** The team's profile as a document: who looks at it hears of every change, and of none that is none. */
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { onGrowth, readGrowth, writeBaseline, writeGrowth } from '../../../shared/board/growth.ts';

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
  expect([heard, readGrowth(doc).baseline]).toEqual([3, null]);
  stop();
  writeGrowth(w, { ...growth, n: 3 });
  expect(heard).toBe(3);
});
