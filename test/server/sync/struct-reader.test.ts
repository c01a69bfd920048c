/** Passing over structs without making them: each as Yjs reads it, in length and in place, whatever it holds. */
import * as encoding from 'lib0/encoding';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { StructReader } from '../../../server/sync/struct-reader.ts';
import { partsOf } from '../../../server/sync/update-parts.ts';
import * as c from '../../kit/crafted.ts';

const MOST = 10_000;
const END = c.gc(77);
/** One struct, and one whose length tells that the first was passed over whole. */
const readerOf = (struct: c.Block['structs'][number], most = MOST): StructReader => {
  const reader = new StructReader(c.update([{ client: 7, structs: [struct, END] }]), most);
  for (let head = 0; head < 4; head += 1) reader.number();
  return reader;
};

/** How many clocks it takes and how many parts it is, when it is passed over whole. */
function passedOver(struct: c.Block['structs'][number]): { readonly clocks: number; readonly parts: number } {
  const reader = readerOf(struct);
  const is = reader.struct();
  const { clocks, parts } = reader;
  expect([is, reader.struct(), reader.clocks, reader.parts]).toEqual([true, true, 77, parts + 1]);
  return { clocks, parts };
}
const ofContent = (content: c.Content, place: c.Place = { parent: 'm', key: 'k' }) =>
  passedOver(c.item(content, place));
/** A value as lib0 writes it. */
const value = (of: unknown): c.Content => {
  const bytes = encoding.encode((encoder) => encoding.writeAny(encoder, of as never));
  return c.any(1, ...bytes);
};

describe('A struct', () => {
  it('takes the clocks Yjs says it does, and is passed over whole', () => {
    const contents: ReadonlyArray<readonly [c.Content, number]> = [
      [c.deleted(5), 5],
      [c.json(3, '1', '"ñ"', '{"a":1}'), 3],
      [c.binary(new Uint8Array(300)), 1],
      [c.string('abc'), 3],
      [c.string('x'.repeat(300)), 300],
      [c.embed('{"a":[1,2]}'), 1],
      [c.format('bold', 'true'), 1],
      [c.type(0), 1],
      [c.type(1), 1],
      [c.type(2), 1],
      [c.any(4, 0x7e, 0x78, 0x79, 0x7f), 4],
    ];
    for (const [content, clocks] of contents) {
      expect(ofContent(content).clocks).toBe(clocks);
      const update = c.update([{ client: 7, structs: [c.item(content, { parent: 'm', key: 'k' }), END] }]);
      expect(Y.decodeUpdate(update).structs.map(({ length }) => length)).toEqual([clocks, 77]);
    }
  });

  it('of text is as long as a string is in JavaScript, in whatever script', () => {
    for (const text of ['ascii', 'ñandú', '漢字', '🌊🌊', 'a\u0301', '\u07ff\u0800\uffff', '\u{10000}\u{10ffff}'])
      expect([text, ofContent(c.string(text)).clocks]).toEqual([text, text.length]);
  });

  it('counts anew after text', () => {
    const reader = new StructReader(
      c.update([{ client: 7, structs: [c.item(c.string('abcdef')), c.item(c.type(1)), c.gc(3)] }]),
      MOST,
    );
    for (let head = 0; head < 4; head += 1) reader.number();
    const clocks = [1, 2, 3].map(() => (reader.struct() ? reader.clocks : 0));
    expect(clocks).toEqual([6, 1, 3]);
  });

  it('may be anywhere: beside another, at a key, in a type', () => {
    const places: c.Place[] = [
      { origin: [300, 400] },
      { rightOrigin: [300, 400] },
      { origin: [300, 400], rightOrigin: [5, 6_000] },
      { parent: 'm' },
      { parent: [300, 400] },
      { parent: [300, 400], key: 'k' },
      { parent: 'm', key: 'k'.repeat(200) },
      // Written as an item at a key is, which is told by its neighbour alone.
      { origin: [300, 400], key: 'k' },
    ];
    for (const place of places) expect(ofContent(c.string('ab'), place).clocks).toBe(2);
  });

  it('that is left out is told apart from one that is gone', () => {
    const skipped = readerOf(c.skip(9));
    expect([skipped.struct(), skipped.clocks]).toEqual([false, 9]);
    expect(passedOver(c.gc(9))).toEqual({ clocks: 9, parts: 1 });
  });

  it('with a name of its own, as XML has, or a document in it, is passed over as well', () => {
    const named = (kind: number): c.Content => ({
      ref: 7,
      writes: [...c.type(kind).writes, ...c.format('name', '').writes.slice(0, 1)],
    });
    for (const content of [named(3), named(5), c.type(4), c.type(6), c.subdocument('guid')])
      expect(ofContent(content).clocks).toBe(1);
  });

  it('of no kind there is ends the reading', () => {
    for (const ref of [11, 20, 31]) expect(() => readerOf(c.item({ ref, writes: [] })).struct()).toThrow(RangeError);
  });
});

