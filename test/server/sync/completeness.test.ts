/** Whether everything an update builds on is there, told by clocks alone. */
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { isComplete } from '../../../server/sync/completeness.ts';
import { decodeUpdate, encodeUpdate, entriesIn } from '../../../server/sync/decoded-update.ts';
import { mergeUpdates } from '../../../server/sync/merged-updates.ts';
import * as c from '../../kit/crafted.ts';
import { createRandom } from '../../kit/random.ts';

type Structs = c.Block['structs'];
const NOTHING: ReadonlyMap<number, number> = new Map();
const NOTHING_GONE = new Map<number, never[]>();
/** On a board that has these clocks. */
function complete(update: Uint8Array, has: ReadonlyMap<number, number> = NOTHING): boolean {
  const decoded = decodeUpdate(update);
  if (decoded === null) throw new Error('no update');
  return isComplete(decoded, (client) => has.get(client) ?? 0);
}
const block = (client: number, clock: number, ...structs: Structs[number][]): c.Block => ({ client, clock, structs });
const beside = (...origin: c.Id) => c.item(c.string('a'), { origin });
const first = c.item(c.string('a'), { parent: 't' });

describe('An update is complete', () => {
  it('when what it builds on is on the board, to the very clock, in whatever way it builds on it', () => {
    const places: c.Place[] = [{ origin: [5, 3] }, { rightOrigin: [5, 3] }, { parent: [5, 3] }];
    for (const place of places) {
      const update = c.update([block(7, 0, c.item(c.string('a'), place))]);
      expect([complete(update, new Map([[5, 4]])), complete(update, new Map([[5, 3]]))]).toEqual([true, false]);
    }
    const both = c.update([block(7, 0, c.item(c.string('a'), { origin: [5, 0], rightOrigin: [6, 0] }))]);
    expect([[5], [6], [5, 6]].map((there) => complete(both, new Map(there.map((client) => [client, 1]))))).toEqual([
      false,
      false,
      true,
    ]);
  });

  it('when it goes on where its client stopped, or repeats some of it; not when it leaves something out', () => {
    const from = (clock: number): Uint8Array => c.update([block(7, clock, c.gc(2), c.gc(2))]);
    expect([0, 2, 3, 4, 5].map((clock) => complete(from(clock), new Map([[7, 4]])))).toEqual([
      true,
      true,
      true,
      true,
      false,
    ]);
  });

  it('when a stretch it leaves out is on the board, and not when only some of it is', () => {
    const update = c.update([block(7, 0, c.gc(2), c.skip(3), c.gc(1))]);
    expect([0, 2, 4, 5, 9].map((has) => complete(update, new Map([[7, has]])))).toEqual([
      false,
      false,
      false,
      true,
      true,
    ]);
    const atEnd = c.update([block(7, 2, c.skip(3))]);
    expect([4, 5].map((has) => complete(atEnd, new Map([[7, has]])))).toEqual([false, true]);
  });

  it('when what it deletes is there, on the board or in it', () => {
    const deletes = (...ranges: c.Id[]): Uint8Array => c.update([block(7, 3, c.gc(2))], [[7, ranges]]);
    const has = new Map([[7, 3]]);
    expect([complete(deletes([0, 5]), has), complete(deletes([0, 6]), has)]).toEqual([true, false]);
    expect([complete(deletes([0, 1], [4, 1]), has), complete(deletes([0, 1], [4, 2]), has)]).toEqual([true, false]);
    expect(complete(c.update([], [[8, [[0, 1]]]]), has)).toBe(false);
  });
});

describe('Clients of an update that need one another', () => {
  const chain = [
    block(10, 0, first),
    block(11, 0, beside(10, 0)),
    block(12, 0, beside(11, 0)),
    block(13, 0, beside(12, 0)),
  ];

  it('are complete in whatever order they come', () => {
    const random = createRandom(3);
    for (let round = 0; round < 24; round += 1) {
      const shuffled = [...chain].sort(() => random.int(3) - 1);
      expect(complete(c.update(shuffled))).toBe(true);
    }
  });

  it('are not when the first of them is missing, or one in between', () => {
    for (const missing of [0, 1, 2]) {
      const rest = chain.filter((_, nth) => nth !== missing);
      expect([complete(c.update(rest)), complete(c.update(rest.reverse()))]).toEqual([false, false]);
    }
  });

  it('may need one another in turns, struct by struct', () => {
    const turns = (from: number): c.Block[] => [
      block(20, 0, from === 20 ? first : beside(21, 0), beside(21, from === 20 ? 0 : 1)),
      block(21, 0, from === 21 ? first : beside(20, 0), beside(20, from === 21 ? 0 : 1)),
    ];
    for (const from of [20, 21])
      for (const blocks of [turns(from), turns(from).reverse()]) expect(complete(c.update(blocks))).toBe(true);
  });

  it('may all need the same one', () => {
    const many = [1, 2, 3, 4].map((client) => block(client, 0, beside(30, 1)));
    const all = [block(30, 0, first, first), ...many];
    expect([complete(c.update(all)), complete(c.update(all.reverse()))]).toEqual([true, true]);
    expect(complete(c.update([block(30, 0, first), ...many]))).toBe(false);
  });

  it('are not complete when they wait in a circle', () => {
    const circle = [block(40, 0, beside(41, 0)), block(41, 0, beside(42, 0)), block(42, 0, beside(40, 0))];
    expect(complete(c.update(circle))).toBe(false);
    expect(complete(c.update([...circle, block(43, 0, first)]))).toBe(false);
    const later = [block(44, 0, first, beside(45, 1)), block(45, 0, first, beside(44, 1))];
    expect(complete(c.update(later))).toBe(false);
  });
});

