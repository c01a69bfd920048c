/** The bounds of what a board takes: the last that is still taken, and the first that is refused. */
import { describe, expect, it } from 'vitest';
import { BoardLog } from '../../../server/sync/board-log.ts';
import { decodeUpdate } from '../../../server/sync/decoded-update.ts';
import { type Judgement, judgeUpdate, type KnownBoard } from '../../../server/sync/update-check.ts';
import * as c from '../../kit/crafted.ts';
import { board, judge, refused, taken } from '../../kit/judged-board.ts';

/** More than a number of JavaScript holds exactly, and short enough that lib0 reads it. */
const BEYOND_NUMBERS = 2 ** 55;
const LAST_CLOCK = 2 ** 40;
const range = (length: number): number[] => Array.from({ length }, (_, n) => n);
const one = (client: number, ...structs: Array<ReturnType<typeof c.item>>): Uint8Array =>
  c.update([{ client, structs }]);
/** Plain objects inside one another, so many of them. */
const deep = (levels: number): Uint8Array => one(7, c.item(c.deepAny(levels), { key: 'n' }));
const roots = (client: number, from: number, count: number): Uint8Array =>
  one(client, ...range(count).map((n) => c.item(c.string('x'), { parent: `root ${from + n}` })));
const ANY_BOARD: KnownBoard = {
  roots: new Set(),
  allowedRoots: null,
  crowding: null,
  clockOf: () => 0,
  levelOf: () => 1,
};
/** Whatever the board has. */
function judgedAlone(update: Uint8Array): Judgement {
  const decoded = decodeUpdate(update);
  if (decoded === null) throw new Error('no update');
  return judgeUpdate(decoded, ANY_BOARD);
}

describe('Numbers in an update', () => {
  it('are taken up to the last clock there is, and no further', () => {
    expect(judge(one(7, c.gc(LAST_CLOCK)))).toEqual(taken);
    expect(judge(one(7, c.gc(LAST_CLOCK + 1)))).toEqual(refused('numbers'));
    expect(judge(c.update([{ client: 7, structs: [c.gc(LAST_CLOCK), c.gc(1)] }]))).toEqual(refused('numbers'));
  });

  it('are refused when they say nothing, among structs and among what is deleted', () => {
    const state = board([one(7, c.gc(9))]);
    expect(judge(one(8, c.gc(0)), state)).toEqual(refused('numbers'));
    expect(judge(c.update([], [[7, [[3, 0]]]]), state)).toEqual(refused('numbers'));
    expect(
      judge(
        c.update(
          [],
          [
            [
              7,
              [
                [3, 1],
                [5, 0],
              ],
            ],
          ],
        ),
        state,
      ),
    ).toEqual(refused('numbers'));
    expect(judge(c.update([], [[7, [[3, 1]]]]), state)).toEqual(taken);
  });

  it('are refused of a client no number can tell from the next, whether it writes or deletes', () => {
    expect(judge(one(BEYOND_NUMBERS, c.gc(1)))).toEqual(refused('numbers'));
    expect(judgedAlone(c.update([], [[BEYOND_NUMBERS, [[0, 1]]]]))).toEqual({ ok: false, why: 'numbers' });
  });

  it('are refused far beyond in what is deleted, even if somebody had them', () => {
    const deleted = (length: number) => judgedAlone(c.update([], [[7, [[1, length]]]]));
    expect([deleted(LAST_CLOCK - 1).ok, deleted(LAST_CLOCK).ok]).toEqual([true, false]);
  });
});

