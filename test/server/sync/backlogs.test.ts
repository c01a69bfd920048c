/** What a person's connections do not read has a bound: who asks above it comes back later; others notice nothing. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Backlog } from '../../../server/sync/backlogs.ts';
import type { RelayLimits } from '../../../server/sync/limits.ts';
import { LARGE_BYTES } from '../../../server/sync/passage.ts';
import { newPersonId } from '../../../shared/ids.ts';
import { CLOSE } from '../../../shared/protocol.ts';
import type { Peer } from '../../kit/peer.ts';
import { createWorld, type World } from '../../kit/room-world.ts';

const LITTLE = 500;
const PERSON = 100_000;
const BOARD = 2 * LARGE_BYTES;

const LIMITS = { personBacklogBytes: PERSON, littleBacklogBytes: LITTLE, backlogBytes: 10 * PERSON };

let world: World;
beforeEach(() => start());
async function start(limits: Partial<RelayLimits> = {}): Promise<void> {
  world = await createWorld({ ...LIMITS, ...limits });
  const text = world.rooms.change(world.board, (doc) => doc.getText('t').insert(0, 'x'.repeat(BOARD)));
  await world.settle();
  await text;
}
afterEach(() => world.end());

/** Above the bound with any board this small. */
const MUCH = PERSON + 3 * BOARD;
const tooSlow = { code: CLOSE.tryLater, why: 'slow-reader' };
const length = ({ doc }: Peer): number => doc.getText('t').length;

describe('While the connections of a person leave much unread', () => {
  it('no other one of theirs is given the board, whoever else is, and theirs is once it is read', async () => {
    const [first, second] = [world.person('Eve'), world.person('Eve')];
    await world.settle();
    expect([length(first), length(second)]).toEqual([BOARD, BOARD]);
    first.backlog = MUCH / 2;
    second.backlog = MUCH / 2 + 1;
    const [third, luis] = [world.person('Eve'), world.person('Luis')];
    await world.settle();
    expect([third.closed, third.synced, length(third)]).toEqual([tooSlow, false, 0]);
    expect([luis.closed, luis.synced, length(luis)]).toEqual([null, true, BOARD]);
    expect([first.closed, second.closed]).toEqual([null, null]);
    second.backlog = 0;
    third.join(world.rooms, world.board);
    await world.settle();
    expect([third.closed, third.synced, length(third)]).toEqual([null, true, BOARD]);
  });

  it('it counts what waits on other boards, and no longer what waited for one that is gone', async () => {
    const [first, other] = [world.person('Eve'), world.another()];
    await world.settle();
    first.cut();
    first.join(world.rooms, other);
    await world.settle();
    first.backlog = MUCH;
    const second = world.person('Eve');
    await world.settle();
    expect(second.closed).toEqual(tooSlow);
    first.cut();
    second.join(world.rooms, world.board);
    await world.settle();
    expect([second.closed, second.synced]).toEqual([null, true]);
  });

  it('the one they write in goes on to hear that it is saved', async () => {
    const [first, second] = [world.person('Eve'), world.person('Eve')];
    await world.settle();
    first.backlog = MUCH;
    second.doc.getText('t').insert(0, 'new');
    second.ask();
    await world.settle();
    expect([second.closed, second.synced]).toEqual([null, true]);
    second.backlog = LITTLE;
    second.ask();
    await world.settle();
    expect(second.closed).toEqual(tooSlow);
  });

  it('nor are they told again and again who is here', async () => {
    const [first, second] = [world.person('Eve'), world.person('Eve')];
    await world.settle();
    const ana = world.person('Ana');
    await world.settle();
    ana.present({ x: 'x'.repeat(LITTLE) });
    await world.settle();
    first.backlog = MUCH;
    ana.say(Uint8Array.of(3));
    second.say(Uint8Array.of(3));
    await world.settle();
    expect([ana.closed, second.closed]).toEqual([null, tooSlow]);
  });
});

it('A connection has a bound by itself, too', () => {
  const limits = { backlogBytes: 10, personBacklogBytes: 1_000, littleBacklogBytes: 1_000 };
  const isTooMuch = (unsent: number, boardBytes: number): boolean =>
    new Backlog({ bufferedBytes: () => unsent }, newPersonId(), { limits, connectionsOf: () => [] }).isTooMuch(
      0,
      boardBytes,
    );
  expect([isTooMuch(10, 0), isTooMuch(11, 0), isTooMuch(20, 5), isTooMuch(21, 5)]).toEqual([false, true, false, true]);
});

describe('Who does not read a board', () => {
  it('is let go when there were several after it, so that old ones do not stay in memory', async () => {
    await world.end();
    // With two and a half boards of 128 KB: the fifth board after the one that was sent is more.
    await start({ tailRecords: 0, backlogBytes: 2.5 * BOARD });
    const people = [world.person('Slow'), world.person('Late'), world.person('Quick')] as const;
    await world.settle();
    const [slow, late] = people;
    const renew = async (): Promise<void> => {
      const before = world.events.length;
      const change = world.rooms.change(world.board, (doc) => doc.getText('t').insert(0, 'y'));
      await world.settle();
      await change;
      expect(world.events.slice(before)).toEqual(['board-compacted']);
    };
    const closed = () => people.map((one) => one.closed);
    slow.backlog = LITTLE + 1;
    late.backlog = LITTLE;
    await renew();
    // It has read what it was sent; whatever waits now is nothing of that board.
    late.backlog = 10 * LITTLE;
    for (let times = 0; times < 3; times += 1) await renew();
    expect(closed()).toEqual([null, null, null]);
    await renew();
    expect(closed()).toEqual([tooSlow, null, null]);
    for (let times = 0; times < 3; times += 1) await renew();
    expect(closed()).toEqual([tooSlow, null, null]);
  });
});
