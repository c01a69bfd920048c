import { afterEach, beforeEach, expect, it } from 'vitest';
import { createRelayWorld, opened, type RelayWorld } from '../../kit/relay-world.ts';

let world: RelayWorld;
beforeEach(async () => {
  world = await createRelayWorld({ limits: { backlogBytes: 64 * 1024 } });
});
afterEach(() => world.end());

it('lets go of a reader that does not read, keeps the others, and the reader catches up when it comes back', async () => {
  const [writer, other] = [world.provider('Ana.write'), world.provider('Luis.write')];
  await expect.poll(() => writer.synced && other.synced).toBe(true);
  const stalled = world.socket('Eva.read');
  await opened(stalled);
  const people = () => world.server.rooms.sessions(world.board).map(({ person }) => person);
  await expect.poll(people).toContain('p-Eva');
  stalled.pause();
  // Overwriting keeps the board small while megabytes pass.
  let round = 0;
  await expect
    .poll(
      () => {
        for (let n = 0; n < 20; n += 1) writer.doc.getMap('big').set('x', `${round++}`.padEnd(50_000, 'x'));
        return people();
      },
      { timeout: 15_000 },
    )
    .not.toContain('p-Eva');
  await expect.poll(() => other.doc.getMap('big').get('x') === writer.doc.getMap('big').get('x')).toBe(true);
  const back = world.provider('Eva.read');
  await expect.poll(() => back.doc.getMap('big').get('x') === writer.doc.getMap('big').get('x')).toBe(true);
});
