/** What a board hands to trials, and what it makes of their verdicts. */
import { afterEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { systemClock } from '../../../server/clock.ts';
import type { LogOptions } from '../../../server/sync/board-log.ts';
import { BoardState } from '../../../server/sync/board-state.ts';
import type { ToTry } from '../../../server/sync/judge.ts';
import { LongWork } from '../../../server/sync/long-work.ts';
import type { Held, Trial, Verdict } from '../../../server/sync/ports.ts';
import * as c from '../../kit/crafted.ts';
import { made, taken } from '../../kit/judged-board.ts';
import { chain, written } from '../../kit/leaping.ts';

const COPY = 7;
const EMPTY = new Uint8Array([0, 0]);
const OPTIONS = { roots: null, maxEntries: 10, maxCrowd: 10_000, maxParts: 300_000, maxBoardParts: 2_000_000 };

const open: BoardState[] = [];
afterEach(() => {
  for (const state of open.splice(0)) state.destroy();
});

/** On which everything is fine, unless the test says else, and a copy kept. */
function world(own: Partial<LogOptions> = {}) {
  const handed: Held[] = [];
  const verdicts: Verdict[] = [];
  const trials = {
    try: ({ holds, done }: Trial): void => {
      const held = holds((copy) => copy === COPY);
      handed.push(held);
      const verdict = verdicts.shift() ?? 'fine';
      done({ verdict, ms: 1, held: held.updates, heldMs: [], copy: COPY, shape: null });
    },
  };
  const means = { clock: systemClock, long: new LongWork(systemClock.now), trials };
  const state = new BoardState(
    { snapshot: null, updates: [some('a')], takesBack: false },
    { ...OPTIONS, ...own },
    means,
  );
  open.push(state);
  const offerTried = async (update: Uint8Array) =>
    state.offer(update, 'x', await state.try({ update, clients: new Set() }, 'x'));
  return { state, handed, verdicts, offerTried };
}
const some = (key: string): Uint8Array => made((doc) => doc.getMap('m').set(key, 1));
/** So many things in front of one another: by reckoning some 4 steps for each two of them. */
const heavy = (things: number): Uint8Array =>
  made((doc) =>
    doc.transact(() => {
      for (let n = 0; n < things; n += 1) doc.getText('t').insert(0, 'xy');
    }),
  );

/** What is to be tried of it. */
function newsOf(offered: ReturnType<BoardState['offer']>): ToTry {
  if (offered.kind !== 'untried') throw new Error(offered.kind);
  return offered.news;
}

it('hands over everything at first, then only what came since, of whomever', async () => {
  const { state, handed, offerTried } = world();
  const tried = heavy(2_000);
  expect(await offerTried(tried)).toEqual(taken);
  const changed = state.change(
    (doc) => doc.getMap('m').set('b', 1),
    () => undefined,
  );
  const nothing = (): void => undefined;
  state.change(nothing, nothing);
  const purge = some('c');
  state.take(purge);
  const light = some('d');
  state.offer(light, 'y');
  await offerTried(heavy(2_001));
  expect(handed).toEqual([
    { copy: null, updates: [expect.anything()] },
    { copy: COPY, updates: [tried, changed.update, purge, light] },
  ]);
});

it('hands over everything again when what was tried is not on it all the same', async () => {
  const { state, handed, offerTried } = world();
  await offerTried(some('b'));
  const tooMany = made((doc) => {
    for (let n = 0; n < 20; n += 1) doc.getMap('m').set(`n${n}`, 1);
  });
  expect(await offerTried(tooMany)).toEqual({ kind: 'too-many' });
  await offerTried(some('c'));
  expect(handed.map(({ copy }) => copy)).toEqual([null, COPY, null]);
  expect(handed[2]?.updates).toEqual(state.log.updates().slice(0, 2));
});

it('goes on from the copy when what was tried had come onto it already', async () => {
  const { handed, offerTried } = world();
  const tried = some('b');
  expect(await offerTried(tried)).toEqual(taken);
  expect(await offerTried(tried)).toEqual({ kind: 'known' });
  await offerTried(some('c'));
  expect(handed.map(({ copy }) => copy)).toEqual([null, COPY, COPY]);
});

it('takes as much on trust after a trial as before it, whatever the tried update may have needed', async () => {
  const { state, offerTried } = world();
  const offer = (things: number): string => state.offer(heavy(things), 'x').kind;
  expect(offer(2_000)).toBe('untried');
  expect(await offerTried(heavy(2_000))).toEqual(taken);
  expect(offer(50)).toBe('taken');
});

it('has what the server took of its own in the document, and gives it to newcomers, too', () => {
  const { state } = world();
  state.read();
  const purge = some('z');
  expect(state.take(purge)).toEqual({ update: purge, takesBack: false });
  expect([...state.read().getMap('m').keys()].sort()).toEqual(['a', 'z']);
  expect(state.log.updates().at(-1)).toBe(purge);
});

describe('what was tried', () => {
  /** A text of two thousand things and a map in it that a note of somebody else will be put into. */
  const asTried = (client: number): Uint8Array => {
    const doc = new Y.Doc();
    doc.clientID = client;
    doc.getMap('m').set('place', new Y.Map());
    doc.transact(() => {
      for (let n = 0; n < 2_000; n += 1) doc.getText('t').insert(0, 'xy');
    });
    return Y.encodeStateAsUpdate(doc);
  };
  /** A map at the same place of the same client, four levels deep on the board. */
  const deepAt = (client: number): Uint8Array[] => {
    const at = (level: number): c.Place => (level === 1 ? { parent: 'm', key: 'deep' } : { parent: [9, level - 2] });
    const levels = [1, 2, 3].map((level) => c.item(c.type(1), level === 1 ? at(1) : { ...at(level), key: 'x' }));
    return [
      c.update([{ client: 9, clock: 0, structs: levels }]),
      c.update([{ client, clock: 0, structs: [c.item(c.type(1), { parent: [9, 2], key: 'x' })] }]),
    ];
  };

  it('is not overtaken by anything else of the same client, which would be another board than it was tried on', async () => {
    const { state, handed } = world();
    const [levels, deep] = deepAt(77);
    expect(state.offer(levels ?? EMPTY, 'y')).toEqual(taken);
    const update = asTried(77);
    const outcome = state.try(newsOf(state.offer(update, 'x')), 'x');
    const overtaking = newsOf(state.offer(deep ?? EMPTY, 'y'));
    expect(state.offer(update, 'x', await outcome)).toEqual(taken);
    expect(state.offer(deep ?? EMPTY, 'y', await state.try(overtaking, 'y'))).toEqual({ kind: 'known' });
    expect(handed).toHaveLength(2);
    expect(state.read().getMap('m').get('place')).toBeInstanceOf(Y.Map);
  });

  it('comes onto the board in the order in which it was tried', async () => {
    const { state } = world();
    const [first, second] = [asTried(77), asTried(78)];
    const outcomes = [
      await state.try(newsOf(state.offer(first, 'x')), 'x'),
      await state.try(newsOf(state.offer(second, 'y')), 'y'),
    ] as const;
    expect(state.offer(second, 'y', outcomes[1])).toEqual({ kind: 'early' });
    expect(state.offer(first, 'x', outcomes[0])).toEqual(taken);
    expect(state.offer(second, 'y', outcomes[1])).toEqual(taken);
  });

  it('has to be tried again when what was tried before it is passed over', async () => {
    const { state, handed } = world();
    const [first, second] = [asTried(77), asTried(78)];
    const outcomes = [
      await state.try(newsOf(state.offer(first, 'x')), 'x'),
      await state.try(newsOf(state.offer(second, 'y')), 'y'),
    ] as const;
    state.passOver(outcomes[0]);
    const again = newsOf(state.offer(second, 'y', outcomes[1]));
    expect(state.offer(second, 'y', await state.try(again, 'y'))).toEqual(taken);
    expect(handed.at(-1)?.copy).toBeNull();
  });

  it('is gone past by so much, and what is more than that comes after it', async () => {
    const { state } = world();
    const update = asTried(77);
    const outcome = await state.try(newsOf(state.offer(update, 'x')), 'x');
    expect(state.offer(chain(300, 1), 'y')).toEqual(taken);
    const after = newsOf(state.offer(chain(300, 2), 'y'));
    expect(state.offer(update, 'x', outcome)).toEqual(taken);
    expect(state.offer(chain(300, 2), 'y', await state.try(after, 'y'))).toEqual(taken);
  });

  it.each([
    ['slow', 'too-slow'],
    ['nesting', 'nesting'],
  ] as const)('is refused when it was found %s', async (verdict, why) => {
    const { state, verdicts, offerTried } = world();
    verdicts.push(verdict);
    expect(await offerTried(asTried(77))).toEqual({ kind: 'refused', why });
    expect(state.offer(some('after'), 'x')).toEqual(taken);
  });

  it('is not tried of somebody of whom three were found slow, who may go on with what is light', async () => {
    const { state, verdicts, offerTried } = world();
    verdicts.push('slow', 'slow', 'slow');
    for (let n = 0; n < 3; n += 1) await offerTried(asTried(77));
    expect(state.offer(asTried(77), 'x')).toEqual({ kind: 'refused', why: 'too-slow' });
    expect(state.offer(some('light'), 'x')).toEqual(taken);
    expect(state.offer(asTried(77), 'y').kind).toBe('untried');
    // Of anybody else it is taken on trust.
    const before = state.log.updates().length;
    expect(state.offer(heavy(50), 'x')).toEqual({ kind: 'refused', why: 'too-slow' });
    expect(state.log.updates()).toHaveLength(before);
    expect(state.offer(heavy(50), 'y')).toEqual(taken);
  });
});

it.each(['is tried', 'has to be tried again'])(
  'counts once how many things claim a place, when that %s',
  async (how) => {
    const { state } = world({ maxCrowd: 500 });
    const crowd = written(77, 0, 400, () => c.item(c.any(1, 0x7e), { parent: 'list' }));
    const other = await state.try({ update: EMPTY, clients: new Set([77]) }, 'y');
    const outcome = await state.try(newsOf(state.offer(crowd, 'x')), 'x');
    if (how === 'is tried') state.offer(EMPTY, 'y', other);
    else state.passOver(other);
    expect(state.offer(crowd, 'x', outcome)).toEqual(taken);
  },
);

it('lets nothing be put into what is there where nobody can read the board, and new things on it', async () => {
  const { state, offerTried, verdicts } = world();
  const doc = new Y.Doc();
  const place = doc.getMap('m').set('place', new Y.Map());
  expect(state.offer(Y.encodeStateAsUpdate(doc), 'x')).toEqual(taken);
  const before = Y.encodeStateVector(doc);
  place.set('into', new Y.Map());
  verdicts.push('unread', 'unread');
  expect(await offerTried(Y.encodeStateAsUpdate(doc, before))).toEqual({ kind: 'refused', why: 'nesting' });
  expect(await offerTried(made((other) => other.getMap('m').set('new', new Y.Map())))).toEqual(taken);
});

it('lets nothing be put into what Yjs cannot read of the board, and goes on', () => {
  const { state } = world();
  // Beside what comes after it: Yjs throws.
  const unreadable = c.update([
    { client: 9, structs: [c.item(c.type(1), { origin: [9, 1] }), c.item(c.any(1, 0x7e), { parent: 'm', key: 'x' })] },
  ]);
  state.take(unreadable);
  const into = c.update([{ client: 10, structs: [c.item(c.type(1), { parent: [9, 0], key: 'into' })] }]);
  expect(state.offer(into, 'x')).toEqual({ kind: 'refused', why: 'nesting' });
  expect(state.offer(some('b'), 'x')).toEqual(taken);
  expect([...state.read().getMap('m').keys()].sort()).toEqual(['a', 'b']);
});

it('does not take a mistake of ours for a lack of time', () => {
  const { state } = world();
  const fails = (): boolean => {
    throw new Error('a bug');
  };
  expect(() => state.offer(some('b'), 'x', null, fails)).toThrow('a bug');
  expect(state.offer(some('b'), 'x')).toEqual(taken);
});
