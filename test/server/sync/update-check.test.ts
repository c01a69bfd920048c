/** What a board takes from honest people, and how it notices what is missing. */
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { board, judge, made, offered, refused, taken } from '../../kit/judged-board.ts';

it('Formats of text are refused: each makes Yjs go through the whole of it', () => {
  const bold = (value: true | null): Uint8Array =>
    made((doc) => {
      doc.getText('t').insert(0, 'hola');
      doc.getText('t').format(0, 2, { bold: value });
    });
  expect([bold(true), bold(null)].map((update) => judge(update))).toEqual([refused('content'), taken]);
});

describe('An honest update', () => {
  it('passes with hundreds of notes for a board that has none', () => {
    const update = made((doc) =>
      doc.transact(() => {
        for (let i = 0; i < 300; i += 1) doc.getMap('notes').set(`n${i}`, new Y.Map());
      }),
    );
    expect(judge(update)).toEqual(taken);
  });

  it('passes as it is: notes, text, values, deletions', () => {
    const update = made((doc) => {
      const note = new Y.Map<unknown>();
      doc.getMap('notes').set('n', note);
      const text = new Y.Text('hola');
      note.set('text', text);
      note.set('pos', [1, 2]);
      text.delete(1, 2);
      text.insert(1, 'añadido');
      doc.getArray('list').push([{ a: { b: [null, 1.5] } }, 'x']);
    });
    expect(judge(update)).toEqual(taken);
  });

  it('passes when it replaces a note by a new one under the same key, again and again', () => {
    const doc = new Y.Doc();
    for (let round = 0; round < 50; round += 1) {
      const before = Y.encodeStateVector(doc);
      const server = board([Y.encodeStateAsUpdate(doc)]);
      const note = new Y.Map<unknown>([['text', new Y.Text('x')]]);
      doc.getMap('notes').set('n', note);
      expect(judge(Y.encodeStateAsUpdate(doc, before), server)).toEqual(taken);
    }
  });

  it('passes when people write thousands of times at the beginning, alone or together, each a little behind', async () => {
    const people = [new Y.Doc(), new Y.Doc(), new Y.Doc(), new Y.Doc(), new Y.Doc()];
    const state = board();
    for (let round = 0; round < 300; round += 1) {
      const written = people.map((doc) => {
        const before = Y.encodeStateVector(doc);
        for (let i = 0; i < 3; i += 1) doc.getText('t').insert(0, 'x');
        return Y.encodeStateAsUpdate(doc, before);
      });
      for (const update of written) {
        expect(await offered(state, update, 'x')).toEqual(taken);
        for (const doc of people) Y.applyUpdate(doc, update);
      }
    }
    for (const doc of people) doc.destroy();
  });

  it('passes whole when it comes from several people', () => {
    const a = new Y.Doc();
    const b = new Y.Doc();
    a.getText('t').insert(0, 'uno');
    Y.applyUpdate(b, Y.encodeStateAsUpdate(a));
    b.getText('t').insert(3, ' dos');
    expect(judge(Y.encodeStateAsUpdate(b))).toEqual(taken);
  });
});

describe('An update that builds on what is not there', () => {
  it('is recognised by a gap in its own clock', () => {
    const doc = new Y.Doc();
    doc.getText('t').insert(0, 'a');
    const before = Y.encodeStateVector(doc);
    doc.getText('t').insert(1, 'b');
    expect(judge(Y.encodeStateAsUpdate(doc, before))).toEqual({ kind: 'incomplete' });
  });

  it("is recognised by another person's missing note", () => {
    const a = new Y.Doc();
    a.getText('t').insert(0, 'a');
    const b = new Y.Doc();
    Y.applyUpdate(b, Y.encodeStateAsUpdate(a));
    const before = Y.encodeStateVector(b);
    b.getText('t').insert(1, 'b');
    expect(judge(Y.encodeStateAsUpdate(b, before))).toEqual({ kind: 'incomplete' });
  });

  it('is recognised by a deletion of what is missing', () => {
    const doc = new Y.Doc();
    doc.getText('t').insert(0, 'abc');
    const before = Y.encodeStateVector(doc);
    doc.getText('t').delete(0, 1);
    expect(judge(Y.encodeStateAsUpdate(doc, before))).toEqual({ kind: 'incomplete' });
  });
});
