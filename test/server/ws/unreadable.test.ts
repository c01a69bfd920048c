/** The disk cannot be read when somebody's right is asked: they come back later, and the server goes on. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { CLOSE } from '../../../shared/protocol.ts';
import { createRelayWorld, ending, opened, type RelayWorld } from '../../kit/relay-world.ts';

let world: RelayWorld;
beforeEach(async () => {
  world = await createRelayWorld();
});
afterEach(() => world.end());

/** As SQLite does where the disk does not answer. */
const cannotRead = (): never => {
  throw new Error('disk I/O error');
};

it('at the door: 1013, named in the log, and the next one is let in', async () => {
  expect(await ending(world.socket('unreadable'))).toBe(CLOSE.tryLater);
  expect(world.events).toEqual([{ event: 'not-admitted', fields: { board: world.board, why: 'disk I/O error' } }]);
  await opened(world.socket('Ana.write'));
});

it('of everybody on a board: 1013 for each of them, and they are back once it can be', async () => {
  const [ana, luis] = [world.provider('Ana.write'), world.provider('Luis.read')];
  await expect.poll(() => ana.synced && luis.synced).toBe(true);
  const codes: number[] = [];
  for (const one of [ana, luis]) one.on('connection-close', (close) => codes.push(close?.code ?? 0));
  const readable = world.rights.get;
  world.rights.get = cannotRead;
  world.server.rooms.reconsider(world.board);
  world.rights.get = readable;
  await expect.poll(() => codes).toEqual([CLOSE.tryLater, CLOSE.tryLater]);
  await expect.poll(() => ana.synced && luis.synced).toBe(true);
});
