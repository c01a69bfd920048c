import * as encoding from 'lib0/encoding';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { judgeUpdate } from '../../../server/sync/update-check.ts';
import { createRandom } from '../../kit/random.ts';

const nested = (depth: number): Uint8Array => {
  const doc = new Y.Doc();
  let at: Y.Map<unknown> = doc.getMap('notes');
  doc.transact(() => {
    for (let level = 0; level < depth; level += 1) {
      const inner = new Y.Map<unknown>();
      at.set('x', inner);
      at = inner;
    }
  });
  return Y.encodeStateAsUpdate(doc);
};
const made = (make: (doc: Y.Doc) => void): Uint8Array => {
  const doc = new Y.Doc();
  make(doc);
  return Y.encodeStateAsUpdate(doc);
};
const judge = (update: Uint8Array, doc = new Y.Doc(), roots: ReadonlySet<string> | null = null) =>
  judgeUpdate(update, doc, roots);
const ok = { ok: true, plain: true, complete: true };

describe('An honest update', () => {
  it('passes with hundreds of notes for a board that has none', () => {
    const update = made((doc) =>
      doc.transact(() => {
        for (let i = 0; i < 300; i += 1) doc.getMap('notes').set(`n${i}`, new Y.Map());
      }),
    );
    expect(judge(update)).toEqual(ok);
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
      text.format(0, 2, { bold: true });
      doc.getArray('list').push([{ a: { b: [null, 1.5] } }, 'x']);
    });
    expect(judge(update)).toEqual(ok);
  });

  it('passes when it replaces a note by a new one under the same key, again and again', () => {
    const doc = new Y.Doc();
    for (let round = 0; round < 50; round += 1) {
      const before = Y.encodeStateVector(doc);
      const server = new Y.Doc();
      Y.applyUpdate(server, Y.encodeStateAsUpdate(doc));
      const note = new Y.Map<unknown>([['text', new Y.Text('x')]]);
      doc.getMap('notes').set('n', note);
      expect(judge(Y.encodeStateAsUpdate(doc, before), server)).toEqual(ok);
    }
  });

  it('passes whole when it comes from several people', () => {
    const a = new Y.Doc();
    const b = new Y.Doc();
    a.getText('t').insert(0, 'uno');
    Y.applyUpdate(b, Y.encodeStateAsUpdate(a));
    b.getText('t').insert(3, ' dos');
    expect(judge(Y.encodeStateAsUpdate(b))).toEqual({ ok: true, plain: false, complete: true });
  });
});

describe('An update that builds on what is not there', () => {
  it('is recognised by a gap in its own clock', () => {
    const doc = new Y.Doc();
    doc.getText('t').insert(0, 'a');
    const before = Y.encodeStateVector(doc);
    doc.getText('t').insert(1, 'b');
    expect(judge(Y.encodeStateAsUpdate(doc, before))).toMatchObject({ ok: true, complete: false });
  });

  it("is recognised by another person's missing note", () => {
    const a = new Y.Doc();
    a.getText('t').insert(0, 'a');
    const b = new Y.Doc();
    Y.applyUpdate(b, Y.encodeStateAsUpdate(a));
    const before = Y.encodeStateVector(b);
    b.getText('t').insert(1, 'b');
    expect(judge(Y.encodeStateAsUpdate(b, before))).toMatchObject({ ok: true, complete: false });
  });

  it('is recognised by a deletion of what is missing', () => {
    const doc = new Y.Doc();
    doc.getText('t').insert(0, 'abc');
    const before = Y.encodeStateVector(doc);
    doc.getText('t').delete(0, 1);
    expect(judge(Y.encodeStateAsUpdate(doc, before))).toMatchObject({ ok: true, complete: false });
  });
});

