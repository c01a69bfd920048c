import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { shapeOf } from '../../../server/trials/shape.ts';

it('is how many items the longest list has, and the heaviest type with all that is in it', () => {
  const doc = new Y.Doc();
  expect(shapeOf(doc)).toEqual({ longest: 0, heaviest: 0 });
  const note = doc.getMap('notes').set('n', new Y.Map<unknown>());
  const text = note.set('text', new Y.Text());
  for (let n = 0; n < 5; n += 1) text.insert(0, 'x');
  note.set('x', 1);
  note.set('x', 2);
  // The note is in a root, which cannot go: text, and twice x, and five letters go with the note.
  expect(shapeOf(doc)).toEqual({ longest: 5, heaviest: 8 });
  for (let n = 0; n < 9; n += 1) doc.getText('t').insert(0, 'x');
  doc.getText('t').delete(0, 4);
  expect(shapeOf(doc)).toEqual({ longest: 9, heaviest: 8 });
});
