/** Messages between processes that hold much come in pieces, and are whole again where they are put together. */
import { describe, expect, it } from 'vitest';
import { Gathering, inPieces, PIECE_BYTES } from '../../server/pieces.ts';

const bytes = (length: number, first = 0): Uint8Array => Uint8Array.from({ length }, (_, n) => first + n);

/** As the other process gets them: none shares memory with the next. */
const sent = (message: object): object[] => Array.from(inPieces(message), (piece) => structuredClone(piece));

/** Of each piece, the message that was whole with it. */
function gathered(pieces: readonly object[], gathering = new Gathering()): unknown[] {
  return pieces.flatMap((piece) => {
    const whole = gathering.take(piece);
    return whole === null ? [] : [whole.message];
  });
}

const LARGE = {
  kind: 'lay',
  copy: null,
  update: bytes(7),
  work: {
    file: bytes(2 * PIECE_BYTES + 3, 1),
    now: 5,
    onto: { state: [bytes(3), new Uint8Array(), bytes(PIECE_BYTES, 2), bytes(PIECE_BYTES - 13, 9)], none: [] },
  },
  times: new Float64Array([1.5, 2]),
  last: new Uint8Array(),
};

describe('a message', () => {
  it('that is small is sent as it is, in one', () => {
    const message = { update: bytes(9), updates: [bytes(2), bytes(PIECE_BYTES - 11)], at: 4 };
    const pieces = sent(message);
    expect(pieces).toHaveLength(1);
    expect(gathered(pieces)).toEqual([message]);
  });

  it('that is large comes in pieces that are small, and is whole again with the last', () => {
    const pieces = sent(LARGE);
    const sizes = pieces.map((piece) => (piece instanceof Uint8Array ? piece.length : 'head'));
    expect(sizes).toEqual(['head', ...Array(4).fill(PIECE_BYTES)]);
    expect(gathered(pieces.slice(0, -1))).toEqual([]);
    expect(gathered(pieces)).toEqual([LARGE]);
  });

  it('of very many small parts comes in few pieces', () => {
    const message = { updates: Array.from({ length: 10_000 }, (_, n) => bytes(30, n % 200)) };
    const pieces = sent(message);
    expect(pieces).toHaveLength(3);
    expect(gathered(pieces)).toEqual([message]);
  });

  it('comes after another one on the same way', () => {
    const small = { at: 1 };
    const pieces = [LARGE, small, { ...LARGE, kind: 'again' }].flatMap(sent);
    expect(gathered(pieces)).toEqual([LARGE, small, { ...LARGE, kind: 'again' }]);
  });

  it('is not changed by being sent', () => {
    const before = structuredClone(LARGE);
    sent(LARGE);
    expect(LARGE).toEqual(before);
  });
});

it('bytes nobody announced are an error', () => {
  expect(() => new Gathering().take(bytes(3))).toThrow('announced');
});
