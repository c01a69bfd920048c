/** What an update would become, counted before it becomes anything. */
import * as encoding from 'lib0/encoding';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { partsOf } from '../../../server/sync/update-parts.ts';
import { createRandom } from '../../kit/random.ts';

const MOST = 300_000;

/** Every struct and stretch, and every value within a struct, itself included. */
function partsAsYjsReads(update: Uint8Array): number {
  const { structs, ds } = Y.decodeUpdate(update);
  const members = (value: unknown): number =>
    typeof value === 'object' && value !== null && !(value instanceof Uint8Array)
      ? Object.values(value).reduce((sum: number, one) => sum + members(one), 1)
      : 1;
  const inside = structs.map((struct) =>
    struct instanceof Y.Item && struct.content instanceof Y.ContentAny
      ? struct.content.arr.reduce((sum: number, one) => sum + members(one), 1)
      : 1,
  );
  const stretches = [...ds.clients.values()].reduce((sum, ranges) => sum + ranges.length, 0);
  return inside.reduce((sum, one) => sum + one, 0) + stretches;
}

/** Some of everything a board holds, and some of it deleted. */
function someBoard(seed: number): Y.Doc {
  const random = createRandom(seed);
  const doc = new Y.Doc();
  const other = new Y.Doc();
  for (let n = 0; n < 60; n += 1) {
    const note = new Y.Map<unknown>();
    doc.getMap('notes').set(`n${n % 40}`, note);
    note.set('text', new Y.Text(`Nota ${n}`));
    note.set('pos', [random.int(1000), n, -n * 7]);
    note.set('more', { a: null, b: [true, false, { c: 'ñ' }], d: 2 ** 40, e: undefined, f: new Uint8Array(5) });
    if (random.chance(0.3)) doc.getMap('notes').delete(`n${n % 40}`);
    doc.getText('t').insert(0, 'hola ');
    doc.getText('t').format(0, 2, { bold: true });
    doc.getArray('list').insert(0, [n, 'x', { y: [n] }]);
  }
  other.getArray('list').insert(0, [1.5, -1]);
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
  return doc;
}

const written = (write: (encoder: encoding.Encoder) => void): Uint8Array => encoding.encode(write);
/** One client, `count` structs, each of these bytes. */
const structs = (count: number, bytes: readonly number[]): Uint8Array =>
  written((encoder) => {
    for (const number of [1, count, 5, 0]) encoding.writeVarUint(encoder, number);
    for (let n = 0; n < count; n += 1) for (const byte of bytes) encoding.writeUint8(encoder, byte);
    encoding.writeVarUint(encoder, 0);
  });

describe('partsOf', () => {
  it.each([1, 2, 3, 4, 5])('counts what Yjs makes of it (board %i)', (seed) => {
    const doc = someBoard(seed);
    const whole = Y.encodeStateAsUpdate(doc);
    expect(partsAsYjsReads(whole)).toBeGreaterThan(100);
    expect(partsOf(whole, MOST)).toBe(partsAsYjsReads(whole) + jsonMembers(whole));
  });

  it('counts what is hidden in few bytes', () => {
    expect(partsOf(structs(1_000, [0, 1]), MOST)).toBe(1_000);
    const members = written((encoder) => {
      for (const byte of [1, 1, 5, 0, 0x08, 1, 1, 0x61, 1, 117]) encoding.writeUint8(encoder, byte);
      encoding.writeVarUint(encoder, 5_000);
      for (let n = 0; n < 5_000; n += 1) encoding.writeUint8(encoder, 126);
      encoding.writeVarUint(encoder, 0);
    });
    expect(partsOf(members, MOST)).toBe(1 + 1 + 5_000);
    expect(Y.decodeUpdate(members).structs.length).toBe(1);
    const stretches = written((encoder) => {
      for (const number of [0, 1, 5, 700]) encoding.writeVarUint(encoder, number);
      for (let n = 0; n < 700; n += 1) for (const number of [2 * n, 1]) encoding.writeVarUint(encoder, number);
    });
    expect(partsOf(stretches, MOST)).toBe(700);
  });

  it('stops counting where there are too many, and where the bytes end', () => {
    expect(partsOf(structs(1_000, [0, 1]), 99)).toBe(100);
    const nested = Uint8Array.from([1, 1, 5, 0, 0x08, 1, 1, 0x61, 1, ...Array(500).fill([117, 1]).flat(), 126, 0]);
    expect(partsOf(nested, MOST)).toBe(MOST + 1);
    const whole = Y.encodeStateAsUpdate(someBoard(6));
    for (let end = 0; end < whole.length; end += 37)
      expect(partsOf(whole.subarray(0, end), MOST)).toBeLessThanOrEqual(partsOf(whole, MOST));
    expect(partsOf(Uint8Array.of(1, 255, 255, 255, 255, 7, 5, 0), MOST)).toBeLessThan(3);
  });
});

/** Values that are kept as JSON text count by their length. */
function jsonMembers(update: Uint8Array): number {
  return Y.decodeUpdate(update).structs.reduce((sum, struct) => {
    if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentFormat)) return sum;
    return sum + 1 + Math.floor(JSON.stringify(struct.content.value).length / 3);
  }, 0);
}
