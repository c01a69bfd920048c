/** What a room keeps must not keep alive the messages, thousand times as large, it came in. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { ownBytes } from '../../../server/sync/own-bytes.ts';
import { Presence } from '../../../server/sync/presence.ts';
import type { PersonId } from '../../../shared/ids.ts';
import { updateFrame } from '../../../shared/protocol.ts';
import { createWorld, type World } from '../../kit/room-world.ts';

const SLAB_BYTES = 64 * 1024;

/** As a socket hands them over: in one piece of memory with much else. */
function inSlab(bytes: Uint8Array): Uint8Array {
  const slab = Buffer.alloc(SLAB_BYTES);
  slab.set(bytes, 100);
  return slab.subarray(100, 100 + bytes.length);
}

describe('Bytes that are kept', () => {
  it('are copied out of what is much larger, and only then', () => {
    const bytes = Uint8Array.of(1, 2, 3);
    const own = ownBytes(inSlab(bytes));
    expect([...own]).toEqual([1, 2, 3]);
    expect(own.buffer.byteLength).toBe(3);
    expect(ownBytes(bytes)).toBe(bytes);
    const most = new Uint8Array(SLAB_BYTES).subarray(10);
    expect(ownBytes(most)).toBe(most);
    const [little, much] = [new Uint8Array(2_024), new Uint8Array(2_025)].map((all) => all.subarray(0, 500));
    expect([ownBytes(little ?? bytes) === little, ownBytes(much ?? bytes) === much]).toEqual([true, false]);
  });
});

describe('A room', () => {
  let world: World;
  beforeEach(async () => {
    world = await createWorld();
  });
  afterEach(() => world.end());

  it('keeps of a message the update alone', async () => {
    const ana = world.person('Ana');
    await world.settle();
    const doc = new Y.Doc();
    doc.getText('t').insert(0, 'hola');
    ana.say(inSlab(updateFrame(Y.encodeStateAsUpdate(doc))));
    await world.settle();
    const updates = await Promise.all([world.rooms.updates(world.board), world.settle()]).then(([all]) => all);
    expect(updates.length).toBe(2);
    expect(Math.max(...updates.map(({ buffer }) => buffer.byteLength))).toBeLessThan(SLAB_BYTES);
  });
});

describe('Presence', () => {
  const owner = { person: 'p-ana' as PersonId, name: 'Ana' };

  it.each(['{"view":"list"}', '{"user":{"name":"Ana"}}'])('keeps of a message the state alone: %s', (state) => {
    const presence = new Presence(4_096);
    presence.receive(owner, [{ client: 1, clock: 1, state: inSlab(new TextEncoder().encode(state)) }]);
    const [kept] = presence.all();
    expect(new TextDecoder().decode(kept?.state)).toBe(state);
    expect(kept?.state.buffer.byteLength).toBe(state.length);
  });
});
