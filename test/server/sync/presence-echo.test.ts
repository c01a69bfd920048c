/** Messages with the presence of everybody: the own entry counts, the others are passed over, broken ones are refused. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type AwarenessEntry, awarenessFrame, CLOSE, readAwarenessEntries } from '../../../shared/protocol.ts';
import { createWorld, type World } from '../../kit/room-world.ts';

const entry = (client: number, clock: number, state: unknown): AwarenessEntry => ({
  client,
  clock,
  state: new TextEncoder().encode(JSON.stringify(state)),
});
/** The entries of a message, without what stands before them: type and length, each of a byte. */
const entriesOf = (...entries: AwarenessEntry[]): Uint8Array => awarenessFrame(entries).subarray(2);

describe('Reading the entries of a message', () => {
  const three = entriesOf(entry(1, 1, 'a'), entry(2, 5, 'b'), entry(3, 1, 'c'));

  it('gives those of one client where it is known', () => {
    expect(readAwarenessEntries(three, 3, null)?.map(({ client }) => client)).toEqual([1, 2, 3]);
    expect(readAwarenessEntries(three, 3, 2)).toEqual([entry(2, 5, 'b')]);
    expect(readAwarenessEntries(three, 3, 9)).toEqual([]);
    expect(readAwarenessEntries(entriesOf(), 0, 1)).toEqual([]);
  });

  it.each([null, 3, 9])('gives nothing when they are broken or too many, whoever reads them: %s', (only) => {
    expect(readAwarenessEntries(three, 2, only)).toBeNull();
    expect(readAwarenessEntries(three.subarray(0, three.length - 1), 3, only)).toBeNull();
    expect(readAwarenessEntries(new Uint8Array(), 3, only)).toBeNull();
    const endless = Uint8Array.of(1, 1, 1, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x0f);
    expect(readAwarenessEntries(endless, 3, only)).toBeNull();
  });
});

describe('Whoever echoes everybody', () => {
  let world: World;
  beforeEach(async () => {
    world = await createWorld();
  });
  afterEach(() => world.end());

  it('is heard about itself, alone and unpunished', async () => {
    const [ana, luis, eva] = [world.person('Ana'), world.person('Luis'), world.person('Eva')];
    await world.settle();
    const [a, l] = [ana.doc.clientID, luis.doc.clientID];
    ana.present({ at: 'first' });
    luis.present({ at: 'first' });
    await world.settle();
    luis.say(awarenessFrame([entry(a, 9, { at: 'forged' }), entry(l, 9, { at: 'second' }), entry(77, 1, {})]));
    await world.settle();
    expect([eva.presence.get(a), eva.presence.get(l), eva.presence.get(77)]).toEqual([
      '{"at":"first"}',
      '{"at":"second"}',
      undefined,
    ]);
    expect(luis.closed).toBeNull();
  });

  it('is asked for a sign of life when another window of the same person claims its place, and nobody else is', async () => {
    const [ana, eva, again] = [world.person('Ana'), world.person('Eva'), world.person('Ana')];
    await world.settle();
    const id = ana.doc.clientID;
    ana.present({ at: 'first' });
    await world.settle();
    eva.present({ at: 'forged' }, id, 8);
    await world.settle();
    expect([ana, eva, again].map(({ doubted }) => doubted)).toEqual([0, 0, 0]);
    again.present({ at: 'second' }, id, 9);
    await world.settle();
    expect([ana, eva, again].map(({ doubted }) => doubted)).toEqual([1, 0, 0]);
    expect(eva.presence.get(id)).toBe('{"at":"first"}');
    ana.cut();
    await world.settle();
    expect(eva.presence.get(id)).toBe('{"at":"second"}');
  });

  it('is told that it is gone when it comes back with a clock the others have seen', async () => {
    const [ana, eva] = [world.person('Ana'), world.person('Eva')];
    await world.settle();
    const id = ana.doc.clientID;
    ana.present({ at: 1 }, id, 5);
    await world.settle();
    expect([ana.presence.has(id), eva.presence.get(id)]).toEqual([false, '{"at":1}']);
    ana.cut();
    await world.settle();
    const back = world.person('Ana');
    await world.settle();
    expect(back.presence.has(id)).toBe(false);
    back.present({ at: 1 }, id, 5);
    await world.settle();
    expect([back.presence.get(id), eva.presence.get(id)]).toEqual(['null', 'null']);
    back.present({ at: 2 }, id, 6);
    await world.settle();
    expect(eva.presence.get(id)).toBe('{"at":2}');
  });

  it('is closed when one of the others is broken', async () => {
    const ana = world.person('Ana');
    await world.settle();
    ana.present({});
    await world.settle();
    ana.say(Uint8Array.of(1, 4, 1, 77, 1, 200));
    await world.settle();
    expect(ana.closed).toEqual({ code: CLOSE.garbage, why: 'undecodable' });
  });
});