describe('Names in an update', () => {
  it('are taken up to 200 characters, of keys and of roots', () => {
    const key = (length: number): Uint8Array => one(7, c.item(c.any(1, 0x7e), { key: 'k'.repeat(length) }));
    expect([judge(key(200)), judge(key(201))]).toEqual([taken, refused('long-key')]);
    const root = (length: number): Uint8Array => one(7, c.item(c.string('x'), { parent: 'r'.repeat(length) }));
    expect([judge(root(200)), judge(root(201))]).toEqual([taken, refused('unknown-root')]);
  });

  it('of roots are taken up to 64 on a board, those it had from other updates among them', () => {
    expect([judge(roots(7, 0, 64)), judge(roots(7, 0, 65))]).toEqual([taken, refused('unknown-root')]);
    const state = board();
    expect(judge(roots(7, 0, 60), state)).toEqual(taken);
    expect(judge(roots(8, 60, 5), state)).toEqual(refused('unknown-root'));
    expect(judge(roots(8, 60, 4), state)).toEqual(taken);
    expect(judge(roots(9, 64, 1), state)).toEqual(refused('unknown-root'));
    expect(judge(roots(9, 0, 64), state)).toEqual(taken);
  });

  it('of roots that were refused take no place', () => {
    const state = board();
    const refusedOne = one(7, c.item(c.string('x'), { parent: 'root 99' }), c.item(c.embed('{}'), { parent: 't' }));
    expect(judge(refusedOne, state)).toEqual(refused('content'));
    expect(judge(roots(8, 0, 64), state)).toEqual(taken);
  });

  it('of keys count as entries in roots, and nowhere else', () => {
    const entries = range(1_000).map((n) => c.item(c.any(1, 0x7e), { key: `k${n}` }));
    const state = board([one(7, c.item(c.type(1), { parent: 'list' }), ...entries)]);
    expect(judge(one(8, c.item(c.any(1, 0x7e), { key: 'new' })), state)).toEqual({ kind: 'too-many' });
    expect(judge(one(8, c.item(c.any(1, 0x7e), { parent: [7, 0], key: 'new' })), state)).toEqual(taken);
    expect(judge(one(9, c.item(c.string('x'), { parent: 'list' })), state)).toEqual(taken);
  });
});

describe('Values in an update', () => {
  it('are taken up to 12 levels deep', () => {
    expect([judge(deep(12)), judge(deep(13))]).toEqual([taken, refused('value')]);
  });

  it('are looked at one by one: one that is none spoils the others', () => {
    const bytes = [0x74, 1, 9];
    expect(judge(one(7, c.item(c.any(2, 0x7e, 0x7e), { key: 'n' })))).toEqual(taken);
    expect(judge(one(7, c.item(c.any(2, 0x7e, ...bytes), { key: 'n' })))).toEqual(refused('value'));
    expect(judge(one(7, c.item(c.any(1, 0x75, 2, 0x7e, ...bytes), { key: 'n' })))).toEqual(refused('value'));
  });

  it('are refused by what they are: bytes, embeds, formats, documents and JSON of long ago are no content, XML is no type', () => {
    const contents = [
      c.binary(Uint8Array.of(1)),
      c.embed('{}'),
      c.format('bold', '1'),
      c.subdocument('x'),
      c.json(1, '1'),
    ];
    for (const content of contents) expect(judge(one(7, c.item(content)))).toEqual(refused('content'));
    for (const kind of [3, 4, 5, 6])
      expect(judge(one(7, c.item({ ...c.type(kind), writes: xml(kind) })))).toEqual(refused('content-type'));
    for (const kind of [0, 1, 2]) expect(judge(one(7, c.item(c.type(kind), { key: 'n' })))).toEqual(taken);
    expect(judge(one(7, c.item(c.deleted(3))))).toEqual(taken);
  });
});

/** Elements and hooks of XML have a name. */
function xml(kind: number): c.Content['writes'] {
  const named = kind === 3 || kind === 5 ? c.format('x', '').writes.slice(0, 1) : [];
  return [...c.type(kind).writes, ...named];
}

describe('An item that builds on itself', () => {
  it('is refused whatever it builds with: left neighbour, right neighbour or parent', () => {
    const places: c.Place[] = [{ origin: [7, 1] }, { rightOrigin: [7, 1] }, { parent: [7, 1], key: 'x' }];
    for (const place of places) {
      const itself = one(7, c.item(c.type(1), { key: 'n' }), c.item(c.string('a'), place));
      expect(judge(itself)).toEqual(refused('builds-on-itself'));
      const later = one(7, c.item(c.type(1), place), c.item(c.type(1), { key: 'n' }));
      expect(judge(later)).toEqual(refused('builds-on-itself'));
    }
    const before: c.Place[] = [{ origin: [7, 0] }, { rightOrigin: [7, 0] }, { parent: [7, 0], key: 'x' }];
    for (const place of before)
      expect(judge(one(7, c.item(c.type(1), { key: 'n' }), c.item(c.string('a'), place)))).toEqual(taken);
  });

  it('is no way out of the count of levels for what another client puts into it', () => {
    const into = { client: 9, structs: [c.item(c.type(1), { parent: [7, 0], key: 'x' })] };
    const itself = { client: 7, structs: [c.item(c.type(1), { origin: [7, 0] })] };
    expect(judge(c.update([into, itself]))).toMatchObject({ kind: 'refused' });
  });
});

