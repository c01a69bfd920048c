/** What a board hands to trials, and what it makes of their verdicts. */
import { afterEach, expect, it } from 'vitest';
import { systemClock } from '../../../server/clock.ts';
import { BoardState } from '../../../server/sync/board-state.ts';
import { LongWork } from '../../../server/sync/long-work.ts';
import type { Held, Trial } from '../../../server/sync/ports.ts';
import { made, taken } from '../../kit/judged-board.ts';

const COPY = 7;
const OPTIONS = { roots: null, maxEntries: 10, maxCrowd: 10_000, maxParts: 300_000, maxBoardParts: 2_000_000 };

const open: BoardState[] = [];
afterEach(() => {
  for (const state of open.splice(0)) state.destroy();
});

/** On which everything is fine, and a copy kept. */
function world() {
  const handed: Held[] = [];
  const trials = {
    try: ({ holds, done }: Trial): void => {
      const held = holds((copy) => copy === COPY);
      handed.push(held);
      done({ verdict: 'fine', ms: 1, held: held.updates, heldMs: [], copy: COPY, shape: null });
    },
  };
  const means = { clock: systemClock, long: new LongWork(systemClock.now), trials };
  const state = new BoardState({ snapshot: null, updates: [some('a')], takesBack: false }, OPTIONS, means);
  open.push(state);
  const offerTried = async (update: Uint8Array) => state.offer(update, 'x', await state.try(update, 'x'));
  return { state, handed, offerTried };
}
const some = (key: string): Uint8Array => made((doc) => doc.getMap('m').set(key, 1));
/** So many things in front of one another: by reckoning some 4 steps for each two of them. */
const heavy = (things: number): Uint8Array =>
  made((doc) =>
    doc.transact(() => {
      for (let n = 0; n < things; n += 1) doc.getText('t').insert(0, 'xy');
    }),
  );

it('hands over everything at first, then only what came since, of whomever', async () => {
  const { state, handed, offerTried } = world();
  const tried = heavy(2_000);
  expect(await offerTried(tried)).toEqual(taken);
  const changed = state.change(
    (doc) => doc.getMap('m').set('b', 1),
    () => undefined,
  );
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

it('takes as much on trust after a trial as before it, whatever the tried update may have needed', async () => {
  const { state, offerTried } = world();
  const offer = (things: number): string => state.offer(heavy(things), 'x').kind;
  expect(offer(2_000)).toBe('untried');
  expect(await offerTried(heavy(2_000))).toEqual(taken);
  expect(offer(50)).toBe('taken');
});

it('has what the server took of its own in the document, too', () => {
  const { state } = world();
  state.read();
  state.take(some('z'));
  expect([...state.read().getMap('m').keys()].sort()).toEqual(['a', 'z']);
});
