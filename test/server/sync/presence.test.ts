import { describe, expect, it } from 'vitest';
import { type Owner, Presence } from '../../../server/sync/presence.ts';
import type { PersonId } from '../../../shared/ids.ts';
import type { AwarenessEntry } from '../../../shared/protocol.ts';

const owner = (name: string): Owner => ({ person: `p-${name}` as PersonId, name });
const entry = (client: number, clock: number, state: unknown): AwarenessEntry => ({
  client,
  clock,
  state: new TextEncoder().encode(JSON.stringify(state)),
});
const read = (entries: readonly AwarenessEntry[]) =>
  entries.map(({ client, clock, state }) => [client, clock, JSON.parse(new TextDecoder().decode(state))]);

describe('Presence', () => {
  it('passes on the last state of each client only', () => {
    const presence = new Presence(1_000);
    const [ana, luis] = [owner('Ana'), owner('Luis')];
    presence.receive(ana, [entry(1, 1, { x: 1 })]);
    presence.receive(ana, [entry(1, 2, { x: 2 })]);
    presence.receive(luis, [entry(2, 1, { x: 9 })]);
    expect(read(presence.takeChanges(1_000))).toEqual([
      [1, 2, { x: 2 }],
      [2, 1, { x: 9 }],
    ]);
    expect(presence.takeChanges(1_000)).toEqual([]);
  });

  it('lets nobody speak for another, remove another, or be many', () => {
    const presence = new Presence(1_000);
    const [ana, eve] = [owner('Ana'), owner('Eve')];
    presence.receive(ana, [entry(1, 1, { x: 1 })]);
    presence.receive(eve, [entry(1, 5, { x: 'eve' }), entry(2, 1, { x: 2 })]);
    presence.receive(eve, [entry(1, 6, null), entry(3, 1, { x: 3 })]);
    expect(read(presence.all())).toEqual([
      [1, 1, { x: 1 }],
      [2, 1, { x: 2 }],
    ]);
  });

  it('does not take back who has left from an echo', () => {
    const presence = new Presence(1_000);
    const [ana, luis] = [owner('Ana'), owner('Luis')];
    presence.receive(ana, [entry(1, 1, { x: 1 })]);
    presence.leave(ana);
    presence.receive(luis, [entry(1, 1, { x: 1 }), entry(1, 2, { x: 2 })]);
    expect(presence.all()).toEqual([]);
  });

  it('keeps a person whose old socket closes after the new one took over', () => {
    const presence = new Presence(1_000);
    const [old, fresh] = [owner('Ana'), owner('Ana')];
    presence.receive(old, [entry(1, 4, { x: 1 })]);
    expect(presence.receive(fresh, [entry(1, 4, { x: 1 })])).toBeNull();
    presence.leave(old);
    expect(read(presence.all())).toEqual([[1, 4, { x: 1 }]]);
    presence.leave(fresh);
    expect(presence.all()).toEqual([]);
  });

  it('shows what the new socket said once the old one is gone, and not before', () => {
    const doubted: Owner[] = [];
    const presence = new Presence(1_000, (holder) => doubted.push(holder));
    const [old, fresh] = [owner('Ana'), owner('Ana')];
    presence.receive(old, [entry(1, 4, { x: 'old' })]);
    presence.receive(fresh, [entry(1, 9, { x: 'new' })]);
    expect([doubted, read(presence.all())]).toEqual([[old], [[1, 4, { x: 'old' }]]]);
    presence.receive(old, [entry(1, 5, { x: 'alive' })]);
    expect(read(presence.all())).toEqual([[1, 5, { x: 'alive' }]]);
    presence.leave(old);
    expect(read(presence.all())).toEqual([[1, 9, { x: 'new' }]]);
  });

  it('leaves a second window of a person its own id after it echoed the first', () => {
    const presence = new Presence(1_000);
    const [first, second] = [owner('Ana'), owner('Ana')];
    presence.receive(first, [entry(1, 4, { x: 1 })]);
    presence.receive(second, [entry(1, 4, { x: 1 })]);
    presence.receive(second, [entry(2, 1, { x: 2 })]);
    presence.leave(first);
    expect(read(presence.all())).toEqual([[2, 1, { x: 2 }]]);
  });

  it('tells a person who comes back with a clock the others have seen, so that it announces itself anew', () => {
    const presence = new Presence(1_000);
    const once = owner('Ana');
    presence.receive(once, [entry(1, 4, { x: 1 })]);
    presence.leave(once);
    const first = owner('Ana');
    presence.receive(first, [entry(1, 5, { x: 1 })]);
    presence.leave(first);
    const back = owner('Ana');
    const answer = presence.receive(back, [entry(1, 5, { x: 1 })]);
    expect(answer && read([answer])).toEqual([[1, 5, null]]);
    presence.receive(back, [entry(1, 6, { x: 1 })]);
    expect(read(presence.all())).toEqual([[1, 6, { x: 1 }]]);
  });

  it('stamps the name and the person where a state carries them', () => {
    const presence = new Presence(1_000);
    presence.receive(owner('Ana'), [entry(1, 1, { user: { name: 'Eve', id: 'p-Eve', color: 'red' }, x: 1 })]);
    expect(read(presence.all())).toEqual([[1, 1, { user: { name: 'Ana', id: 'p-Ana', color: 'red' }, x: 1 }]]);
  });

  it('drops what is no state, too big, or beyond the clock', () => {
    const presence = new Presence(20);
    const eve = owner('Eve');
    const raw = (state: Uint8Array): AwarenessEntry => ({ client: 1, clock: 1, state });
    presence.receive(eve, [raw(new TextEncoder().encode('{"x":')), raw(Uint8Array.of(0xff, 0xfe))]);
    presence.receive(eve, [entry(1, 1, 'text'), entry(1, 1, [1]), entry(1, 1, { long: 'x'.repeat(30) })]);
    presence.receive(eve, [entry(1, 2 ** 41, { x: 1 })]);
    expect(presence.all()).toEqual([]);
  });

  it('forgets people who left long ago', () => {
    const presence = new Presence(1_000);
    for (let client = 1; client < 1_500; client += 1) {
      const someone = owner(`n${client}`);
      presence.receive(someone, [entry(client, 1, { x: 1 })]);
      presence.leave(someone);
      presence.takeChanges(1_000);
    }
    const late = owner('late');
    presence.receive(late, [entry(1, 1, { x: 'again' })]);
    expect(read(presence.all())).toEqual([[1, 1, { x: 'again' }]]);
  });
});
