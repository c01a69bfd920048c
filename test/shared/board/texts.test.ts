/** Rewriting a shared text: what it says afterwards, and what becomes of what somebody else wrote at the same time. */
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { rewriteText, textAt } from '../../../shared/board/texts.ts';

/** Two people rewrite the same text without hearing of each other; gives what both read in the end. */
function rewrittenByTwo(before: string, one: string, two: string, clients: readonly [number, number]): string[] {
  const docs = clients.map((client) => {
    const doc = new Y.Doc();
    doc.clientID = client;
    return doc;
  });
  const [ana, bea] = docs;
  if (!ana || !bea) throw new Error('it takes two');
  ana.getText('t').insert(0, before);
  Y.applyUpdate(bea, Y.encodeStateAsUpdate(ana));
  rewriteText({ doc: ana, origin: null }, ana.getText('t'), one);
  rewriteText({ doc: bea, origin: null }, bea.getText('t'), two);
  Y.applyUpdate(bea, Y.encodeStateAsUpdate(ana));
  Y.applyUpdate(ana, Y.encodeStateAsUpdate(bea));
  const read = docs.map((doc) => doc.getText('t').toString());
  for (const doc of docs) doc.destroy();
  return read;
}

it.each([
  [1, 2],
  [2, 1],
] as const)('keeps the order of words whoever is who (%i, %i)', (...clients) => {
  const before = 'Tres directoras en 18 meses';
  const both = 'Tres directoras en año y medio (y una interina)';
  expect(rewrittenByTwo(before, 'Tres directoras en año y medio', `${before} (y una interina)`, clients)).toEqual([
    both,
    both,
  ]);
});

it('takes one of two emoji away once, though two people do it at once and both emoji begin alike', () => {
  expect(rewrittenByTwo('🐀😁', '😁', '😁', [1, 2])).toEqual(['😁', '😁']);
  expect(rewrittenByTwo('😁🐀', '😁', '😁', [1, 2])).toEqual(['😁', '😁']);
});

it('writes exactly the new text, and nothing when it is the same', () => {
  const doc = new Y.Doc();
  const text = doc.getText('t');
  let updates = 0;
  doc.on('update', () => updates++);
  for (const after of ['uno', 'uno dos', 'dos', '', '👩‍👧 y 👩', '👩 y 👩‍👧']) {
    rewriteText({ doc, origin: null }, text, after);
    expect(text.toString()).toBe(after);
  }
  expect(updates).toBe(6);
  rewriteText({ doc, origin: null }, text, text.toString());
  expect(updates).toBe(6);
  doc.destroy();
});

it('is found under its key, where it is one', () => {
  const doc = new Y.Doc();
  doc.getMap('texts').set('word', 'plain');
  doc.getMap('texts').set('statement', new Y.Text('Con otras, logra.'));
  expect([textAt(doc, 'word'), textAt(doc, 'none')]).toEqual([null, null]);
  expect(textAt(doc, 'statement')?.toString()).toBe('Con otras, logra.');
  doc.destroy();
});

it('puts a letter where the caret says, so that one typed beside it comes out in order', () => {
  const doc = new Y.Doc();
  const text = doc.getText('t');
  text.insert(0, 'aab');
  const deltas: unknown[] = [];
  text.observe(({ delta }) => deltas.push(delta));
  rewriteText({ doc, origin: null }, text, 'aaab', 1);
  rewriteText({ doc, origin: null }, text, 'aaaab');
  expect(deltas).toEqual([[{ insert: 'a' }], [{ retain: 3 }, { insert: 'a' }]]);
  doc.destroy();
});
