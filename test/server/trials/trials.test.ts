/** Trials in a process of its own: what it says, and what becomes of those who wait when it is gone. */
import { afterEach, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { Held, Trials, Tried } from '../../../server/sync/ports.ts';
import { createTrials, type TrialLimits } from '../../../server/trials/trials.ts';
import { FakeClock } from '../../kit/fake-clock.ts';
import { made } from '../../kit/judged-board.ts';
import { chain, leaps } from '../../kit/leaping.ts';

const some = (n: number): Uint8Array => made((doc) => doc.getMap('notes').set(`n${n}`, n));
const SOME = some(1);
/** Many items in few bytes: more than a process of little memory can hold. */
const bomb = (): Uint8Array => made((doc) => doc.getArray('a').insert(0, new Array<null>(4_000_000).fill(null)));

const open: Trials[] = [];
afterEach(async () => {
  for (const trials of open.splice(0)) await trials.close();
});

interface Board {
  readonly holds?: readonly Uint8Array[];
  readonly since?: readonly Uint8Array[];
  readonly copy?: number | null;
  readonly writer?: string;
}

function world(limits: Partial<TrialLimits> = {}) {
  const clock = new FakeClock();
  const events: string[] = [];
  const trials = createTrials(clock, (event) => events.push(event), limits);
  open.push(trials);
  const known: boolean[] = [];
  /** On a board that holds these; a copy has all of them but `since`. */
  const attempt = (update: Uint8Array, { holds = [SOME], since = [], copy = null, writer = 'x' }: Board = {}) =>
    new Promise<Tried>((done) => {
      const asked = (isThere: (copy: number) => boolean): Held => {
        const isKept = copy !== null && isThere(copy);
        known.push(isKept);
        return isKept ? { copy, updates: since } : { copy: null, updates: holds };
      };
      trials.try({ writer, cohort: writer, update, holds: asked, done });
    });
  return { clock, events, trials, attempt, known };
}

it('says what came of it, and goes on from the copy it kept', async () => {
  const { attempt, known } = world();
  const { verdict, copy, held, heldMs } = await attempt(chain(30_000));
  expect([verdict, held.length, heldMs.length]).toEqual(['fine', 1, 1]);
  const holds = [some(1), chain(30_000)];
  expect(await attempt(some(2), { holds, copy })).toMatchObject({ verdict: 'fine', held: [], copy });
  known.splice(0);
  expect(await attempt(leaps(0, 30_000), { holds, copy })).toMatchObject({ verdict: 'slow', copy: null });
  expect(known.splice(0)).toEqual([true, false]);
  await attempt(some(3), { copy });
  expect(known).toEqual([false]);
}, 60_000);

it('begins again with everything when the copy is no good', async () => {
  const { attempt, known } = world();
  const { copy } = await attempt(some(2));
  const unreadable = new Uint8Array([1, 1, 1]);
  expect(await attempt(some(3), { copy, since: [unreadable] })).toMatchObject({ verdict: 'fine', held: [SOME] });
  expect(known).toEqual([false, true, false]);
});

it('lets others go first before it begins again', async () => {
  const { attempt } = world();
  const { copy } = await attempt(some(2));
  const done: string[] = [];
  const again = attempt(some(3), { copy, since: [new Uint8Array([1, 1, 1])] }).then(() => done.push('again'));
  await Promise.all([again, attempt(some(4), { writer: 'ana' }).then(() => done.push('ana'))]);
  expect(done).toEqual(['ana', 'again']);
});

it('keeps copies of several boards apart', async () => {
  const { attempt } = world();
  const [one, other] = [await attempt(some(2)), await attempt(some(2))];
  expect(new Set([one.copy, other.copy]).size).toBe(2);
});

it('tries first those of whoever has taken least of its time', async () => {
  const { attempt } = world();
  const done: string[] = [];
  const say = (name: string, writer: string) => attempt(some(2), { writer }).then(() => done.push(name));
  await Promise.all([say('eve 1', 'eve'), say('eve 2', 'eve'), say('eve 3', 'eve'), say('ana', 'ana')]);
  expect(done).toEqual(['eve 1', 'ana', 'eve 2', 'eve 3']);
});

it('finds too much what brings the process down, twice, and the next one gets a new one', async () => {
  const { attempt, events } = world({ memoryMb: 24 });
  const [tooMuch, next] = await Promise.all([attempt(bomb(), { holds: [] }), attempt(some(2))]);
  expect([tooMuch.verdict, next.verdict]).toEqual(['slow', 'fine']);
  expect(events).toEqual(['trial-ended']);
});

it("has tried nothing when the process cannot work, which is nobody's fault", async () => {
  const { attempt, events } = world({ memoryMb: Number.NaN });
  expect((await attempt(some(2))).verdict).toBe('none');
  expect(events).toEqual(['trial-ended']);
});

it('has tried nothing when it takes for ever, or is closed; who waits behind it is tried', async () => {
  const { attempt, clock, trials } = world({ longestMs: 5_000 });
  const first = attempt(some(2));
  const second = attempt(some(3));
  await clock.advance(5_000);
  expect((await first).verdict).toBe('none');
  expect((await second).verdict).toBe('fine');
  const last = [attempt(some(2)), attempt(some(3))];
  await trials.close();
  expect((await Promise.all(last)).map(({ verdict }) => verdict)).toEqual(['none', 'none']);
  expect((await attempt(some(2))).verdict).toBe('none');
});

it('lets the process go when there was nothing to try for a while, with its copies', async () => {
  const { attempt, clock, known } = world({ idleMs: 1_000 });
  const { copy } = await attempt(some(2));
  await clock.advance(999);
  await attempt(some(3), { copy });
  await clock.advance(1_000);
  expect(clock.pendingTimers).toBe(0);
  expect(await attempt(some(2), { copy })).toMatchObject({ verdict: 'fine' });
  expect(known).toEqual([false, true, false]);
});

it('has the bytes of a bomb that is one', () => {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, bomb());
  expect(doc.getArray('a').length).toBe(4_000_000);
  doc.destroy();
});

it.each(['no\0de', '/nowhere/node'])(
  'tells whoever waits to come again when no process can be started (%j)',
  async (path) => {
    const { attempt } = world();
    const node = process.execPath;
    process.execPath = path;
    try {
      const both = await Promise.all([attempt(some(2)), attempt(some(3), { writer: 'y' })]);
      expect(both.map(({ verdict }) => verdict)).toEqual(['none', 'none']);
    } finally {
      process.execPath = node;
    }
    expect((await attempt(some(2))).verdict).toBe('fine');
  },
);
