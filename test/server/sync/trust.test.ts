/** What a board takes untried, what it hands to a trial, and whom it holds to blame. */
import { describe, expect, it } from 'vitest';
import type { Held, Trials, Tried } from '../../../server/sync/ports.ts';
import { Trust } from '../../../server/sync/trust.ts';

const TRUSTED = 2_000_000;
/** Steps of an update that may be held against its writer, at least. */
const HEAVY = 1_001;
const FINE: Tried = { verdict: 'fine', ms: 1, held: [], heldMs: [], copy: 1, shape: null };
const update = (n: number, bytes = 4): Uint8Array => new Uint8Array(bytes).fill(n);

/** `during` happens while something is tried. */
function world(updates: Uint8Array[] = []) {
  const handed: Held[] = [];
  const kept = new Set([1]);
  let answer: Partial<Tried> = {};
  let during = (): void => undefined;
  const trials: Pick<Trials, 'try'> = {
    try: ({ holds, done }) => {
      handed.push(holds((copy) => kept.has(copy)));
      during();
      done({ ...FINE, ...answer });
    },
  };
  const trust = new Trust({ bytes: 1_000, updates: () => updates }, trials, { now: () => 0 });
  return {
    trust,
    kept,
    handed,
    try: async (own: Partial<Tried> = {}, writer: string | null = 'x', meanwhile = (): void => undefined) => {
      answer = own;
      during = meanwhile;
      await trust.try({ update: update(99), clients: new Set() }, writer);
    },
  };
}

describe('what is taken untried', () => {
  it('is so many steps together, more on a larger board, and anything light', () => {
    const { trust } = world();
    expect([trust.bears(TRUSTED + 2_000), trust.bears(TRUSTED + 2_001)]).toEqual([true, false]);
    trust.took(update(1), TRUSTED, 'x');
    expect([trust.bears(2_000), trust.bears(2_001), trust.bears(1_000)]).toEqual([true, false, true]);
    trust.took(update(2), 2_000, 'x');
    expect([trust.bears(1_001), trust.bears(1_000)]).toEqual([false, true]);
  });

  it('is as much again once something was tried, less what came meanwhile', async () => {
    const { trust, try: attempt } = world();
    trust.took(update(1), TRUSTED, 'x');
    await attempt({}, 'x', () => trust.took(update(2), 500_000, 'x'));
    expect([trust.bears(TRUSTED - 498_000), trust.bears(TRUSTED - 497_999)]).toEqual([true, false]);
  });

  it('is no more than before when it could not be tried', async () => {
    const { trust, try: attempt } = world();
    trust.took(update(1), TRUSTED, 'x');
    await attempt({ verdict: 'none', copy: null }, 'x', () => trust.took(update(2), 2_000, 'x'));
    expect(trust.bears(1_001)).toBe(false);
  });
});

describe('what a trial is given', () => {
  it('is everything at first, then what came since, also while the first one went on', async () => {
    const updates = [update(1)];
    const { trust, handed, try: attempt } = world(updates);
    trust.follow([update(1)]);
    await attempt({}, 'x', () => trust.follow([update(2)]));
    trust.follow([update(3), update(4)]);
    await attempt();
    await attempt();
    expect(handed).toEqual([
      { copy: null, updates },
      { copy: 1, updates: [update(2), update(3), update(4)] },
      { copy: 1, updates: [] },
    ]);
  });

  it.each([
    ['was not kept', async ({ try: attempt }: ReturnType<typeof world>) => attempt({ copy: null })],
    ['is gone', async ({ kept }: ReturnType<typeof world>) => kept.clear()],
    ['has what is not on the board', async ({ trust }: ReturnType<typeof world>) => trust.distrustCopy()],
    [
      'is many updates behind',
      async ({ trust }: ReturnType<typeof world>) => trust.follow(Array(2_001).fill(update(2))),
    ],
    ['is many bytes behind', async ({ trust }: ReturnType<typeof world>) => trust.follow([update(2, 5_000_000)])],
  ])('is everything again when the copy %s', async (_, happens) => {
    const updates = [update(1)];
    const here = world(updates);
    await here.try();
    await happens(here);
    await here.try();
    expect(here.handed.at(-1)).toEqual({ copy: null, updates });
  });

  it('is what came since as long as that is not far behind: 2,000 updates, or 4 MB', async () => {
    for (const behind of [Array(2_000).fill(update(2)), [update(2, 4 * 1024 * 1024)]]) {
      const { trust, handed, try: attempt } = world([update(1)]);
      trust.distrustCopy();
      await attempt();
      trust.follow(behind);
      await attempt();
      expect(handed.map(({ copy, updates }) => [copy, updates.length])).toEqual([
        [null, 1],
        [1, behind.length],
      ]);
    }
  });

  it('is everything again when it fell far behind while it was made', async () => {
    const updates = [update(1)];
    const { trust, handed, try: attempt } = world(updates);
    await attempt({}, 'x', () => trust.follow([update(2, 5_000_000)]));
    await attempt();
    expect(handed[1]).toEqual({ copy: null, updates });
  });
});