describe('An update that is read and written again', () => {
  const written = (): Y.Doc => {
    const docs = [3, 1, 2].map((client) => {
      const doc = new Y.Doc();
      doc.clientID = client;
      doc.getText('t').insert(0, 'palabra');
      doc.getMap('notes').set(`${client}`, new Y.Map([['text', new Y.Text('nota')]]));
      doc.getText('t').delete(1, 2);
      doc.getText('t').delete(3, 1);
      return doc;
    });
    const all = new Y.Doc();
    for (const doc of docs) Y.applyUpdate(all, Y.encodeStateAsUpdate(doc));
    return all;
  };

  it('is the same bytes as Yjs writes, clients from the highest down', () => {
    const update = Y.encodeStateAsUpdate(written());
    const decoded = decodeUpdate(update);
    if (decoded === null) throw new Error('no update');
    const upsideDown = {
      structs: new Map([...decoded.structs].reverse()),
      deletes: new Map([...decoded.deletes].reverse()),
    };
    expect(encodeUpdate(upsideDown.structs, NOTHING, upsideDown.deletes)).toEqual(update);
  });

  it('is without what somebody has, struct by struct and within one', () => {
    const decoded = decodeUpdate(Y.encodeStateAsUpdate(written()));
    if (decoded === null) throw new Error('no update');
    const from = new Map([
      [1, 3],
      [2, 1_000],
    ]);
    const news = encodeUpdate(decoded.structs, from, new Map());
    expect([...(decodeUpdate(news)?.structs.keys() ?? [])]).toEqual([3, 1]);
    const { structs } = Y.decodeUpdate(news);
    const firsts = new Map<number, number>();
    for (const { id } of structs) firsts.set(id.client, Math.min(id.clock, firsts.get(id.client) ?? id.clock));
    expect([...firsts]).toEqual([
      [3, 0],
      [1, 3],
    ]);
  });

  it('begins behind the last struct somebody has whole', () => {
    const decoded = decodeUpdate(c.update([block(7, 0, c.gc(2), c.item(c.string('ab')), c.item(c.string('cd')))]));
    const from = (clock: number): unknown =>
      decoded && Y.decodeUpdate(encodeUpdate(decoded.structs, new Map([[7, clock]]), NOTHING_GONE)).structs.length;
    expect([0, 1, 2, 3, 4, 5, 6].map(from)).toEqual([3, 3, 2, 2, 1, 1, 0]);
  });

  it('tells the keys of roots it writes, once each, and no others', () => {
    const decoded = decodeUpdate(
      c.update([
        block(7, 0, c.item(c.type(1), { key: 'a' }), c.item(c.type(1), { key: 'b' }), first, c.gc(1)),
        block(8, 0, c.item(c.type(1), { parent: [7, 0], key: 'c' }), c.item(c.string('x'), { origin: [7, 1] })),
      ]),
    );
    expect(decoded && entriesIn(decoded)).toBe(2);
  });

  it('together with others is one, and says where each client ends and what is deleted', () => {
    const doc = new Y.Doc();
    doc.clientID = 5;
    const updates: Uint8Array[] = [];
    doc.on('update', (update: Uint8Array) => updates.push(update));
    doc.getText('t').insert(0, 'abcd');
    doc.getText('t').insert(4, 'ef');
    expect(mergeUpdates(updates)).toMatchObject({ ends: new Map([[5, 6]]), deletes: null });
    doc.getText('t').delete(1, 2);
    updates.push(Uint8Array.of(9, 9));
    const { update, ends, deletes } = mergeUpdates(updates);
    const again = new Y.Doc();
    Y.applyUpdate(again, update);
    expect([ends, again.getText('t').toString()]).toEqual([new Map([[5, 6]]), 'adef']);
    expect(deletes && [...(decodeUpdate(deletes)?.deletes ?? [])]).toEqual([
      [5, [expect.objectContaining({ clock: 1, len: 2 })]],
    ]);
    expect(deletes && Y.decodeUpdate(deletes).structs).toEqual([]);
    const [only] = updates;
    expect(only && mergeUpdates([only]).update).toBe(only);
  });
});
