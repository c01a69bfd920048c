/** Items on which Yjs works long: each put far from what stood there. They do not merge. */
import * as c from './crafted.ts';

const CHAIN = 1_000;
const END: c.Id = [5, 0];
const LAST: c.Id = [5, 1];
/** Items of each client in one piece. */
export const PIECE = 100;

export const written = (
  client: number,
  clock: number,
  count: number,
  item: (n: number) => c.Block['structs'][number],
) => c.update([block(client, clock, count, item)]);

function block(client: number, clock: number, count: number, item: (n: number) => c.Block['structs'][number]): c.Block {
  return { client, clock, structs: Array.from({ length: count }, (_, n) => item(clock + n)) };
}

/** Neighbours of two kinds. */
const unlike = (n: number): c.Content => (n % 2 === 0 ? c.string('x') : c.any(1, 0x7e));

/** A list of so many, each behind the one before. */
export const chain = (count: number, client = CHAIN): Uint8Array =>
  written(client, 0, count, (n) => c.item(unlike(n), n === 0 ? { parent: 'list' } : { origin: [client, n - 1] }));

/** Then, by somebody else, each behind another one of the list. */
export const leaps = (from: number, count: number, over = CHAIN): Uint8Array =>
  written(2 * over, from, count, (n) => c.item(unlike(n), { origin: [over, n] }));

/** The two ends of a list that comes in pieces. */
export const ends = written(5, 0, 2, (n) => c.item(unlike(n), n === 0 ? { parent: 'list' } : { origin: END }));

/** The next of many pieces, each quickly applied: only whoever reads all of them at once works long. */
export const piece = (from: number): Uint8Array =>
  c.update([
    block(CHAIN, from, PIECE, (n) =>
      c.item(unlike(n), { ...(n > 0 && { origin: [CHAIN, n - 1] as const }), rightOrigin: END }),
    ),
    block(10, from, PIECE, (n) => c.item(unlike(n), { origin: [CHAIN, n], rightOrigin: LAST })),
  ]);
