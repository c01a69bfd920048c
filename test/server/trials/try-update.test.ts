/** What comes of a trial: on a clock on which work takes as long as the test says. */
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { Copies } from '../../../server/trials/copies.ts';
import type { TrialRequest, TrialResult } from '../../../server/trials/messages.ts';
import { type TrialClock, tryUpdate } from '../../../server/trials/try-update.ts';
import { hastyClock } from '../../kit/hasty-clock.ts';
import { made } from '../../kit/judged-board.ts';
import { chain, leaps } from '../../kit/leaping.ts';

const some = (n: number): Uint8Array => made((doc) => doc.getMap('notes').set(`n${n}`, n));
const UNREADABLE = new Uint8Array([1, 1, 1]);

function world(mostBytes = 160_000_000) {
  const clock = hastyClock();
  const copies = new Copies(mostBytes);
  const attempt = (own: Partial<TrialRequest> = {}, on: TrialClock = clock): TrialResult =>
    tryUpdate({ copy: null, updates: [some(1)], update: some(2), as: 7, patience: 1, ...own }, copies, on);
  const keysOf = (copy: number): string[] => [...(copies.take(copy)?.doc.getMap('notes').keys() ?? [])];
  return { clock, copies, attempt, keysOf };
}

describe('A trial', () => {
  it('is fine where the update is applied in time, and keeps a copy with it', () => {
    const { attempt, keysOf } = world();
    expect(attempt()).toMatchObject({ verdict: 'fine', copies: [7] });
    expect(keysOf(7)).toEqual(['n1', 'n2']);
  });

  it('goes on where the last one ended', () => {
    const { attempt, keysOf } = world();
    attempt();
    expect(attempt({ copy: 7, updates: [some(3)], update: some(4) })).toMatchObject({ verdict: 'fine', copies: [7] });
    expect(keysOf(7)).toEqual(['n1', 'n2', 'n3', 'n4']);
  });

  it('says how large the places of the board are, at first and after much has come', () => {
    const { attempt } = world();
    expect(attempt().shape).toEqual({ longest: 2, heaviest: 0 });
    expect(attempt({ copy: 7, updates: [], update: some(3) }).shape).toBeNull();
    const much = made((doc) => doc.getText('t').insert(0, 'x'.repeat(20_000)));
    expect(attempt({ copy: 7, updates: [much], update: some(4) }).shape).toEqual({ longest: 4, heaviest: 0 });
    expect(attempt({ update: UNREADABLE }).shape).toBeNull();
  });

  it('keeps copies by what they take, which is many times their bytes where they are many single things', () => {
    const { attempt } = world(20_000_000);
    const words = made((doc) => doc.getText('t').insert(0, 'x'.repeat(500_000)));
    expect([1, 2, 3].map((as) => attempt({ updates: [words], as }).copies)).toEqual([[1], [1, 2], [1, 2, 3]]);
    expect([4, 5].map((as) => attempt({ updates: [chain(40_000)], as }).copies)).toEqual([[1, 2, 3, 4], [5]]);
  });

  it('is begun again, with everything, when the copy is no good', () => {
    const { attempt } = world();
    attempt();
    expect(attempt({ copy: 7, updates: [UNREADABLE] })).toMatchObject({ verdict: 'again', copies: [] });
  });

  it.each([
    ['ended', Number.POSITIVE_INFINITY],
    ['done, with a computer for itself', 2_000],
  ])('finds an update slow that takes more than its time, and keeps nothing of it: %s', (_, takes) => {
    const { attempt, clock } = world();
    attempt();
    let works = 0;
    const slowly: TrialClock = {
      used: clock.used,
      within: (ms, work) => {
        clock.takes = works === 0 ? 0 : takes;
        works += 1;
        return clock.within(ms, work);
      },
    };
    expect(attempt({ copy: 7, updates: [] }, slowly)).toMatchObject({ verdict: 'slow', copies: [] });
  });

  it('says of each update of the board what it took', () => {
    const { attempt } = world();
    const updates = [chain(5_000), some(1), leaps(0, 300)];
    // At first, and after each of them.
    const readings = [100, 107, 108, 120];
    const read: TrialClock = { used: () => readings.shift() ?? 120, within: (_, work) => ({ value: work() }) };
    expect([...attempt({ updates }, read).heldMs]).toEqual([7, 1, 12]);
  });

  it.each([
    ['to the board', 1],
    ['to the update', 2],
  ])('is begun again when the computer did not get %s', (_, nth) => {
    const { attempt, clock } = world();
    let works = 0;
    const busy: TrialClock = {
      used: clock.used,
      within: (ms, work) => {
        works += 1;
        clock.stalls = works === nth ? 1 : 0;
        return clock.within(ms, work);
      },
    };
    expect(attempt({}, busy)).toMatchObject({ verdict: 'again', copies: [] });
  });

  it('gives everything as much more time as it is told', () => {
    const { attempt, clock } = world();
    const given: number[] = [];
    const noting: TrialClock = {
      used: clock.used,
      within: (ms, work) => {
        given.push(ms);
        return clock.within(ms, work);
      },
    };
    attempt({}, noting);
    const usual = given.splice(0);
    attempt({ patience: 4 }, noting);
    expect(given).toEqual(usual.map((ms) => 4 * ms));
  });

  it('finds slow what takes more than its processor time, however much longer everything may take', () => {
    const verdictOf = (patience: number, takes: number): string => {
      const { attempt, clock } = world();
      attempt();
      clock.takes = takes;
      return attempt({ copy: 7, updates: [], patience }).verdict;
    };
    expect([1, 4].map((patience) => verdictOf(patience, 1_500))).toEqual(['fine', 'fine']);
    expect([1, 4].map((patience) => verdictOf(patience, 1_600))).toEqual(['slow', 'slow']);
  });

  it('gives more time to more parts', () => {
    const { attempt, clock } = world();
    attempt();
    const usual = clock.given;
    attempt({ update: chain(10_000) });
    expect(clock.given).toBeGreaterThan(usual + 50);
  });

  it('is none where the board cannot be read in time', () => {
    const { attempt, clock } = world();
    clock.takes = Number.POSITIVE_INFINITY;
    expect(attempt()).toMatchObject({ verdict: 'none', copies: [] });
  });

  it('says so when Yjs cannot read the update or anything of the board, and keeps no half of it', () => {
    const { attempt, keysOf } = world();
    expect(attempt({ update: UNREADABLE })).toMatchObject({ verdict: 'unread', copies: [] });
    expect(attempt({ updates: [some(1), UNREADABLE] })).toMatchObject({ verdict: 'fine', copies: [7] });
    expect(keysOf(7)).toEqual(['n1', 'n2']);
  });

  it('refuses types that are too deep, however few of them the update brings itself', () => {
    const { attempt } = world();
    const doc = new Y.Doc();
    const updates: Uint8Array[] = [];
    doc.on('update', (update: Uint8Array) => updates.push(update));
    let at = doc.getMap<unknown>('notes');
    for (let level = 1; level <= 5; level += 1) at = at.set('x', new Y.Map<unknown>());
    const tried = (level: number): TrialResult =>
      attempt({ updates: updates.slice(0, level - 1), update: updates[level - 1] ?? UNREADABLE, as: level });
    const all = [1, 2, 3, 4, 5].map(tried);
    expect(all.map(({ verdict }) => verdict)).toEqual(['fine', 'fine', 'fine', 'fine', 'nesting']);
    // No copy with it on it.
    expect(all.at(-1)?.copies).toEqual([1, 2, 3, 4]);
  });
});
