/** How answers go to connections: a large board out of one memory to all of them, a small one as bytes made once. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import * as Y from 'yjs';
import { LARGE_BYTES } from '../../../server/sync/passage.ts';
import { step1Frame } from '../../../shared/protocol.ts';
import type { Peer } from '../../kit/peer.ts';
import { createWorld, type World } from '../../kit/room-world.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.end());

const write = async (length: number): Promise<void> => {
  const written = world.rooms.change(world.board, (doc) => doc.getText('t').insert(0, 'x'.repeat(length)));
  await world.settle();
  await written;
};
const large = ({ parts }: Peer): Uint8Array[] => parts.flat().filter(({ length }) => length >= LARGE_BYTES);
const length = ({ doc }: Peer): number => doc.getText('t').length;

it('a large board is the same memory for all, whatever they know, and the last message answers', async () => {
  for (let times = 0; times < 3; times += 1) await write(LARGE_BYTES);
  const people = ['Ana', 'Luis', 'Eva'].map((name) => world.person(name));
  await world.settle();
  expect(people.map(length)).toEqual(people.map(() => 3 * LARGE_BYTES));
  people.forEach((peer, n) => {
    const known = [...Y.decodeStateVector(Y.encodeStateVector(peer.doc))];
    peer.say(
      step1Frame(Y.encodeStateVector(new Map(known.map(([client, clock]) => [client, clock - n * LARGE_BYTES])))),
    );
    // Somebody the board does not know.
    peer.say(step1Frame(Y.encodeStateVector(new Map([[1_000 + n, 1]]))));
  });
  await world.settle();
  expect(people.map(({ closed, synced }) => [closed, synced])).toEqual(people.map(() => [null, true]));
  const sent = people.flatMap(large);
  expect(sent.length).toBeGreaterThanOrEqual(3 * 6);
  expect(new Set(sent.map(({ buffer }) => buffer)).size).toBe(3);
  const isTiny = (part: Uint8Array | undefined): boolean => part !== undefined && part.length < 1_024;
  const messages = people.flatMap(({ parts }) => parts);
  expect(messages.filter((parts) => parts.some((part, i) => isTiny(part) && isTiny(parts[i + 1])))).toEqual([]);
  const isAnswer = people.map(({ parts }) => parts.map(([head]) => head?.[1] === 1));
  // The template, and three large updates.
  expect(isAnswer[0]?.slice(0, 4)).toEqual([false, false, false, true]);
});

it('a small board goes as whole messages, the same for all', async () => {
  await write(LARGE_BYTES / 2);
  const [ana, luis] = [world.person('Ana'), world.person('Luis')];
  await world.settle();
  expect([length(ana), length(luis)]).toEqual([LARGE_BYTES / 2, LARGE_BYTES / 2]);
  expect([ana.parts, luis.parts]).toEqual([[], []]);
  const answers = [ana, luis].map(({ frames }) => frames.find((frame) => frame.length > LARGE_BYTES / 2));
  expect(answers[0]).toBeDefined();
  expect(answers[0]).toBe(answers[1]);
});
