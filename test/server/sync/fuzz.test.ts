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
  const note = notes.get(key);
  switch (random.int(5)) {
    case 0:
      return text.insert(random.int(text.length + 1), word);
    case 1:
      return text.length > 0 ? text.delete(random.int(text.length), 1) : undefined;
    case 2:
      return void notes.set(key, new Y.Map<unknown>([['text', new Y.Text(word)]]));
    case 3:
      return note === undefined ? undefined : void note.set('pos', [random.int(100), random.int(100)]);
    default:
      return notes.delete(key);
  }
}

async function step(world: World, people: readonly Peer[], random: Random, n: number): Promise<void> {
  const peer = random.pick(people);
  switch (random.int(12)) {
    case 0:
      return peer.cut();
    case 1:
    case 2:
      return peer.connected ? undefined : void peer.join(world.rooms, world.board);
    case 3:
      world.storage.mode = random.pick(['works', 'works', 'works', 'fails', 'hangs']);
      return world.storage.release(random.pick(['works', 'fails']));
    case 4:
      return random.chance(0.1) ? world.restart() : world.clock.advance(random.int(40_000));
    case 5:
      return peer.present({ n });
    case 6: {
      const change = world.rooms.change(world.board, (doc) => edit(doc, random, `s${n}`));
      // A failing disk refuses commands as well; the end decides whether all agree.
      return void change.catch(() => undefined);
    }
    case 7:
    case 8:
      return void peer.deliver(1 + random.int(3));
    default:
      return edit(peer.doc, random, `w${n}`);
  }
}

const content = (doc: Y.Doc): unknown => [doc.getText('t').toString(), doc.getMap('notes').toJSON()];

describe('Peers, server and disk agree', () => {
  it.each(SEEDS)('after random edits, cuts, hangs, failures and restarts, seed %i', async (seed) => {
    const random = createRandom(seed);
    const world = await createWorld({ tailRecords: 30 });
    const people = ['Ana', 'Luis', 'Eva', 'Iván'].map((name) => world.person(name));
    for (let n = 0; n < STEPS; n += 1) {
      await step(world, people, random, n);
      if (random.chance(0.5)) await world.clock.advance(random.int(30));
      for (const peer of people) expect(peer.closed?.code ?? 1013, 'a reason that comes back').toSatisfy(temporary);
    }
    world.storage.mode = 'works';
    world.storage.release('works');
    await world.settle();
    for (const peer of people) {
      peer.cut();
      peer.join(world.rooms, world.board);
    }
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