describe('The parts of a struct', () => {
  it('are itself and each value in it, however those are written', () => {
    const values: ReadonlyArray<readonly [unknown, number]> = [
      [undefined, 1],
      [null, 1],
      [true, 1],
      [false, 1],
      [0, 1],
      [-300, 1],
      [2 ** 30, 1],
      [0.5, 1],
      [1e300, 1],
      [2n ** 50n, 1],
      ['palabra', 1],
      [new Uint8Array(9), 1],
      [[], 1],
      [{}, 1],
      [[1, 2, 3], 4],
      [{ a: 1, b: [null, 'x'] }, 5],
    ];
    for (const [of, parts] of values) expect([of, ofContent(value(of))]).toEqual([of, { clocks: 1, parts: 1 + parts }]);
  });

  it('are, of values that are JSON text, one and another one for each three bytes', () => {
    const jsonOf = (length: number): string => `"${'x'.repeat(length - 2)}"`;
    for (const [length, parts] of [
      [2, 1],
      [3, 2],
      [5, 2],
      [6, 3],
      [300, 101],
    ] as const) {
      expect(ofContent(c.embed(jsonOf(length))).parts).toBe(1 + parts);
      expect(ofContent(c.format('a long name of a format', jsonOf(length))).parts).toBe(1 + parts);
      expect(ofContent(c.json(2, jsonOf(length), jsonOf(3))).parts).toBe(1 + parts + 2);
    }
  });

  it('may be as many as said, and not one more', () => {
    expect(readerOf(c.item(value([1, 2, 3])), 5).struct()).toBe(true);
    expect(() => readerOf(c.item(value([1, 2, 3])), 4).struct()).toThrow(RangeError);
  });

  it('are not looked for deeper than any value may be', () => {
    const deep = (levels: number): number =>
      partsOf(c.update([{ client: 7, structs: [c.item(c.deepAny(levels))] }]), MOST);
    expect([deep(64), deep(65)]).toEqual([66, MOST + 1]);
    const inObjects = (levels: number): number => {
      let of: object = {};
      for (let level = 1; level < levels; level += 1) of = { of };
      return partsOf(c.update([{ client: 7, structs: [c.item(value(of))] }]), MOST);
    };
    expect([inObjects(65), inObjects(66)]).toEqual([66, MOST + 1]);
  });
});

describe('Bytes that end too early', () => {
  it('end the reading, wherever that is', () => {
    const structs = [c.string('abcdef'), c.format('bold', '"abc"'), value({ a: [1.5, 'x', 2 ** 40] }), value(1e300)];
    for (const content of structs) {
      const update = c.update([{ client: 7, structs: [c.item(content, { parent: 'm', key: 'k' })] }]);
      // The last byte says that nothing is deleted.
      for (let end = 4; end < update.length - 1; end += 1) {
        const reader = new StructReader(update.slice(0, end), MOST);
        for (let head = 0; head < 4; head += 1) reader.number();
        expect(() => reader.struct()).toThrow();
      }
    }
  });
});

describe('The parts of an update', () => {
  it('are those of all clients, and each deleted stretch', () => {
    const blocks = [7, 8].map((client) => ({ client, structs: [c.item(c.type(1)), c.gc(3), c.item(value([1, 2]))] }));
    const stretches = (...clocks: number[]): c.Id[] => clocks.map((clock) => [clock, 1]);
    const deletes: c.Deletes = [
      [7, stretches(0, 9, 40)],
      [8, stretches(0, 20, 30, 50, 70)],
    ];
    expect(partsOf(c.update(blocks, deletes), MOST)).toBe(2 * 6 + 8);
    expect(partsOf(c.update(blocks, deletes), 20)).toBe(20);
    expect(partsOf(c.update(blocks, deletes), 19)).toBe(20);
    expect(partsOf(c.update([]), MOST)).toBe(0);
  });
});
