/** Large windows go out to some connections at a time: nothing is lost or out of order, and others are served in between. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CLOSE } from '../../../shared/protocol.ts';
import { Peer } from '../../kit/peer.ts';
import { createWorld, type World } from '../../kit/room-world.ts';

const READERS = 5;
const LARGE = 'x'.repeat(1_000);
/** Two connections in one go. */
const LIMITS = { deliveryBytes: 2_500 };
const GO_MS = 16;

let world: World;
let ana: Peer;
let readers: Peer[];
beforeEach(async () => {
  world = await createWorld(LIMITS);
  ana = world.person('Ana');
  readers = Array.from({ length: READERS }, (_, n) => world.person(`R${n}`, 'read'));
  await world.settle();
});
afterEach(() => world.end());

const write = (who: Peer, text: string): void => who.doc.getText('t').insert(who.doc.getText('t').length, text);
const text = ({ doc }: Peer): string => doc.getText('t').toString();
const updatesOf = ({ frames }: Peer): number => frames.filter((frame) => frame[0] === 0 && frame[1] === 2).length;
const served = (people: readonly Peer[] = readers): number => people.filter((one) => updatesOf(one) > 0).length;

/** Up to the moment when the first connections have it and the others do not. */
async function begun(): Promise<void> {
  write(ana, LARGE);
  ana.deliver();
  await world.clock.turn();
  await world.clock.turn();
}

describe('A window', () => {
  it('goes to everybody at once when it is small', async () => {
    write(ana, 'small');
    ana.deliver();
    await world.clock.turn();
    expect(served()).toBe(READERS);
  });

  it('goes to some at a time when it is large, in the end to everybody, and to its author never', async () => {
    await begun();
    const steps = [served()];
    for (let go = 0; go < 4; go += 1) {
      await world.clock.advance(GO_MS);
      steps.push(served());
    }
    expect(steps).toEqual([1, 3, 5, 5, 5]);
    await world.settle();
    expect(readers.map(text)).toEqual(readers.map(() => LARGE));
    expect([...readers.map(updatesOf), updatesOf(ana)]).toEqual([1, 1, 1, 1, 1, 0]);
  });

  it('is with everybody before the next one is with anybody', async () => {
    await begun();
    write(ana, 'next');
    ana.deliver();
    await world.clock.advance(GO_MS);
    expect([served(), Math.max(...readers.map(updatesOf))]).toEqual([3, 1]);
    await world.settle();
    expect(readers.map(text)).toEqual(readers.map(() => `${LARGE}next`));
    expect((await world.stored()).getText('t').toString()).toBe(`${LARGE}next`);
  });

  it('of another board is served in between', async () => {
    const other = world.another();
    const [eva, luis] = [new Peer('Eva').join(world.rooms, other), new Peer('Luis').join(world.rooms, other)];
    await world.settle();
    await begun();
    write(eva, 'meanwhile');
    eva.deliver();
    await world.clock.advance(GO_MS);
    expect([served([luis]), served()]).toEqual([1, 3]);
    await world.settle();
    for (const peer of [eva, luis]) peer.destroy();
  });
});

describe('While a large window is on its way', () => {
  it('who joins gets everything, and who leaves, served or not, takes nothing from the others', async () => {
    await begun();
    const staying = readers.slice(1, -1);
    const [had] = readers;
    const [missed] = readers.slice(-1);
    for (const leaving of [had, missed]) leaving?.cut();
    const late = world.person('Late');
    await world.settle();
    expect([text(late), had && updatesOf(had), missed && updatesOf(missed)]).toEqual([LARGE, 1, 0]);
    expect(staying.map(updatesOf)).toEqual(staying.map(() => 1));
    write(late, ' too');
    await world.settle();
    expect([ana, ...staying].map(text)).toEqual([ana, ...staying].map(() => `${LARGE} too`));
  });

  it('nobody is told that they have everything before they do', async () => {
    const [last] = readers.slice(-1);
    const before = last?.frames.length;
    write(ana, LARGE);
    ana.deliver();
    last?.ask();
    last?.deliver();
    await world.settle();
    const kinds = last?.frames.slice(before).map((frame) => [frame[0], frame[1]].join());
    expect([kinds, last?.synced, last && text(last)]).toEqual([['0,2', '0,1'], true, LARGE]);
  });

  it('presence goes on', async () => {
    await begun();
    ana.present({ at: 'here' });
    ana.deliver();
    await world.clock.advance(GO_MS);
    for (const reader of readers) reader.deliver();
    const heard = readers.map(({ presence }) => presence.get(ana.doc.clientID));
    expect([heard, served()]).toEqual([readers.map(() => '{"at":"here"}'), 3]);
  });

  it('it goes on also while the disk takes its time with another board', async () => {
    const other = world.another();
    const eva = new Peer('Eva').join(world.rooms, other);
    await world.settle();
    await begun();
    world.storage.mode = 'hangs';
    write(eva, 'waits');
    eva.deliver();
    await world.clock.advance(4 * GO_MS);
    expect([world.storage.hanging, served()]).toEqual([1, READERS]);
    world.storage.mode = 'works';
    world.storage.release('works');
    await world.settle();
    eva.destroy();
  });

  it('a board everybody leaves still leaves memory', async () => {
    await begun();
    for (const peer of [ana, ...readers]) peer.cut();
    await world.clock.advance(60_000);
    expect(world.rooms.openRooms()).toBe(0);
  });

  it('a server that stops sends it to everybody first, and saves what waits behind it', async () => {
    await begun();
    write(ana, ' and more');
    ana.deliver();
    await world.rooms.close();
    expect(readers.map(updatesOf)).toEqual(readers.map(() => 2));
    expect(readers.map(({ closed }) => closed?.code)).toEqual(readers.map(() => CLOSE.goingAway));
    expect((await world.stored()).getText('t').toString()).toBe(`${LARGE} and more`);
  });

  it('a change of the server is durable, also when the board is removed', async () => {
    const changed = world.rooms.change(world.board, (doc) => doc.getText('t').insert(0, LARGE));
    await world.clock.turn();
    await world.clock.turn();
    expect(served()).toBeLessThan(READERS);
    await world.rooms.remove(() => [world.board]);
    await expect(changed).resolves.toBeUndefined();
  });
});
