/** What a board refuses, and that nothing it takes can hurt anybody. */
import * as encoding from 'lib0/encoding';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { board, judge, made, refused, taken } from '../../kit/judged-board.ts';
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

describe('A hostile update', () => {
  it('is refused when it nests types: 3,000 deep, or one too deep', () => {
    expect(judge(nested(3_000))).toEqual(refused('nesting'));
    expect(judge(nested(5))).toEqual(refused('nesting'));
    expect(judge(nested(4))).toEqual(taken);
  });

  it('is refused when it nests one level an update', () => {
    const doc = new Y.Doc();
    const server = board();
    let at: Y.Map<unknown> = doc.getMap('notes');
    const verdicts: string[] = [];
    for (let level = 0; level < 6; level += 1) {
      const before = Y.encodeStateVector(doc);
      const inner = new Y.Map<unknown>();
      at.set('x', inner);
      at = inner;
      const update = Y.encodeStateAsUpdate(doc, before);
      verdicts.push(judge(update, server).kind);
    }
    expect(verdicts.slice(0, 5)).toEqual(['taken', 'taken', 'taken', 'taken', 'refused']);
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
    expect(judge(Y.encodeStateAsUpdate(doc))).toEqual(refused('nesting'));
  });

  it('is refused with content no board has', () => {
    expect(judge(made((doc) => doc.getMap('notes').set('n', new Y.Doc())))).toMatchObject({ kind: 'refused' });
    expect(judge(made((doc) => doc.getMap('notes').set('n', new Y.XmlElement('b'))))).toMatchObject({
      kind: 'refused',
    });
    expect(judge(made((doc) => doc.getMap('notes').set('n', new Uint8Array(3))))).toMatchObject({ kind: 'refused' });
    expect(judge(made((doc) => doc.getText('t').insertEmbed(0, { a: 1 })))).toMatchObject({ kind: 'refused' });
  });

  it('is refused with a value that is no JSON, at any depth', () => {
    for (const value of [[1n, 2n], { a: { b: 1n } }, [new Uint8Array(3)]])
      expect(judge(made((doc) => doc.getMap('notes').set('n', value)))).toEqual(refused('value'));
  });

  it('is refused with a value nested too deep', () => {
    let value: unknown = 1;
    for (let depth = 0; depth < 20; depth += 1) value = { value };
    expect(judge(made((doc) => doc.getMap('notes').set('n', value)))).toEqual(refused('value'));
  });

  it('is refused with roots that are not known, or without end', () => {
    const update = made((doc) => doc.getMap('other').set('n', 1));
    expect(judge(update, board([], new Set(['notes'])))).toEqual(refused('unknown-root'));
    const many = made((doc) => {
      for (let i = 0; i < 100; i += 1) doc.getMap(`root-${i}`).set('n', 1);
    });
    expect(judge(many)).toEqual(refused('unknown-root'));
  });

  it('is refused when it promises millions of records in ten bytes', () => {
    const update = encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, 1);
      encoding.writeVarUint(encoder, 30_000_000);
      encoding.writeVarUint(encoder, 7);
      encoding.writeVarUint(encoder, 0);
    });
    expect(judge(update)).toEqual(refused('undecodable'));
  });

  it('is refused when it builds on itself', () => {
    const update = encoding.encode((encoder) => {
      for (const value of [1, 1, 7, 0]) encoding.writeVarUint(encoder, value);
      encoding.writeUint8(encoder, 0x84);
      for (const value of [7, 5]) encoding.writeVarUint(encoder, value);
      encoding.writeVarString(encoder, 'x');
      encoding.writeVarUint(encoder, 0);
    });
    expect(judge(update)).toEqual(refused('builds-on-itself'));
  });

  it('is refused with clocks nobody can reach', () => {
    const update = encoding.encode((encoder) => {
      for (const value of [1, 1, 7, 0]) encoding.writeVarUint(encoder, value);
      encoding.writeUint8(encoder, 0);
      encoding.writeVarUint(encoder, 2 ** 45);
      encoding.writeVarUint(encoder, 0);
    });
    expect(judge(update)).toEqual(refused('numbers'));
  });

  it('is refused when a crowd claims one place, in one update or in many', () => {
    const claim = (client: number, first: number, count: number): Uint8Array =>
      encoding.encode((encoder) => {
        for (const value of [1, count, client, first]) encoding.writeVarUint(encoder, value);
        for (let i = 0; i < count; i += 1) {
          encoding.writeUint8(encoder, 0x04);
          encoding.writeVarUint(encoder, 1);
          encoding.writeVarString(encoder, 'list');
          encoding.writeVarString(encoder, 'x');
        }
        encoding.writeVarUint(encoder, 0);
      });
    expect(judge(claim(1, 0, 300))).toEqual(taken);
    expect(judge(claim(1, 0, 501))).toEqual(refused('crowded'));
    const log = board();
    const verdicts = Array.from({ length: 11 }, (_, i) => judge(claim(i, 0, 50), log).kind);
    expect(verdicts).toEqual([...Array<string>(10).fill('taken'), 'refused']);
  });

  it('is turned away with more entries than a board may have', () => {
    const many = (from: number, to: number): Uint8Array =>
      made((doc) => {
        doc.transact(() => {
          for (let i = from; i < to; i += 1) doc.getMap('notes').set(`n${i}`, i);
        });
      });
    expect(judge(many(0, 1_001))).toEqual({ kind: 'too-many' });
    const log = board();
    expect(judge(many(0, 600), log)).toEqual(taken);
    expect(judge(many(600, 1_100), log)).toEqual({ kind: 'too-many' });
    expect(judge(many(600, 900), log)).toEqual(taken);
    expect(judge(many(0, 900), board([many(0, 200)]))).toEqual({ kind: 'too-many' });
  });

  it('is refused when it disguises a deep place as a shallow one it brings again', () => {
    const doc = new Y.Doc();
    let at: Y.Map<unknown> = doc.getMap('notes');
    for (let level = 0; level < 4; level += 1) {
      const inner = new Y.Map<unknown>();
      at.set('x', inner);
      at = inner;
    }
    const deep = board([Y.encodeStateAsUpdate(doc)]);
    const { client } = at._item?.id ?? { client: 0 };
    const update = encoding.encode((encoder) => {
      // Its first struct says it were the deepest map, right below the root; the second goes into it.
      for (const value of [1, 2, client, 3]) encoding.writeVarUint(encoder, value);
      encoding.writeUint8(encoder, 0x07);
      encoding.writeVarUint(encoder, 1);
      encoding.writeVarString(encoder, 'notes');
      encoding.writeVarUint(encoder, 1);
      encoding.writeUint8(encoder, 0x07);
      encoding.writeVarUint(encoder, 0);
      for (const value of [client, 3, 1, 0]) encoding.writeVarUint(encoder, value);
    });
    expect(judge(update, deep)).toEqual(refused('nesting'));
  });

  it('is refused when one client is in it twice, which Yjs reads in another way', () => {
    const update = encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, 3);
      for (const client of [7, 8, 7]) {
        for (const value of [1, client, 0]) encoding.writeVarUint(encoder, value);
        encoding.writeUint8(encoder, 0);
        encoding.writeVarUint(encoder, 1);
      }
      encoding.writeVarUint(encoder, 0);
    });
    expect(judge(update)).toEqual(refused('undecodable'));
    // Neighbours as well, whether the second goes on where the first ends or claims the same clock again.
    const base = Buffer.from('01010600040101740461626364 00'.replace(' ', ''), 'hex');
    for (const hex of ['0201010647010000010106e401000100012000', '020106060401010174016101060704010101740162 00'])
      expect(judge(Buffer.from(hex.replace(' ', ''), 'hex'), board([base]))).toEqual(refused('undecodable'));
  });

  it('is kept out when two clients wait for each other', () => {
    const update = encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, 2);
      for (const [client, other] of [
        [7, 8],
        [8, 7],
      ]) {
        for (const value of [1, client ?? 0, 0]) encoding.writeVarUint(encoder, value);
        encoding.writeUint8(encoder, 0x84);
        for (const value of [other ?? 0, 0]) encoding.writeVarUint(encoder, value);
        encoding.writeVarString(encoder, 'x');
      }
      encoding.writeVarUint(encoder, 0);
    });
    expect(judge(update)).toEqual({ kind: 'incomplete' });
  });

  it.each([1, 2, 3])('never throws, and what is taken never breaks or waits inside Yjs, seed %i', (seed) => {
    const random = createRandom(seed);
    const honest = made((doc) => {
      doc.getMap('notes').set('n', new Y.Map<unknown>([['text', new Y.Text('hola')]]));
      doc.getText('t').insert(0, 'texto');
    });
    const state = board();
    const server = new Y.Doc();
    for (let round = 0; round < 2_000; round += 1) {
      const update = random.chance(0.3) ? random.bytes(random.int(40)) : honest.slice();
      for (let flips = random.int(4); flips > 0 && update.length > 0; flips -= 1) {
        update[random.int(update.length)] = random.int(256);
      }
      const verdict = judge(update, state);
      if (verdict.kind !== 'taken') continue;
      for (const part of verdict.send) Y.applyUpdate(server, part);
      expect([server.store.pendingStructs, server.store.pendingDs]).toEqual([null, null]);
    }
    expect(Y.decodeStateVector(state.log.stateVector())).toEqual(Y.decodeStateVector(Y.encodeStateVector(server)));
    server.destroy();
  });
});
