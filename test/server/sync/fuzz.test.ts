/** Sessions at random: people, server and disk agree at the end, whatever the network and the disk did. */
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { Peer } from '../../kit/peer.ts';
import { createRandom, type Random } from '../../kit/random.ts';
import { createWorld, type World } from '../../kit/room-world.ts';

const STEPS = 400;
/** A failing seed is added here for ever. */
const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

function edit(doc: Y.Doc, random: Random, word: string): void {
  const text = doc.getText('t');
  const notes = doc.getMap<Y.Map<unknown>>('notes');
  const key = `n${random.int(6)}`;
  const edits = [
    () => text.insert(random.int(text.length + 1), word),
    () => (text.length > 0 ? text.delete(random.int(text.length), 1) : undefined),
    () => notes.set(key, new Y.Map<unknown>([['text', new Y.Text(word)]])),
    () => notes.get(key)?.set('pos', [random.int(100), random.int(100)]),
    () => notes.delete(key),
  ];
  random.pick(edits)();
}

/** Something that may happen; what is listed twice happens more often. */
const happenings: ReadonlyArray<(world: World, peer: Peer, random: Random, n: number) => unknown> = [
  (_world, peer) => peer.cut(),
  (world, peer) => peer.connected || peer.join(world.rooms, world.board),
  (world, peer) => peer.connected || peer.join(world.rooms, world.board),
  (world, _peer, random) => {
    world.storage.mode = random.pick(['works', 'works', 'works', 'fails', 'hangs']);
    world.storage.release(random.pick(['works', 'fails']));
  },
  (world, _peer, random) => (random.chance(0.1) ? world.restart() : world.clock.advance(random.int(40_000))),
  (_world, peer, _random, n) => peer.present({ n }),
  // A failing disk refuses commands as well; the end decides whether all agree.
  (world, _peer, random, n) => {
    void world.rooms.change(world.board, (doc) => edit(doc, random, `s${n}`)).catch(() => undefined);
  },
  (_world, peer, random) => peer.deliver(1 + random.int(3)),
  (_world, peer, random) => peer.deliver(1 + random.int(3)),
  (_world, peer, random, n) => edit(peer.doc, random, `w${n}`),
  (_world, peer, random, n) => edit(peer.doc, random, `v${n}`),
  (_world, peer, random, n) => edit(peer.doc, random, `u${n}`),
];

const content = (doc: Y.Doc): unknown => [doc.getText('t').toString(), doc.getMap('notes').toJSON()];

/** As usual, and with every window on its way to one connection at a time. */
describe.each([{}, { deliveryBytes: 1 }])('Peers, server and disk agree, with %o', (limits) => {
  it.each(SEEDS)('after random edits, cuts, hangs, failures and restarts, seed %i', async (seed) => {
    const random = createRandom(seed);
    const world = await createWorld({ tailRecords: 30, ...limits });
    const people = ['Ana', 'Luis', 'Eva', 'Iván'].map((name) => world.person(name));
    for (let n = 0; n < STEPS; n += 1) {
      await random.pick(happenings)(world, random.pick(people), random, n);
      if (random.chance(0.5)) await world.clock.advance(random.int(30));
      for (const peer of people) expect(peer.closed?.code ?? 1013, 'a reason that comes back').toSatisfy(temporary);
    }
    world.storage.mode = 'works';
    world.storage.release('works');
    await world.settle();
    // Who is connected was sent everything: nobody needs to come again.
    for (const peer of people) if (!peer.connected) peer.join(world.rooms, world.board);
    await world.settle();
    const server = world.rooms.read(world.board, content);
    await world.settle();
    const expected = content(await world.stored());
    expect(await server).toEqual(expected);
    for (const peer of people) {
      expect(peer.synced).toBe(true);
      expect(content(peer.doc)).toEqual(expected);
    }
    await world.end();
  });
});

const temporary = (code: number): boolean => code < 4400 && code !== 1008;
