import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { updateFrame } from '../../../shared/protocol.ts';
import { made } from '../../kit/judged-board.ts';
import { createWorld, type World } from '../../kit/room-world.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.end());

describe('A connection whose update was refused', () => {
  it('is not listened to any more: what was sent behind a refused update is not looked at', async () => {
    const eve = world.person('Eve');
    await world.settle();
    eve.say(updateFrame(Uint8Array.of(1, 2, 3, 4)));
    eve.say(updateFrame(made((doc) => doc.getText('t').insert(0, 'behind it'))));
    await world.settle();
    expect((await world.stored()).getText('t').toString()).toBe('');
    expect(world.events.filter((event) => event === 'update-refused')).toHaveLength(1);
  });
});
