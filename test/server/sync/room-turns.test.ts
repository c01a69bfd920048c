/** Rooms that have much to save: in parts, and after those that have little. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Peer } from '../../kit/peer.ts';
import { createWorld, type World } from '../../kit/room-world.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld({ appendBytes: 1_000 });
});
afterEach(() => world.end());

const write = ({ doc }: Peer, text: string, where = 't'): void => doc.getText(where).insert(0, text);

it('a room stores what many sent at once in several appends, and loses nothing', async () => {
  const ana = world.person('Ana');
  await world.settle();
  const append = vi.spyOn(world.storage, 'append');
  for (let n = 0; n < 5; n += 1) write(ana, 'x'.repeat(900));
  ana.deliver();
  await world.clock.advance(100);
  expect(append.mock.calls.map(([batch]) => batch.length)).toEqual([2, 2, 1]);
  expect((await world.stored()).getText('t').length).toBe(4_500);
});

it('a large board comes after a small one', async () => {
  const large = world.another('x'.repeat(1_200_000));
  const [eve, ana] = [new Peer('Eve').join(world.rooms, large), world.person('Ana')];
  await world.clock.turn();
  await world.settle();
  const append = vi.spyOn(world.storage, 'append');
  for (const peer of [eve, ana]) {
    write(peer, 'more', 'another text');
    peer.deliver();
  }
  await world.settle();
  expect(append.mock.calls.map(([batch]) => batch.map(({ board }) => board))).toEqual([[world.board, large]]);
  eve.destroy();
});
