/** What of presence is taken, kept and passed on, at its bounds. */
import { describe, expect, it } from 'vitest';
import { type Owner, Presence } from '../../../server/sync/presence.ts';
import type { PersonId } from '../../../shared/ids.ts';
import type { AwarenessEntry } from '../../../shared/protocol.ts';

const MOST = 1_000;
const LAST_CLOCK = 2 ** 40 - 1;
const owner = (name: string): Owner => ({ person: `p-${name}` as PersonId, name });
const raw = (client: number, clock: number, text: string): AwarenessEntry => ({
  client,
  clock,
  state: new TextEncoder().encode(text),
});
const entry = (client: number, clock: number, state: unknown): AwarenessEntry =>
  raw(client, clock, JSON.stringify(state));
const read = (entries: readonly AwarenessEntry[]) =>
  entries.map(({ client, clock, state }) => [client, clock, JSON.parse(new TextDecoder().decode(state))]);
/** Of one person, what is known after these messages. */
const known = (...messages: readonly AwarenessEntry[]) => {
  const presence = new Presence(MOST);
  const ana = owner('Ana');
  for (const message of messages) presence.receive(ana, [message]);
  return read(presence.all());
};

describe('A state', () => {
  it('may be as large and as late as said, and no more', () => {
    const filled = (length: number): AwarenessEntry => entry(1, 1, { x: 'x'.repeat(length - '{"x":""}'.length) });
    expect([known(filled(MOST)).length, known(filled(MOST + 1)).length]).toEqual([1, 0]);
    expect(known(entry(1, LAST_CLOCK, {}))).toEqual([[1, LAST_CLOCK, {}]]);
    expect(known(entry(1, LAST_CLOCK + 1, {}))).toEqual([]);
  });

  it('is the newest by its clock, whatever comes later', () => {
    expect(known(entry(1, 5, { at: 'new' }), entry(1, 4, { at: 'old' }))).toEqual([[1, 5, { at: 'new' }]]);
    expect(known(entry(1, 5, { at: 'first' }), entry(1, 5, { at: 'second' }))).toEqual([[1, 5, { at: 'first' }]]);
  });

  it('ends with a goodbye of the same clock or a later one, not of an earlier', () => {
    expect(known(entry(1, 5, {}), entry(1, 5, null))).toEqual([]);
    expect(known(entry(1, 5, {}), entry(1, 6, null))).toEqual([]);
    expect(known(entry(1, 5, {}), entry(1, 4, null))).toEqual([[1, 5, {}]]);
  });

  it('is told as gone once, however often it says goodbye', () => {
    const presence = new Presence(MOST);
    const ana = owner('Ana');
    presence.receive(ana, [entry(1, 1, {})]);
    presence.takeChanges(MOST);
    presence.receive(ana, [entry(1, 1, null)]);
    expect(read(presence.takeChanges(MOST))).toEqual([[1, 1, null]]);
    presence.receive(ana, [entry(1, 1, null)]);
    presence.leave(ana);
    expect([presence.hasChanges, presence.all()]).toEqual([false, []]);
    presence.receive(ana, [entry(1, 2, { back: true })]);
    expect(read(presence.takeChanges(MOST))).toEqual([[1, 2, { back: true }]]);
  });

  it('carries the name and the person the server knows, each where it is there, and nothing else is touched', () => {
    const stamped = (user: unknown) => known(entry(1, 1, { user, x: 1 }))[0]?.[2];
    expect(stamped({ name: 'Eve' })).toEqual({ user: { name: 'Ana' }, x: 1 });
    expect(stamped({ id: 'p-Eve' })).toEqual({ user: { id: 'p-Ana' }, x: 1 });
    expect(stamped({ name: 'Ana', id: 'p-Eve' })).toEqual({ user: { name: 'Ana', id: 'p-Ana' }, x: 1 });
    expect(stamped({ name: 'Eve', id: 'p-Ana' })).toEqual({ user: { name: 'Ana', id: 'p-Ana' }, x: 1 });
    for (const user of [{ color: 'red' }, null, 'Eve', 7]) expect(stamped(user)).toEqual({ user, x: 1 });
  });

  it('goes on in the very letters it came in where nothing in it is wrong', () => {
    const spaced = '{ "user": { "name": "Ana", "id": "p-Ana" } }';
    const presence = new Presence(MOST);
    presence.receive(owner('Ana'), [raw(1, 1, spaced)]);
    presence.receive(owner('Luis'), [raw(2, 1, '{ "x": 1 }')]);
    expect(presence.all().map(({ state }) => new TextDecoder().decode(state))).toEqual([spaced, '{ "x": 1 }']);
  });
});