describe('the shape of a board', () => {
  const SHAPE = { longest: 10, heaviest: 100 };
  const plus = (bytes: number) => ({ longest: 10 + bytes / 4, heaviest: 100 + bytes / 4 });

  it('is what a trial found, and whatever may have come since, also while it went on', async () => {
    const { trust, try: attempt } = world();
    expect(trust.shape()).toBeUndefined();
    await attempt();
    trust.follow([update(1, 40)]);
    expect(trust.shape()).toBeUndefined();
    await attempt({ shape: SHAPE }, 'x', () => trust.follow([update(2, 8)]));
    expect(trust.shape()).toEqual(plus(8));
    trust.follow([update(3, 4)]);
    await attempt();
    expect(trust.shape()).toEqual(plus(12));
    await attempt({ shape: SHAPE });
    expect(trust.shape()).toEqual(SHAPE);
  });
});

describe('who makes a board slow', () => {
  it('is who wrote what took long on it, and each is counted once', async () => {
    const [slow, other] = [update(1), update(2)];
    const { trust, try: attempt } = world();
    trust.took(slow, 5_000, 'eve');
    trust.took(other, 5_000, 'luz');
    const held = { held: [slow, other], heldMs: [1_950, 10] };
    await attempt(held);
    await attempt(held);
    expect(trust.whyNot('eve', HEAVY)).toBeNull();
    await attempt({ ms: 400 }, 'eve');
    expect([trust.whyNot('eve', HEAVY), trust.whyNot('luz', HEAVY), trust.whyNot(null, HEAVY)]).toEqual([
      'rests',
      null,
      null,
    ]);
  });

  it('is not who writes next to nothing, however long that took', async () => {
    const light = update(1);
    const { trust, try: attempt } = world();
    trust.took(light, 1_000, 'luz');
    await attempt({ held: [light], heldMs: [5_000] });
    expect(trust.whyNot('luz', HEAVY)).toBeNull();
  });

  it('is who wrote what was found good at once, but took long together', () => {
    const { trust } = world();
    trust.took(update(1), TRUSTED, 'x');
    for (let n = 0; n < 105; n += 1) trust.bore(update(2), 'eve', 20);
    expect([trust.whyNot('eve', HEAVY), trust.whyNot('luz', HEAVY)]).toEqual(['rests', null]);
    expect(trust.bears(TRUSTED)).toBe(true);
  });

  it('is who wrote what took long in trials, of which half counts, and not who wrote what was wrong in another way', async () => {
    const { trust, try: attempt } = world();
    for (let n = 0; n < 10; n += 1) {
      await attempt({ ms: 400 }, 'eve');
      await attempt({ verdict: 'nesting', ms: 4_000, copy: null }, 'luz');
    }
    expect([trust.whyNot('eve', HEAVY), trust.whyNot('luz', HEAVY)]).toEqual([null, null]);
    await attempt({ ms: 400 }, 'eve');
    expect([trust.whyNot('eve', HEAVY), trust.whyNot('luz', HEAVY)]).toEqual(['rests', null]);
  });

  it('is who wrote what took long and could not be read', async () => {
    const { trust, try: attempt } = world();
    for (let n = 0; n < 11; n += 1) await attempt({ verdict: 'unread', ms: 400, copy: null }, 'eve');
    expect(trust.whyNot('eve', HEAVY)).toBe('rests');
  });

  it('is nobody for what the server did itself', async () => {
    const { trust, try: attempt } = world();
    const own = update(2);
    trust.bore(update(1), null, 9_000);
    trust.took(own, 5_000, null);
    await attempt({ ms: 9_000, held: [own], heldMs: [9_000] }, null);
    await attempt({ ms: 400 }, 'luz');
    expect(trust.whyNot('luz', HEAVY)).toBeNull();
  });

  it('is who was found slow three times', async () => {
    const { trust, try: attempt } = world();
    const verdicts: unknown[] = [];
    for (let n = 0; n < 3; n += 1) {
      verdicts.push(trust.whyNot('eve', HEAVY));
      await attempt({ verdict: 'slow', copy: null }, 'eve');
    }
    expect([...verdicts, trust.whyNot('eve', HEAVY)]).toEqual([null, null, null, 'too-slow']);
  });

  it('may go on with what is light', async () => {
    const { trust, try: attempt } = world();
    for (let n = 0; n < 3; n += 1) await attempt({ verdict: 'slow', copy: null }, 'eve');
    expect([trust.whyNot('eve', HEAVY - 1), trust.whyNot('eve', HEAVY)]).toEqual([null, 'too-slow']);
  });
});