describe('A hostile update', () => {
  it('is refused when it nests types: 3,000 deep, or one too deep', () => {
    expect(judge(nested(3_000))).toEqual({ ok: false, why: 'nesting' });
    expect(judge(nested(5))).toEqual({ ok: false, why: 'nesting' });
    expect(judge(nested(4))).toEqual(ok);
  });

  it('is refused when it nests one level an update', () => {
    const doc = new Y.Doc();
    const server = new Y.Doc();
    let at: Y.Map<unknown> = doc.getMap('notes');
    const verdicts: boolean[] = [];
    for (let level = 0; level < 6; level += 1) {
      const before = Y.encodeStateVector(doc);
      const inner = new Y.Map<unknown>();
      at.set('x', inner);
      at = inner;
      const update = Y.encodeStateAsUpdate(doc, before);
      const verdict = judge(update, server);
      verdicts.push(verdict.ok);
      if (verdict.ok) Y.applyUpdate(server, update);
    }
    expect(verdicts.slice(0, 5)).toEqual([true, true, true, true, false]);
  });

  it('is refused when it hides the depth behind neighbours', () => {
    const doc = new Y.Doc();
    let at: Y.Array<unknown> = doc.getArray('notes');
    doc.transact(() => {
      for (let level = 0; level < 6; level += 1) {
        at.push(['first']);
        const inner = new Y.Array<unknown>();
        at.push([inner]);
        at = inner;
      }
    });
    expect(judge(Y.encodeStateAsUpdate(doc))).toEqual({ ok: false, why: 'nesting' });
  });

  it('is refused with content no board has', () => {
    expect(judge(made((doc) => doc.getMap('notes').set('n', new Y.Doc())))).toMatchObject({ ok: false });
    expect(judge(made((doc) => doc.getMap('notes').set('n', new Y.XmlElement('b'))))).toMatchObject({ ok: false });
    expect(judge(made((doc) => doc.getMap('notes').set('n', new Uint8Array(3))))).toMatchObject({ ok: false });
    expect(judge(made((doc) => doc.getText('t').insertEmbed(0, { a: 1 })))).toMatchObject({ ok: false });
  });

  it('is refused with a value nested too deep', () => {
    let value: unknown = 1;
    for (let depth = 0; depth < 20; depth += 1) value = { value };
    expect(judge(made((doc) => doc.getMap('notes').set('n', value)))).toEqual({ ok: false, why: 'value' });
  });

  it('is refused with roots that are not known, or without end', () => {
    const update = made((doc) => doc.getMap('other').set('n', 1));
    expect(judge(update, new Y.Doc(), new Set(['notes']))).toEqual({ ok: false, why: 'unknown-root' });
    const many = made((doc) => {
      for (let i = 0; i < 100; i += 1) doc.getMap(`root-${i}`).set('n', 1);
    });
    expect(judge(many)).toEqual({ ok: false, why: 'unknown-root' });
  });

  it('is refused when it promises millions of records in ten bytes', () => {
    const update = encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, 1);
      encoding.writeVarUint(encoder, 30_000_000);
      encoding.writeVarUint(encoder, 7);
      encoding.writeVarUint(encoder, 0);
    });
    expect(judge(update)).toEqual({ ok: false, why: 'undecodable' });
  });

  it('is refused when it builds on itself', () => {
    const update = encoding.encode((encoder) => {
      for (const value of [1, 1, 7, 0]) encoding.writeVarUint(encoder, value);
      encoding.writeUint8(encoder, 0x84);
      for (const value of [7, 5]) encoding.writeVarUint(encoder, value);
      encoding.writeVarString(encoder, 'x');
      encoding.writeVarUint(encoder, 0);
    });
    expect(judge(update)).toEqual({ ok: false, why: 'builds-on-itself' });
  });

  it('is refused with clocks nobody can reach', () => {
    const update = encoding.encode((encoder) => {
      for (const value of [1, 1, 7, 0]) encoding.writeVarUint(encoder, value);
      encoding.writeUint8(encoder, 0);
      encoding.writeVarUint(encoder, 2 ** 45);
      encoding.writeVarUint(encoder, 0);
    });
    expect(judge(update)).toEqual({ ok: false, why: 'numbers' });
  });

  it.each([1, 2, 3])('never throws and never breaks what passes, seed %i', (seed) => {
    const random = createRandom(seed);
    const honest = made((doc) => {
      doc.getMap('notes').set('n', new Y.Map<unknown>([['text', new Y.Text('hola')]]));
      doc.getText('t').insert(0, 'texto');
    });
    for (let round = 0; round < 2_000; round += 1) {
      const update = random.chance(0.3) ? random.bytes(random.int(40)) : honest.slice();
      for (let flips = random.int(4); flips > 0 && update.length > 0; flips -= 1) {
        update[random.int(update.length)] = random.int(256);
      }
      const server = new Y.Doc();
      const verdict = judge(update, server);
      if (!verdict.ok) continue;
      if (verdict.plain) Y.applyUpdate(server, update);
      if (verdict.plain) expect([server.store.pendingStructs, server.store.pendingDs]).toEqual([null, null]);
    }
  });
});
