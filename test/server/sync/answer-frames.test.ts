/** How answers go to connections: a large board out of one memory to all of them, a small one as bytes made once. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { sendAnswer } from '../../../server/sync/answer-frames.ts';
import { LARGE_BYTES, type Passage } from '../../../server/sync/passage.ts';
import { step1Frame, step2Frame, updateFrame } from '../../../shared/protocol.ts';
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

describe('An answer', () => {
  /** What a connection is handed of it: whole messages, or messages in parts. */
  function handed(answer: readonly Passage[]) {
    const [whole, inParts]: [Uint8Array[], Passage[]] = [[], []];
    sendAnswer(
      { sendAll: (frames) => void whole.push(...frames), sendParts: (messages) => void inParts.push(...messages) },
      answer,
    );
    return { whole, inParts };
  }
  const bytes = (count: number, value = 7): Uint8Array => new Uint8Array(count).fill(value);

  it('goes as whole messages where none of them is large, and in parts where one is', () => {
    const little = [[bytes(10)], [bytes(20), bytes(LARGE_BYTES - 21)]];
    expect(handed(little)).toEqual({
      whole: [updateFrame(bytes(10)), step2Frame(bytes(LARGE_BYTES - 1))],
      inParts: [],
    });
    const large = handed([[bytes(10)], [bytes(20), bytes(LARGE_BYTES - 20)]]);
    expect(large.whole).toEqual([]);
    expect(large.inParts.map((parts) => Buffer.concat(parts))).toEqual(
      [updateFrame(bytes(10)), step2Frame(bytes(LARGE_BYTES))].map((frame) => Buffer.from(frame)),
    );
  });

  it('copies nothing from a kilobyte on, puts together what is less, and has no part without bytes', () => {
    const [large, kilobyte] = [bytes(LARGE_BYTES, 1), bytes(1_024, 2)];
    const passage = [large, bytes(5, 3), bytes(6, 4), kilobyte, bytes(1_023, 5), large];
    const [parts = []] = handed([passage]).inParts;
    // The head of the message comes first.
    expect(parts.slice(1).map(({ length }) => length)).toEqual([LARGE_BYTES, 11, 1_024, 1_023, LARGE_BYTES]);
    expect([parts[1] === large, parts[3] === kilobyte, parts[5] === large]).toEqual([true, true, true]);
    expect(Buffer.concat(parts)).toEqual(Buffer.from(step2Frame(Buffer.concat(passage))));
  });
});