describe('The levels of types', () => {
  /** Maps in one another, each level by another client. */
  const stairs = (levels: number): c.Block[] =>
    range(levels).map((n) => ({
      client: 10 + n,
      structs: [c.item(c.string('a'), { parent: 'list' }), c.item(c.type(1), n === 0 ? {} : { parent: [9 + n, 1] })],
    }));

  it('are counted over all clients of an update, in whatever order they come', () => {
    expect(judge(c.update(stairs(4)))).toEqual(taken);
    expect(judge(c.update(stairs(4).reverse()))).toEqual(taken);
    expect(judge(c.update(stairs(5)))).toEqual(refused('nesting'));
    expect(judge(c.update(stairs(5).reverse()))).toEqual(refused('nesting'));
  });

  it('go on from the board where an update is put into what is there', () => {
    const state = board([c.update(stairs(3))]);
    const inside = (client: number, ...parent: c.Id): c.Block => ({
      client,
      structs: [c.item(c.type(1), { parent, key: 'x' })],
    });
    expect(judge(c.update([inside(30, 12, 1), inside(31, 30, 0)]), state)).toEqual(refused('nesting'));
    expect(judge(c.update([inside(30, 12, 1)]), state)).toEqual(taken);
    expect(judge(c.update([inside(31, 30, 0)]), state)).toEqual(refused('nesting'));
    expect(judge(c.update([inside(32, 11, 1), inside(33, 32, 0)]), state)).toEqual(taken);
  });

  it('are counted once of a long row of types, not for each of them again', () => {
    const types = 400;
    const decoded = decodeUpdate(
      one(7, ...range(types).map((n) => c.item(c.type(1), n === 0 ? { parent: 'list' } : { origin: [7, n - 1] }))),
    );
    if (decoded === null) throw new Error('no update');
    let looks = 0;
    const clockOf = (): number => {
      looks += 1;
      return 0;
    };
    expect(judgeUpdate(decoded, { ...ANY_BOARD, clockOf }).ok).toBe(true);
    expect(looks).toBeLessThan(10 * types);
  });

  it('are the same beside a neighbour as in its parent, and text has none of its own', () => {
    const state = board([c.update(stairs(4))]);
    const text = one(30, c.item(c.string('a'), { parent: [13, 1] }));
    expect(judge(text, state)).toEqual(taken);
    expect(judge(one(31, c.item(c.type(1), { origin: [30, 0] })), state)).toEqual(refused('nesting'));
    expect(judge(one(31, c.item(c.string('b'), { rightOrigin: [30, 0] })), state)).toEqual(taken);
    expect(judge(one(32, c.item(c.type(1), { rightOrigin: [13, 1] })), state)).toEqual(taken);
  });
});

describe('Places in an update', () => {
  const claims = (client: number, count: number, key: string): c.Block => ({
    client,
    structs: range(count).map(() => c.item(c.string('x'), { parent: 'list', key })),
  });

  it('are counted over all its clients, up to 500 items in one', () => {
    const crowd = (first: number, second: number): Uint8Array =>
      c.update([claims(7, first, 'a'), claims(8, second, 'a')]);
    const limits = { roots: null, maxEntries: 9_000, maxCrowd: 9_000, maxParts: 9_000, maxBoardParts: 9_000 };
    const offered = (update: Uint8Array) =>
      new BoardLog({ snapshot: null, updates: [] }, limits).offer(update, {
        wasTried: false,
        mayWriteAs: () => true,
        levelOf: () => 1,
        trusts: () => true,
      });
    expect([offered(crowd(250, 250)), offered(crowd(250, 251))]).toEqual([taken, refused('crowded')]);
  });

  it('are not claimed again by what the board has already', () => {
    const state = board();
    expect(judge(c.update([claims(7, 300, 'a')]), state)).toEqual(taken);
    for (let round = 0; round < 3; round += 1)
      expect(judge(c.update([claims(7, 300, 'a')]), state)).toEqual({ kind: 'known' });
    expect(judge(c.update([claims(8, 200, 'a')]), state)).toEqual(taken);
    expect(judge(c.update([claims(9, 1, 'a')]), state)).toEqual(refused('crowded'));
  });
});
