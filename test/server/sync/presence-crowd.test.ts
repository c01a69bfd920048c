/** Many who move at once: what all of them are sent in a window has a bound, and everybody's turn comes. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CLOSE } from '../../../shared/protocol.ts';
import { createWorld, type World } from '../../kit/room-world.ts';

const PEOPLE = 20;
const STATE = { x: 'x'.repeat(1_000) };
/** In one window everybody is told about five of them. */
const WINDOW_BYTES = 5 * 1_000 * (PEOPLE + 1);

let world: World;
beforeEach(async () => {
  world = await createWorld({ presenceWindowBytes: WINDOW_BYTES, answerBurstMs: 10 });
});
afterEach(() => world.end());

const QUESTION = Uint8Array.of(3);

describe('Presence of a crowd', () => {
  it('goes out in several windows, nobody left out', async () => {
    const ana = world.person('Ana');
    const people = Array.from({ length: PEOPLE }, (_, n) => world.person(`P${n}`));
    await world.settle();
    const [before, sentBefore] = [ana.frames.length, ana.presence.size];
    for (const person of people) person.present(STATE);
    for (const person of people) person.deliver();
    await world.settle();
    const windows = ana.frames.slice(before);
    expect(Math.max(...windows.map(({ length }) => length))).toBeLessThan(6_000);
    expect(ana.presence.size - sentBefore).toBe(PEOPLE);
  });

  it('tells the last of somebody who moves on while waiting', async () => {
    const ana = world.person('Ana');
    const people = Array.from({ length: PEOPLE }, (_, n) => world.person(`P${n}`));
    await world.settle();
    for (const person of people) person.present(STATE);
    for (const person of people) person.present({ last: true });
    await world.settle();
    expect(people.map(({ doc }) => ana.presence.get(doc.clientID))).toEqual(people.map(() => '{"last":true}'));
  });

  it('is an answer that costs: who asks for it without end is sent away', async () => {
    const [ana, eve] = [world.person('Ana'), world.person('Eve')];
    const people = Array.from({ length: PEOPLE }, (_, n) => world.person(`P${n}`));
    await world.settle();
    for (const person of people) person.present({ x: 'x'.repeat(4_000) });
    await world.settle();
    ana.say(QUESTION);
    for (let n = 0; n < 60; n += 1) eve.say(QUESTION);
    await world.settle();
    expect([ana.closed, eve.closed]).toEqual([null, { code: CLOSE.garbage, why: 'too-many-questions' }]);
  });
});