describe('The client id of a connection', () => {
  it('is the first it announces, and none before', () => {
    const presence = new Presence(MOST);
    const ana = owner('Ana');
    expect(presence.idOf(ana)).toBeNull();
    // Echoes of who is gone announce nobody.
    presence.receive(ana, [raw(9, 1, 'null'), raw(8, 1, 'nul'), raw(7, 1, 'nula')]);
    expect(presence.idOf(ana)).toBeNull();
    presence.receive(ana, [entry(1, 1, {}), entry(2, 1, {})]);
    expect([presence.idOf(ana), read(presence.all())]).toEqual([1, [[1, 1, {}]]]);
    presence.leave(ana);
    expect(presence.idOf(ana)).toBeNull();
    // As long as a goodbye, and none.
    presence.receive(ana, [raw(3, 1, '{  }')]);
    expect(presence.idOf(ana)).toBe(3);
  });

  it('is nobody else of the same person while its holder is there, and nobody of another person ever', () => {
    const presence = new Presence(MOST);
    const [holder, same, other] = [owner('Ana'), owner('Ana'), owner('Eve')];
    presence.receive(holder, [entry(1, 1, {})]);
    presence.receive(same, [entry(1, 2, { x: 'same' })]);
    presence.receive(other, [entry(1, 3, { x: 'other' })]);
    expect([presence.idOf(same), presence.idOf(other)]).toEqual([null, null]);
    presence.leave(holder);
    expect([presence.idOf(same), presence.idOf(other)]).toEqual([1, null]);
  });

  it('goes to nobody when whoever would have had it left before its holder', () => {
    const presence = new Presence(MOST);
    const [holder, heir] = [owner('Ana'), owner('Ana')];
    presence.receive(holder, [entry(1, 1, {})]);
    presence.receive(heir, [entry(1, 2, {})]);
    presence.leave(heir);
    presence.leave(holder);
    expect([presence.all(), presence.idOf(heir)]).toEqual([[], null]);
  });

  it('goes to whoever asked last, with what the board saw last', () => {
    const presence = new Presence(MOST);
    const [holder, heir] = [owner('Ana'), owner('Ana')];
    presence.receive(holder, [entry(1, 5, { at: 'holder' })]);
    presence.takeChanges(MOST);
    // An older word of the same window tells nothing new.
    presence.receive(heir, [entry(1, 5, { at: 'same clock' })]);
    presence.leave(holder);
    expect([presence.hasChanges, read(presence.all())]).toEqual([false, [[1, 5, { at: 'holder' }]]]);
    presence.receive(heir, [entry(1, 6, { at: 'heir' })]);
    expect(read(presence.takeChanges(MOST))).toEqual([[1, 6, { at: 'heir' }]]);
  });

  it('is still known as gone where nobody took it, so that whoever comes back is told', () => {
    const presence = new Presence(MOST);
    const [once, back, later] = [owner('Ana'), owner('Ana'), owner('Ana')];
    presence.receive(once, [entry(1, 4, {})]);
    presence.leave(once);
    expect(presence.receive(back, [entry(1, 5, { at: 'later clock' })])).toBeNull();
    presence.leave(back);
    expect(read([presence.receive(later, [entry(1, 3, {})]) ?? entry(0, 0, 0)])).toEqual([[1, 5, null]]);
    // Told once: from then on it is the one who speaks.
    expect(presence.receive(later, [entry(1, 3, {})])).toBeNull();
  });
});

it('Who left is known as gone while few did, also when everybody was told', () => {
  const presence = new Presence(MOST);
  for (const client of [1, 2, 3]) {
    const someone = owner('Ana');
    presence.receive(someone, [entry(client, 5, {})]);
    presence.leave(someone);
    presence.takeChanges(MOST);
  }
  expect(read([presence.receive(owner('Ana'), [entry(1, 2, {})]) ?? entry(0, 0, 0)])).toEqual([[1, 5, null]]);
});

describe('What changed', () => {
  const three = () => {
    const presence = new Presence(MOST);
    for (const client of [1, 2, 3]) presence.receive(owner(`n${client}`), [entry(client, 1, { x: 'x'.repeat(92) })]);
    return presence;
  };
  const clients = (entries: readonly AwarenessEntry[]): number[] => entries.map(({ client }) => client);

  it('is handed out until it is so many bytes, who waits longest first', () => {
    const presence = three();
    expect([clients(presence.takeChanges(100)), presence.hasChanges]).toEqual([[1], true]);
    expect([clients(presence.takeChanges(101)), presence.hasChanges]).toEqual([[2, 3], false]);
    expect(presence.takeChanges(MOST)).toEqual([]);
    expect(clients(three().takeChanges(0))).toEqual([]);
  });

  it('is told of whoever left, however many did, and then they are forgotten', () => {
    const presence = new Presence(MOST);
    const people = Array.from({ length: 1_001 }, (_, n) => owner(`n${n}`));
    for (const [n, person] of people.entries()) presence.receive(person, [entry(n, 5, {})]);
    presence.takeChanges(Number.POSITIVE_INFINITY);
    for (const person of people) presence.leave(person);
    expect(read(presence.takeChanges(Number.POSITIVE_INFINITY))).toEqual(people.map((_, n) => [n, 5, null]));
    const knows = (n: number): boolean => presence.receive(owner(`n${n}`), [entry(n, 1, {})]) !== null;
    expect(knows(0)).toBe(true);
    const [late] = [owner('late')];
    presence.receive(late, [entry(5_000, 1, {})]);
    presence.leave(late);
    expect(knows(1)).toBe(false);
  });
});
